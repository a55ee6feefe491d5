"""Who said what, span by span, as PolNeAR marks it (Newell et al. 2018)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from evaluation.matching import overlap, pairs, trimmed
from evaluation.measures import agreement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from evaluation.matching import Characters, Span
    from evaluation.measures import Tally

HALF = 0.5
ROLES = ("source", "cue", "content")


class Attributed(Protocol):
    """Spans of a source, a cue and a content, found or marked."""

    @property
    def source(self) -> Sequence[Span]: ...
    @property
    def cue(self) -> Sequence[Span]: ...
    @property
    def content(self) -> Sequence[Span]: ...


class Relation(NamedTuple):
    """The characters of one attribution, role by role."""

    source: Characters
    cue: Characters
    content: Characters


def relation(one: Attributed, text: str) -> Relation:
    """Its characters, white space and outer punctuation left out."""
    return Relation(*(trimmed(getattr(one, role), text) for role in ROLES))


def tally(predicted: Sequence[Attributed], gold: Sequence[Attributed], text: str) -> Tally:
    """What one text adds: attributions that agree, by four measures; each role's exact spans, and its characters."""
    found, marked = _relations(predicted, text), _relations(gold, text)
    figures = {
        name: agreement(len(pairs(found, marked, likeness)), len(found), len(marked))
        for name, likeness in LIKENESSES.items()
    }
    for role in ROLES:
        ours, theirs = _spans(predicted, role, text), _spans(gold, role, text)
        figures[f"exact span:{role}"] = agreement(len(ours & theirs), len(ours), len(theirs))
    for role in ROLES:
        one, other = _characters(found, role), _characters(marked, role)
        figures[f"characters:{role}"] = agreement(len(one & other), len(one), len(other))
    return figures


def _strict(found: Relation, marked: Relation) -> float | None:
    return 1.0 if found == marked else None


def soft(found: Relation, marked: Relation) -> float | None:
    """How much contents share, where that is half and cue and source touch."""
    return _said(found, marked) if found.cue & marked.cue else None


def _said(found: Relation, marked: Relation) -> float | None:
    neither = not (found.source or marked.source)
    return _content(found, marked) if found.source & marked.source or neither else None


def _content(found: Relation, marked: Relation) -> float | None:
    value = overlap(found.content, marked.content)
    return value if value >= HALF else None


LIKENESSES: dict[str, Callable[[Relation, Relation], float | None]] = {
    "strict": _strict,
    "soft": soft,
    "who-said-what": _said,
    "content-found": _content,
}
"""All spans exact; contents overlap by half and cue and source touch; the same without the cue; contents alone."""


def _relations(attributions: Iterable[Attributed], text: str) -> list[Relation]:
    return [made for one in attributions if (made := relation(one, text)).content]


def _spans(attributions: Iterable[Attributed], role: str, text: str) -> set[Characters]:
    """Every span of a role by itself."""
    return {trimmed([span], text) for one in attributions for span in getattr(one, role)} - {frozenset()}


def _characters(relations: Iterable[Relation], role: str) -> Characters:
    return frozenset[int]().union(*(getattr(relation, role) for relation in relations))
