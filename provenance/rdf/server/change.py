"""One change of the graphs on a server: as updates, and in one piece that is kept there until all of it is done."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, parse, serialize

from provenance.rdf.graph import n_triples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Quad

    from provenance.rdf.server.address import Manner

POSTED = 10_000
"""The most characters of a literal in what is posted."""


class Step(NamedTuple):
    """An update; or, where `graph` names one, N-Triples that are to be posted to it."""

    text: str
    graph: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The graphs `dropped` go, the quads `gone` go, the quads `new` come. Done twice it is the same."""

    dropped: tuple[str, ...] = ()
    gone: tuple[Quad, ...] = ()
    new: tuple[Quad, ...] = ()

    def steps(self, manner: Manner) -> Iterator[Step]:
        """In the order in which they are to be done."""
        for graph in self.dropped:
            yield Step(f"DROP SILENT GRAPH {NamedNode(graph)}")
        yield from _updates("DELETE", self.gone, manner.triples)
        new = self.new
        if manner.posts and len(new) > manner.triples:
            new = tuple(quad for quad in self.new if len(str(quad.object)) > POSTED)
            yield from _posts(quad for quad in self.new if len(str(quad.object)) <= POSTED)
        yield from _updates("INSERT", new, manner.triples)

    def longest(self) -> int:
        """Characters of its longest literal."""
        return max((len(quad.object.value) for quad in self.new if isinstance(quad.object, Literal)), default=0)

    def piece(self) -> str:
        """All of it as JSON, deflated (RFC 1950), in base64 (RFC 4648)."""
        told = [self.dropped, _n_quads(self.gone), _n_quads(self.new)]
        return b64encode(zlib.compress(json.dumps(told).encode())).decode()

    def seen(self, quads: Sequence[Quad]) -> list[Quad]:
        """What of `quads` is there once it is done, beside `new`."""
        dropped, gone = set(self.dropped), set(self.gone)
        return [quad for quad in quads if getattr(quad.graph_name, "value", "") not in dropped and quad not in gone]


def _updates(what: str, quads: Sequence[Quad], triples: int) -> Iterator[Step]:
    for at in range(0, len(quads), triples):
        by_graph = groupby(quads[at : at + triples], key=lambda quad: quad.graph_name)
        told = "".join(f"GRAPH {name} {{\n{n_triples(some)}}}\n" for name, some in by_graph)
        yield Step(f"{what} DATA {{ {told} }}")


def _posts(quads: Iterable[Quad]) -> Iterator[Step]:
    for name, some in groupby(quads, key=lambda quad: quad.graph_name):
        if isinstance(name, NamedNode):
            yield Step(n_triples(some), name.value)


def read(piece: str) -> Change:
    """What `Change.piece` wrote. Raises ValueError where it is no such piece."""
    try:
        dropped, gone, new = json.loads(zlib.decompress(b64decode(piece, validate=True)))
        return Change(tuple(dropped), _quads(gone), _quads(new))
    except (zlib.error, SyntaxError, TypeError) as error:
        raise ValueError(str(error)) from None


def _n_quads(quads: Iterable[Quad]) -> str:
    return (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()


def _quads(text: str) -> tuple[Quad, ...]:
    return tuple(parse(text, format=RdfFormat.N_QUADS))
