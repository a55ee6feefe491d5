"""The process that a query runs in: native code cannot be interrupted, but a process can be ended.

`asking.py` starts it with one line of JSON on standard input, and behind it the N-Quads of a store that is in memory
only. It writes a line of JSON for each thing as it is found: the form of the answer; its rows, each term as in SPARQL
1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/); the end, or the error.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, RdfFormat

from provenance.errors import StoreCorruptError, StoreLockedError
from provenance.rdf.embedded import Embedded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from pyoxigraph import QueryTriples, Triple

GIBIBYTES = 2
"""The most memory that a query may take."""
GRACE = 5
"""Seconds after its time when a process ends by itself, whose parent was killed before it could end it."""
STRING = "http://www.w3.org/2001/XMLSchema#string"
ERRORS: dict[str, type[Exception]] = {
    kind.__name__: kind
    for kind in (
        StoreLockedError,
        StoreCorruptError,
        SyntaxError,
        FileNotFoundError,
        PermissionError,
        OSError,
        RuntimeError,
        ValueError,
    )
}
"""What Oxigraph raises, the narrower before the wider."""

Line = dict[str, Any] | list[Any]


def main() -> None:
    """Answer the one query on standard input."""
    asked = json.loads(sys.stdin.buffer.readline())
    _confine(asked["seconds"] + GRACE)
    with suppress(BrokenPipeError):
        try:
            graph = _whole(asked, Embedded.read(Path(asked["graph"])) if asked["graph"] else _loaded(sys.stdin.buffer))
            result = graph.store.query(
                asked["query"], prefixes=asked["prefixes"], use_default_graph_as_union=asked["union"]
            )
            for line in _lines(result, asked["limit"]):
                _write(line)
        except BrokenPipeError:
            raise
        except MemoryError:
            os.abort()  # as Oxigraph does
        except tuple(ERRORS.values()) as error:
            kind = next(name for name, kind in ERRORS.items() if isinstance(error, kind))
            _write({"error": kind, "message": str(error)})


def _confine(seconds: float) -> None:
    """Bound time and memory where the system can; Ctrl-C is for the parent, which ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        signal.setitimer(signal.ITIMER_REAL, seconds)
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = GIBIBYTES << 30
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _loaded(stream: BinaryIO) -> Embedded:
    graph = Embedded.memory()
    graph.store.load(stream.read(), format=RdfFormat.N_QUADS)
    return graph


def _whole(asked: dict[str, Any], graph: Embedded) -> Embedded:
    """What is asked: `graph` as it is kept; or, made whole: some graphs, those that tell of some IRIs, or all."""
    if asked["whole"] is None:
        return graph
    from provenance.rdf.whole import made_whole, telling_of

    names = asked["whole"]["graphs"] or sorted(telling_of(graph, asked["whole"]["iris"])) or graph.names()
    return made_whole(graph, names)


def _lines(result: QueryBoolean | QuerySolutions | QueryTriples, limit: int) -> Iterator[Line]:
    match result:
        case QueryBoolean():
            yield {"form": "ASK", "holds": bool(result)}
            rows: Iterator[list[Any]] = iter(())
        case QuerySolutions():
            yield {"form": "SELECT", "variables": [variable.value for variable in result.variables]}
            rows = ([term(one) for one in solution] for solution in result)
        case _:
            yield {"form": "CONSTRUCT"}
            rows = ([term(part) for part in _parts(triple)] for triple in result)
    yield from islice(rows, limit)
    yield {"end": "cut" if any(True for _ in rows) else "whole"}


def _parts(triple: Triple) -> Iterable[Any]:
    return triple.subject, triple.predicate, triple.object


def term(one: Any) -> dict[str, str] | None:
    match one:
        case None:
            return None
        case NamedNode():
            return {"type": "uri", "value": one.value}
        case BlankNode():
            return {"type": "bnode", "value": one.value}
        case Literal() if one.language:
            return {"type": "literal", "value": one.value, "xml:lang": one.language}
        case Literal() if one.datatype.value != STRING:
            return {"type": "literal", "value": one.value, "datatype": one.datatype.value}
        case Literal():
            return {"type": "literal", "value": one.value}
        case _:
            raise ValueError("a triple is no value here; ask for its SUBJECT(), PREDICATE() and OBJECT()")


def _write(line: Line) -> None:
    """At once: who asked may wait for this line long before the next is found."""
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
