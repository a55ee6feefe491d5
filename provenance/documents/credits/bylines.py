"""Bylines: who wrote, for whom, and the agencies among them: "By Ada Brunt, AP", "Reuters Staff", "dpa"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.credits.agencies import agency, byline
from provenance.documents.credits.credit_lines import REPORTER
from provenance.documents.credits.phrases import words
from provenance.model import Derivation, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.documents.credits.lines import Lines

FOR_OUTLET = re.compile(
    rf"^[ \t]*(?:By )?{REPORTER} for (?:the )?(?P<publisher>[A-Z][^\n]{{1,40}}?)[ \t.]*$", re.MULTILINE
)
BY_LINE = re.compile(rf"^[ \t]*[Bb][Yy] {REPORTER}(?:[,|/] *(?P<publisher>[A-Z][^\n]{{1,40}}))?[ \t]*$", re.MULTILINE)
ENDS = 600
LONGEST_LINE = 120  # characters


class Signed(NamedTuple):
    """Who wrote the article and for whom, as its lines say."""

    byline: str | None
    publisher: str | None


def signed(page: Lines) -> Signed:
    """By "Ada Brunt for W" at the end, and "By Ada Brunt, W" at the top or the end."""
    publisher = author = None
    tail = max(0, len(page.text) - ENDS)
    for match in FOR_OUTLET.finditer(page.text, tail):
        publisher = publisher or match["publisher"]
        author = author or match["byline"]
    by = BY_LINE.search(page.text[:ENDS]) or BY_LINE.search(page.text, tail)
    if by:
        author = author or by["byline"]
        publisher = publisher or by["publisher"]
    return Signed(author, None if publisher and agency(publisher) else publisher)


def declared_byline(text: str, is_own: Callable[[str], bool], country: str) -> Iterator[Derivation]:
    """The agencies in the byline that a page's metadata or a record gives, its items parted by semicolons."""
    items = [byline(item, is_own, country) for item in text.split(";") if item.strip()]
    whole = all(item.is_whole for item in items)
    for item in items:
        for one in item.agencies:
            relation = Relation.REPUBLISHED if whole else Relation.CONTRIBUTED
            yield Derivation(*one, relation, declared_in="byline", confidence=0.9)


def has_author(text: str | None, is_own: Callable[[str], bool], country: str) -> bool:
    """Whether a byline names a person who is no agency's."""
    items = [byline(item, is_own, country) for item in (text or "").split(";") if item.strip()]
    return any(item.people and not item.is_whole for item in items)


def byline_lines(page: Lines, is_own: Callable[[str], bool], country: str) -> Iterator[Derivation]:
    """The agencies in lines that are bylines, or that stand alone under one: "By Ada Brunt", "Associated Press"."""
    begins = False
    for line in (*page.header, *page.footer):
        text = page.words(line) if line.end - line.start <= LONGEST_LINE else ""
        under, begins = begins, _begins(text)
        if not (under or begins):
            continue
        found = byline(text, is_own, country)
        if begins and found.agencies and all(map(_is_name, found.people)):
            relation = Relation.REPUBLISHED if found.is_whole else Relation.CONTRIBUTED
        elif under and found.agencies and found.is_whole and not found.people:
            relation = Relation.REPUBLISHED
        else:
            continue
        for one in found.agencies:
            yield Derivation(*one, relation, evidence=(line,), confidence=0.9)


def _begins(text: str) -> bool:
    first = text.split(maxsplit=1)[0].casefold() if text.strip() else ""
    return bool(first) and text[:1].isupper() and (first in words("by") or first.removesuffix(":") in words("by"))


def _is_name(piece: str) -> bool:
    return 1 < len(piece.split()) < 6 and piece[:1].isupper() and not any(c.isdigit() or c in '“”"!?' for c in piece)
