"""Credit lines: "Read Full Article at W", "Source: W", "(Text: W)", a line that names another outlet's desk."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.documents.credits.agencies import Named, outlet, pieces
from provenance.documents.credits.lines import of_picture
from provenance.documents.credits.phrases import SPACE, phrases, words
from provenance.model import Derivation, Kind, Relation, Span
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.documents.credits.lines import Lines
    from provenance.model import Article

SIGNED = re.compile(r"(?<=[.!?”\"’)])[ \t]*(?:--|—|–)[ \t]*(?P<who>[A-Z][\w&. ]{1,30}?)[ \t.]*$", re.MULTILINE)
CREDITED = re.compile(
    r"\((?:Text|Story|Report|Source|Words)(?:(?: and|,|/) \w+){0,2}:[ \t]*(?P<who>[^()\n]{2,40})\)[ \t.]*$",
    re.MULTILINE,
)
ONLY_URL = re.compile(r"^[ \t]*(?P<who>https?://\S+|www\.\S+)[ \t]*$", re.MULTILINE)
REPORTER = r"(?P<byline>[A-Z][\w’'.-]+(?: (?:and |de |van |von |al-)?[A-Z][\w’'.-]*){1,5})"
DESK = re.compile(rf"(?:By )?{REPORTER}, (?P<who>[A-Z][^\n,]{{1,40}})")
LONGEST_DESK = 60  # characters
NAMED = re.compile(r"(?:(?![a-z])[^\W\d_][\w’'&.-]*)(?: (?:of|the|and|[A-Z][\w’'&.-]*)){0,4}")
HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+[^\s,;)]*")
ENDS_NAME = re.compile(r"[,;.(|]| on | in | at | and is | and has |\s[—–-]\s")
BEFORE = 60
"""Characters before a credit that may say it is for a picture."""


def credit_lines(page: Lines) -> Iterator[Derivation]:
    """What the credit lines say of the whole article; one outlet may come more than once."""
    for span in page.short():
        for phrase in phrases(Relation.REPUBLISHED):
            for match in phrase.pattern.finditer(page.text, *span):
                yield from _found(page, match, Relation.REPUBLISHED, 0.9, unlisted=phrase.unlisted)
    for pattern, relation, confidence in (
        (_labels(), Relation.REPORTED, 0.8),
        (CREDITED, Relation.REPUBLISHED, 0.8),
        (SIGNED, Relation.REPUBLISHED, 0.8),
        (ONLY_URL, Relation.REPORTED, 0.6),
    ):
        for match in pattern.finditer(page.text):
            if page.at_edge(match.start()):
                yield from _found(page, match, relation, confidence, unlisted=pattern is not SIGNED)


def followed(page: Lines, country: str) -> Iterator[Derivation]:
    """Whose report the article follows: "по материалам ТАСС"."""
    for span in page.edges():
        for phrase in phrases(Relation.REPORTED):
            for match in phrase.pattern.finditer(page.text, *span):
                for name in pieces(match["who"]):
                    if known := outlet(name, country):
                        evidence = (Span(*match.span()),)
                        yield Derivation(*known, Relation.REPORTED, evidence=evidence, confidence=0.8)


def desks(page: Lines, article: Article) -> Iterator[Derivation]:
    """Lines near the top that name another outlet's desks and nothing else: "W Sport and W News", "Ada Brunt, W".

    Where nobody knows who published the page, it may be that outlet itself. An ordinary word alone is a label, and
    an agency alone a mark (`marks`).
    """
    own = plain_name(article.publisher.name).split()[:1] if article.publisher else []
    for line in page.header if own else ():
        text = page.words(line).strip() if line.end - line.start <= LONGEST_DESK else ""
        desk = DESK.fullmatch(text)
        names = re.split(r" and |, | / ", desk["who"] if desk else text)
        bearers = [gazetteer.by_name(name) for name in names]
        first = names[0].split(" ", 1)[0]
        known = next((one for found in bearers for one in found), None)
        related = all(found or name.startswith(f"{first} ") for name, found in zip(names, bearers, strict=True))
        label = known and not desk and (known.kind is Kind.WIRE or gazetteer.is_common_word(text))
        if known and related and not label and own != plain_name(known.name).split()[:1]:
            yield Derivation(known.name, known.kind, Relation.REPUBLISHED, evidence=(line,), confidence=0.8)


def _found(
    page: Lines, match: re.Match[str], relation: Relation, confidence: float, *, unlisted: bool
) -> Iterator[Derivation]:
    line = page.text.rfind("\n", max(0, match.start() - BEFORE), match.start()) + 1
    before = page.text[max(line, match.start() - BEFORE) : match.start()]
    known = _credited(match["who"], unlisted=unlisted)
    if known and not of_picture(f"{before} {_first_name(match['who'])}"):
        url = match["who"] if match["who"].startswith(("http", "www.")) else None
        evidence = (Span(match.start(), match.start("who") + len(_first_name(match["who"]))),)
        yield Derivation(*known, relation, url=url, evidence=evidence, confidence=confidence)


def _credited(text: str, *, unlisted: bool) -> Named | None:
    """The outlet that a credit names, by the list, by its host, or by a name of its own."""
    name = _first_name(text)
    is_host = HOST.fullmatch(name) is not None
    bearers = gazetteer.by_name(name)
    known = bearers[0] if bearers else gazetteer.by_domain(name) if is_host else None
    if known:
        return Named(known.name, known.kind)
    inside = next(iter(gazetteer.find(text)), None)
    if inside and text[: inside[0]].lower() in {"", "the "}:
        return Named(inside[2][0].name, inside[2][0].kind)
    name = re.sub(r"^(?:https?://(?:www\.)?|www\.|[Tt]he )", "", name)
    own = is_host or (unlisted and NAMED.fullmatch(name))
    return Named(name.split("/", maxsplit=1)[0], Kind.OUTLET) if own else None


def _first_name(text: str) -> str:
    """The name that a credit begins with: a host, or up to a comma, a full stop, a bracket, "on 3 May"."""
    host = HOST.match(text)
    return host.group().rstrip(".,") if host else ENDS_NAME.split(text, maxsplit=1)[0].strip()


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words("labels")), key=len, reverse=True))
    return re.compile(
        rf"^[ \t]*(?:{labels}){SPACE}*:[ \t]*(?P<who>[^\n.]{{2,80}}?)(?:\.\s+Details:|[.;]|$)", re.MULTILINE
    )
