"""Whether two descriptions in articles on one story are of one document: by its maker, what it is, its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.text import STOP_WORDS, plain_name, words

SORTS = (
    "study paper research analysis",
    "memo memorandum",
    "report review",
    "poll survey",
    "letter",
    "complaint lawsuit suit filing petition",
    "note",
    "statement communique release",
    "alert warning notice bulletin",
    "book memoir",
    "email e-mail message",
    "ruling judgment judgement verdict",
)
"""Nouns that one document is called by, a sort a line; each is also called a document."""
MANY = frozenset({"memo memorandum", "letter", "note", "statement communique release", "email e-mail message"})
"""Sorts of which one maker writes many."""
SURE = 0.88
PERHAPS = 0.6
_SORT = {word: line for line in SORTS for word in line.split()}
_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Paper:
    """What a description says: of which sort the document is, whose names it bears, which numbers."""

    sort: str
    names: frozenset[str]
    numbers: frozenset[str]


def paper(description: str) -> Paper:
    """From such as "Tarn Trust survey", "a study published in Polar Letters", "the 2031 report"."""
    plain = [(word, plain_name(word)) for word in description.replace("-", " ").split()]
    sort = next((_SORT[low] for _, low in reversed(plain) if low in _SORT), "")
    names = [low for word, low in plain if word[:1].isupper() and low not in _SORT and low not in STOP_WORDS]
    return Paper(sort, frozenset(words(" ".join(names))), frozenset(_NUMBER.findall(description)))


def one_document(left: str, right: str) -> float | None:
    """How sure it is that the two are one: sure where sort and maker agree, and the number of what a maker has many of.

    None where they are of two sorts, or bear names or numbers that exclude each other.
    """
    one, other = paper(left), paper(right)
    if one.sort != other.sort or not one.sort or (one.numbers and other.numbers and one.numbers != other.numbers):
        return None
    if one.names and one.names == other.names:
        numbered = bool(one.numbers and other.numbers)
        return SURE if numbered or one.sort not in MANY else PERHAPS
    return PERHAPS if one.names <= other.names or other.names <= one.names else None
