"""What a store asks of its quads, wherever they are: in Oxigraph here (`embedded`), or on a server (`server`).

Terms are looked up by their strings.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from pyoxigraph import Quad


class Fact(NamedTuple):
    """A quad as strings; `value` is an IRI or what a literal says."""

    subject: str
    predicate: str
    value: str
    graph: str


class Pattern(NamedTuple):
    """What quads are asked for: None matches everything, `thing` is an IRI."""

    subject: str | None = None
    predicate: str | None = None
    thing: str | None = None
    graph: str | None = None


class Graph(ABC):
    """Quads in named graphs. Each change is atomic: all of it or none, also under SIGKILL."""

    has_written = False
    """Since it was opened."""

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __contains__(self, quad: Quad) -> bool: ...

    @abstractmethod
    def names(self) -> list[str]:
        """The named graphs, in order."""

    @abstractmethod
    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        thing: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """Those that match; None matches everything, `thing` an IRI."""

    def facts(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        thing: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Fact]:
        """As `quads`; only those in named graphs, without blank nodes, which are all that this program writes."""
        for quad in self.quads(subject, predicate, thing, graph):
            match quad.subject, quad.object, quad.graph_name:
                case NamedNode() as node, (NamedNode() | Literal()) as term, NamedNode() as name:
                    yield Fact(node.value, quad.predicate.value, term.value, name.value)

    def values(self, subject: str, predicate: str, graph: str | None = None) -> list[str]:
        """The IRIs and literals that `subject` has by `predicate`."""
        return [fact.value for fact in self.facts(subject, predicate, None, graph)]

    @abstractmethod
    def ahead(self, *steps: Callable[[], Iterable[Pattern]]) -> None:
        """What is about to be asked, for who fetches it from far away: a step may ask for what those before brought."""

    @abstractmethod
    def replace(self, gone: Collection[str], name: str, quads: list[Quad]) -> None:
        """Drop the graphs `gone` and write `quads` to the graph `name`, which is among them or new."""

    @abstractmethod
    def pour(self, quads: Sequence[Quad]) -> None:
        """Write `quads`, graph after graph, each whole and in the place of what it held."""

    @abstractmethod
    def drop(self, gone: Collection[str]) -> None:
        """Drop the graphs `gone`."""

    @abstractmethod
    def amend(self, name: str, gone: Collection[Quad], quads: Collection[Quad]) -> None:
        """Take `gone` out of the graph `name` and write `quads` to it."""

    @abstractmethod
    def settle(self) -> None:
        """Leave nothing to do for whoever opens it next."""

    @abstractmethod
    def close(self) -> None:
        """Let go of it; nothing is to be asked afterwards."""


def n_triples(quads: Iterable[Quad]) -> str:
    """The triples of `quads`, as N-Triples (W3C, RDF 1.1 N-Triples)."""
    return (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode()


def is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def node(iri: str | None) -> NamedNode | None:
    return None if iri is None else NamedNode(iri)
