"""Marks that agencies leave in the first and the last lines: "AFP, MANILA", "(dpa)", "© 2031 The Associated Press"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.credits.agencies import byline, outlet
from provenance.documents.credits.lines import of_picture
from provenance.documents.credits.phrases import words
from provenance.model import Derivation, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.documents.credits.lines import Lines

LONGEST = 100  # characters
COPYRIGHT = ("©", "ⓒ", "(c)", "(C)")
BRACKET = re.compile(r"(?<=[.!?…”\"»)])\s*[(\[](?P<who>[^()\[\]\n]{2,60})[)\]][ \t.]*$")
RIGHTS = re.compile(
    r"(?:copyright|\(c\)|©|ⓒ)(?:[ \t:]|copyright|\(c\)|©|by)*(?:(?:19|20)\d\d(?:[ \t]*[–—-][ \t]*\d{2,4})?)?[ \t,:]*"
    r"(?:by[ \t]+)?(?P<who>[^\n.,;:|(]{2,60})(?P<more>[^\n]*)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COMPANY = re.compile(
    r",? (?:Ltd|Limited|Inc|LLC|GmbH|AG|S\.?A|Corp|plc|Co)\b.*$|[ \t]*(?:19|20)\d\d.*$|[ \t]+via[ \t].*$", re.IGNORECASE
)


def marks(
    page: Lines, is_own: Callable[[str], bool], *, has_author: bool, country: str, untitled: bool
) -> Iterator[Derivation]:
    """What agencies' names alone on a line, or in a bracket that ends one, say of the whole article.

    `has_author` says that somebody else is named as the author: at the end an agency then gave a part, at the top its
    name is a picture's. `untitled` says that the first line is no title.
    """
    whole = Relation.CONTRIBUTED if has_author else Relation.REPUBLISHED
    for line in () if has_author else page.header[0 if untitled else 1 :]:
        yield from _alone(page, line, is_own, Relation.REPUBLISHED, country)
    for line in page.footer:
        yield from _alone(page, line, is_own, whole, country)
        if match := BRACKET.search(page.text, max(line.start, line.end - LONGEST), line.end):
            yield from _in(page, Span(match.start("who") - 1, match.end()), match["who"], is_own, whole, country)


def copyrights(page: Lines, *, has_author: bool, country: str) -> Iterator[Derivation]:
    """Whose copyright the last lines say the article is: with a year or all rights, or on the last line of all."""
    for line in page.footer:
        begin = page.text[line.start : line.start + LONGEST].casefold()
        reserves = next((len(right) for right in words("rights") if begin.startswith(right)), 0)
        match = _noted(page.text, line, reserves)
        if match is None or of_picture(match.group()):
            continue
        dated = YEAR.search(match.group())
        reserved = dated or reserves or any(right in match["more"].casefold() for right in words("rights"))
        known = outlet(COMPANY.sub("", match["who"].strip()), country)
        numbered = known and match["more"].startswith(":")
        last = line == page.spans[-1] and not has_author
        if known and (reserved or numbered or last):
            evidence = (Span(match.start(), match.end("who")),)
            sure = 0.9 if known.kind is Kind.WIRE else 0.8
            yield Derivation(*known, Relation.REPUBLISHED, evidence=evidence, confidence=sure)


def _noted(text: str, line: Span, after: int) -> re.Match[str] | None:
    """The note of copyright that begins a line, `after` the words that reserve all rights, if those come first."""
    start, end = line.start + after, min(line.end, line.start + 300)
    while start < end and text[start] in " .,:-–—|":
        start += 1
    return RIGHTS.match(text, start, end)


def _alone(
    page: Lines, line: Span, is_own: Callable[[str], bool], whole: Relation, country: str
) -> Iterator[Derivation]:
    text = page.words(line) if line.end - line.start <= LONGEST else ""
    yield from _in(page, line, text.strip("()[]* "), is_own, whole, country)


def _in(
    page: Lines, line: Span, text: str, is_own: Callable[[str], bool], whole: Relation, country: str
) -> Iterator[Derivation]:
    """The agencies in `text`, where it names no person and nothing else; beside a newsroom they gave a part."""
    if not text or text.startswith(COPYRIGHT) or of_picture(page.words(line)):
        return
    found = byline(text, is_own, country)
    if found.people or not found.agencies:
        return
    relation = Relation.CONTRIBUTED if found.newsroom else whole
    for one in found.agencies:
        yield Derivation(*one, relation, evidence=(line,), confidence=0.85)
