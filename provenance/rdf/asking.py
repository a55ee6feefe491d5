"""Asking in a process of its own (`answering.py`), which is ended when its time is up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from threading import Timer
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, Self, cast
from weakref import finalize

from rdflib import Graph, Variable
from rdflib.plugins.sparql.results.jsonresults import parseJsonTerm
from rdflib.query import Result

from provenance.errors import ProvenanceError, UsageError
from provenance.rdf import folder
from provenance.rdf.answering import ERRORS, GIBIBYTES, term
from provenance.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from rdflib.term import Identifier

    from provenance.rdf.bounds import Bounds

    Triple = tuple[Identifier, Identifier, Identifier]
    Row = tuple[Identifier | None, ...]

COMMAND = (sys.executable, "-P", "-m", "provenance.rdf.answering")


class Answer(Result):
    """As rdflib's, whose iteration keeps every row; `stream` keeps none."""

    def __init__(self, form: str, rows: Rows | Ready) -> None:
        super().__init__(form)
        self._rows = rows

    @property
    def cut(self) -> bool:
        """Whether there may be more than the limit let through; known when the last row was read."""
        return self._rows.cut

    def stream(self) -> Iterator[Row]:
        """The rows of a SELECT, each once."""
        return self._rows


def answer(question: Rows) -> Answer:
    """What `question` comes to: a SELECT's rows are found as they are asked for, a graph is whole at once."""
    head = question.line()
    found = Answer(head["form"], question)
    match found.type:
        case "ASK":
            found.askAnswer = head["holds"]
        case "SELECT":
            found.vars = [Variable(name) for name in head["variables"]]
            found.bindings = (_bound(found.vars, row) for row in question)
        case _:
            found.graph = Graph(bind_namespaces="none")
            for prefix, namespace in PREFIXES.items():
                found.graph.bind(prefix, namespace)
            for triple in question:
                found.graph.add(cast("Triple", triple))
    return found


class Ready:
    """Rows that are all there, as `Rows`."""

    def __init__(self, rows: Iterable[Row], *, cut: bool) -> None:
        self._rows = iter(rows)
        self.cut = cut

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    def __next__(self) -> Row:
        return next(self._rows)


def told(names: Sequence[str], rows: Iterable[Sequence[Any]], *, cut: bool) -> Answer:
    """What a SELECT came to elsewhere, in the terms of pyoxigraph."""
    found = Answer("SELECT", Ready((tuple(map(_term, row)) for row in rows), cut=cut))
    found.vars = list(map(Variable, names))
    found.bindings = (_bound(found.vars, row) for row in found.stream())
    return found


def held(*, holds: bool) -> Answer:
    """What an ASK came to elsewhere."""
    found = Answer("ASK", Ready((), cut=False))
    found.askAnswer = holds
    return found


class Rows:
    """A question to the store at `path`, and the rows of its answer as they come.

    Raises UsageError where they do not come in time, StoreError where the store cannot be read.
    """

    def __init__(self, asked: dict[str, Any], quads: bytes, bounds: Bounds, path: Path) -> None:
        self.cut = False
        self._path = path
        self._bounds, self._left = bounds, bounds.limit
        self._deadline = monotonic() + bounds.timeout
        process = subprocess.Popen(  # noqa: S603 -- this program itself
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        timer = Timer(bounds.timeout, process.kill)
        timer.daemon = True
        timer.start()
        self.process = process
        self._end = finalize(self, _end, process, timer)
        self._lines = cast("IO[bytes]", process.stdout)
        with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as stream:
            stream.write(json.dumps(asked).encode() + b"\n" + quads)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Row:
        line = self.line() if self._end.alive else {"end": ""}
        if isinstance(line, list):
            self._left -= 1
            return tuple(one and parseJsonTerm(one) for one in line)
        self.cut = self.cut or line["end"] == "cut"
        self._end()
        raise StopIteration

    def line(self) -> Any:
        """The next line of the answer."""
        written = self._lines.readline()
        if written.endswith(b"\n"):
            line = json.loads(written)
            if isinstance(line, dict) and "error" in line:
                self._end()
                self._fail(line["error"], line["message"])
            return line
        code = self.process.wait()
        self._end()
        if monotonic() < self._deadline:
            if code > 0:
                raise ProvenanceError(
                    f"SPARQL query: the process that asks failed (exit code {code}); reinstall provenance-tracker"
                )
            raise UsageError(f"SPARQL query: it may take more than {GIBIBYTES} GiB of memory; ask for less at once")
        if self._left:
            raise UsageError(
                f"SPARQL query: not answered within {self._bounds.timeout:g} seconds; "
                "let its patterns share variables, ask one article (--full), or give it more time (--timeout)"
            )
        return {"end": "cut"}

    def _fail(self, kind: str, message: str) -> None:
        if kind == "ValueError":
            raise UsageError(f"SPARQL query: {message}")
        with folder.reported(self._path):
            raise ERRORS[kind](message)


def _bound(names: Sequence[Variable], row: Row) -> dict[Variable, Identifier]:
    return {name: term for name, term in zip(names, row, strict=True) if term is not None}


def _term(one: Any) -> Identifier | None:
    spelt = term(one)
    return parseJsonTerm(spelt) if spelt else None


def _end(process: subprocess.Popen[bytes], timer: Timer) -> None:
    timer.cancel()
    process.kill()
    with suppress(BrokenPipeError), process:
        pass
