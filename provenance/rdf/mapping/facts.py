"""What a graph says, looked up by the strings of its terms."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from provenance.iris import passage_spans
from provenance.rdf.vocabulary import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from provenance.model import Spans


class Facts:
    """By subject and predicate; `graph` names the graph of the first quad."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.graph = ""
        self._said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            subject, predicate, term = quad.subject, quad.predicate.value, quad.object
            if isinstance(subject, NamedNode) and isinstance(term, NamedNode | Literal):
                self._said[subject.value][predicate].append(term.value)
                self._subjects[predicate].append(subject.value)
                self.graph = self.graph or str(quad.graph_name)

    def subjects(self, predicate: str) -> list[str]:
        return self._subjects.get(predicate, [])

    def all(self, subject: str, predicate: str) -> list[str]:
        return self._said[subject].get(predicate, [])

    def one(self, subject: str, predicate: str) -> str:
        """Raises LookupError unless there is exactly one."""
        match self.all(subject, predicate):
            case [value]:
                return value
        raise LookupError(f"it needs one {predicate} of {subject}")

    def maybe(self, subject: str, predicate: str) -> str | None:
        return self.one(subject, predicate) if self.all(subject, predicate) else None

    def spans(self, subject: str, predicate: str) -> Spans:
        passage = self.maybe(subject, predicate)
        return passage_spans(passage) if passage else ()

    def in_order(self, subjects: Iterable[str]) -> list[str]:
        return sorted(subjects, key=lambda subject: int(self.one(subject, SCHEMA.position)))
