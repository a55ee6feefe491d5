"""Quads by pattern, of many at once: each request a SELECT (SPARQL 1.1) of those of one shape.

Only graphs of ours are looked at, by their names, and only quads without blank nodes, as none of ours has any.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from provenance.errors import StoreError
from provenance.iris import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.rdf.graph import Pattern
    from provenance.rdf.server.client import Client, Row, Term

BATCH = 200
"""Patterns in one request."""
OURS = NAMESPACES["id"]
"""What the names of our graphs begin with."""
VARIABLES = ("?s", "?p", "?o", "?g")
PAGED = (0, 2, 3)
"""The places by which what is too much for one answer is read in parts: subject, object, graph."""


def matching(client: Client, patterns: Iterable[Pattern]) -> Iterator[tuple[Sequence[Pattern], list[Quad]]]:
    """Patterns that were asked together, and all that matches any of them."""
    shapes: dict[tuple[bool, ...], list[Pattern]] = defaultdict(list)
    for pattern in dict.fromkeys(patterns):
        shapes[tuple(one is None for one in pattern)].append(pattern)
    for alike in shapes.values():
        for at in range(0, len(alike), BATCH):
            some = alike[at : at + BATCH]
            yield some, list(_matching(client, some))


def _matching(client: Client, some: Sequence[Pattern]) -> Iterator[Quad]:
    """`some` are of one shape. Where the server cuts the answer, half of them are asked at a time."""
    found = client.ask(_select(some))
    if not found.cut:
        yield from _quads(some[0], found.names, found.rows)
    elif len(some) > 1:
        yield from _matching(client, some[: len(some) // 2])
        yield from _matching(client, some[len(some) // 2 :])
    else:
        yield from _in_pages(client, some[0], found.cut)


def _in_pages(client: Client, pattern: Pattern, size: int) -> Iterator[Quad]:
    """In the order of one term, `size` rows at a time, each from behind the last term that was there whole."""
    place = next(VARIABLES[at] for at in PAGED if pattern[at] is None)
    last = ""
    while True:
        found = client.ask(
            _select([pattern], f'FILTER(STR({place}) > "{last}")', f"ORDER BY STR({place}) LIMIT {size}")
        )
        at = found.names.index(place[1:])
        if len(found.rows) < size:
            yield from _quads(pattern, found.names, found.rows)
            return
        end = _text(found.rows[-1][at])
        whole = [row for row in found.rows if _text(row[at]) != end]
        if not whole:
            raise StoreError(f"{client.address.name}: gives {size} rows at most, too few for {end}: let it give more")
        yield from _quads(pattern, found.names, whole)
        last = _text(whole[-1][at])


def _select(some: Sequence[Pattern], more: str = "", order: str = "") -> str:
    """The terms that all of `some` have stand in the pattern, others in a table of values."""
    first = some[0]
    varied = [at for at in range(4) if first[at] is not None and any(one[at] != first[at] for one in some)]
    free = [at for at in range(4) if first[at] is None]
    named = varied or ([] if free else [0])
    terms = [VARIABLES[at] if at in (*named, *free) else _term(first[at]) for at in range(4)]
    table = ""
    if named:
        rows = " ".join(f"({' '.join(_term(one[at]) for at in named)})" for one in some)
        table = f"VALUES ({' '.join(VARIABLES[at] for at in named)}) {{ {rows} }} "
    ours = f'FILTER(STRSTARTS(STR(?g), "{OURS}")) ' if first.graph is None else ""
    asked = " ".join(VARIABLES[at] for at in sorted((*named, *free)))
    subject, predicate, thing, graph = terms
    return f"SELECT {asked} WHERE {{ {table}GRAPH {graph} {{ {subject} {predicate} {thing} }} {ours}{more} }} {order}"


def _quads(pattern: Pattern, names: Sequence[str], rows: Iterable[Row]) -> Iterator[Quad]:
    given = {name: NamedNode(one) for name, one in zip("spog", pattern, strict=True) if one is not None}
    for row in rows:
        said: dict[str, Term | None] = {**given, **dict(zip(names, row, strict=True))}
        match said["s"], said["p"], said["o"], said["g"]:
            case NamedNode() as subject, NamedNode() as predicate, (
                NamedNode() | Literal()
            ) as thing, NamedNode() as name:
                yield Quad(subject, predicate, thing, name)


def _term(iri: str | None) -> str:
    """Raises ValueError where `iri` is none, so that nothing else gets into a query."""
    return str(NamedNode(iri or ""))


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
