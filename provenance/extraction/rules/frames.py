"""How the whole page came to be: dateline, credit line, "Read Full Article at W", footer, declared origin, byline.

A frame governs every statement of the page, so it becomes a derivation of the article, not a hop of each chain.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.documents.dates import dated
from provenance.model import Derivation, Kind, Publisher, Relation, Span
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.cast import Cast
    from provenance.model import Article, Declaration

DATELINE = re.compile(
    r"^[ \t]*(?:[A-Z][\w’'.,/ -]{1,60}?,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? )?(?:\d{4} )?"
    r"\((?P<wire>[^()\n]{2,40})\)[ \t]*(?:[—–-]{1,2}|:)",
    re.MULTILINE,
)
BARE_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z’'. /-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?,? (?P<wire>[A-Z]\w+(?: [A-Z]\w+)?)"
    r"(?= [A-Z“]| ?[—–-])",
    re.MULTILINE,
)
PLACED = r"(?:by|on|in|at)"
TAKEN = (
    r"(?:[Rr]ead (?:the )?(?:[Ff]ull|[Oo]riginal|[Ww]hole|[Cc]omplete|[Rr]est of the) "
    r"(?:[Aa]rticle|[Ss]tory|[Rr]eport|[Pp]ost)? ?(?:at|on|in|here:?|via)"
    rf"|(?:[Oo]riginally|[Ff]irst) (?:published|appeared) {PLACED}"
    r"|[Rr]e(?:published|printed) (?:from|with permission from|courtesy of)"
    r"|(?:[Tt]his (?:article|story|report|piece) (?:was )?(?:originally |first )?"
    r"|[Tt]he (?:article|story) (?:was )?(?:originally|first) )"
    rf"(?:published|appeared|produced|written) {PLACED}"
    r"|[Tt]ranslation of (?:the|an) article by|[Cc]ourtesy of)"
)
READ_FULL = re.compile(rf"\b{TAKEN}[ \t]*(?P<who>[^\n]{{2,80}})")
SOURCE_LINE = re.compile(
    r"^[ \t]*(?:Sources?|Via|Credit|Originally at)[ \t]*:[ \t]*(?P<who>[^\n.]{2,80}?)(?:\.\s+Details:|[.;]|$)",
    re.MULTILINE,
)
SIGNED = re.compile(r"(?<=[.!?”\"’)])[ \t]*(?:--|—|–)[ \t]*(?P<who>[A-Z][\w&. ]{1,30}?)[ \t.]*$", re.MULTILINE)
CREDITED = re.compile(
    r"\((?:Text|Story|Report|Source|Words)(?:(?: and|,|/) \w+){0,2}:[ \t]*(?P<who>[^()\n]{2,40})\)[ \t.]*$",
    re.MULTILINE,
)
ONLY_URL = re.compile(r"^[ \t]*(?P<who>https?://\S+|www\.\S+)[ \t]*$", re.MULTILINE)
CREDITS = (
    (READ_FULL, Relation.REPUBLISHED, 0.9),
    (SOURCE_LINE, Relation.REPORTED, 0.8),
    (CREDITED, Relation.REPUBLISHED, 0.8),
    (SIGNED, Relation.REPUBLISHED, 0.8),
    (ONLY_URL, Relation.REPORTED, 0.6),
)
REPORTER = r"(?P<byline>[A-Z][\w’'.-]+(?: (?:and |de |van |von |al-)?[A-Z][\w’'.-]*){1,5})"
FOR_OUTLET = re.compile(
    rf"^[ \t]*(?:By )?{REPORTER} for (?:the )?(?P<publisher>[A-Z][^\n]{{1,40}}?)[ \t.]*$", re.MULTILINE
)
BY_LINE = re.compile(rf"^[ \t]*[Bb][Yy] {REPORTER}(?:[,|/] *(?P<publisher>[A-Z][^\n]{{1,40}}))?[ \t]*$", re.MULTILINE)
DESK = re.compile(rf"(?:By )?{REPORTER}, (?P<who>[A-Z][^\n,]{{1,40}})")
LONGEST_DESK = 60  # characters
NAMED = re.compile(r"(?:(?![a-z])[^\W\d_][\w’'&.-]*)(?: (?:of|the|and|[A-Z][\w’'&.-]*)){0,4}")
HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+[^\s,;)]*")
ENDS_NAME = re.compile(r"[,;.(|]| on | in | at | and is | and has |\s[—–-]\s")
AGENCY_WORDS = re.compile(r"(?:Wire|News|Press|Agency|Service)$")
DATE_LABEL = re.compile(
    r"(?:Published|Posted|Date|Updated)?(?: on)?:?[ \t]*(?:[A-Z][a-z]+day,?[ \t]*)?[.]?", re.IGNORECASE
)
HEADER = 6  # lines
TOP = 1500  # characters
ENDS = 600


def derived(page: Page, article: Article, people: Cast) -> tuple[Derivation, ...]:
    """What the whole article was taken from: each outlet once, shown by the text where it can be."""
    found = [*_declared(article), *_datelines(page, people), *_credits(page), *_desks(page, article)]
    own = plain_name(article.publisher.name) if article.publisher else ""
    kept: dict[str, Derivation] = {}
    for derivation in found:
        name = plain_name(derivation.name)
        if name and name != own and (name not in kept or (not kept[name].evidence and derivation.evidence)):
            kept[name] = derivation
    return tuple(kept.values())


def published_by(page: Page, article: Article) -> Article:
    """The article with the publisher and the byline that its credit lines give."""
    publisher, byline = article.publisher, article.byline
    tail = Span(max(0, len(page.text) - ENDS), len(page.text))
    for match in FOR_OUTLET.finditer(page.text, tail.start):
        publisher = publisher or Publisher(match["publisher"])
        byline = byline or match["byline"]
    head = page.text[:ENDS]
    by = BY_LINE.search(head) or BY_LINE.search(page.text, tail.start)
    if by:
        byline = byline or by["byline"]
        publisher = publisher or (Publisher(by["publisher"]) if by["publisher"] else None)
    if publisher is None and article.url and (owner := gazetteer.by_domain(article.url)):
        publisher = Publisher(owner.name, owner.kind)
    if publisher is not None:
        publisher = _canonical(publisher)
    return replace(article, publisher=publisher, byline=byline, published=article.published or _dated(page))


def _dated(page: Page) -> str | None:
    """The day that a line of its own near the top gives: "3 March 2025", "Published: May 12, 2025"."""
    for line in page.paragraphs[:HEADER]:
        found = dated(page.text, line, None)
        rest = page.text[line.start : found.span.start] + page.text[found.span.end : line.end] if found else ""
        if found and len(found.value) == len("2025-03-03") and DATE_LABEL.fullmatch(rest):
            return found.value
    return None


def _canonical(publisher: Publisher) -> Publisher:
    bearers = gazetteer.by_name(publisher.name) or gazetteer.by_name(publisher.name.replace("-", " "))
    return Publisher(bearers[0].name, bearers[0].kind) if len(bearers) == 1 else publisher


def _declared(article: Article) -> Iterator[Derivation]:
    for declaration in article.declared:
        name, kind = _declarer(declaration)
        relation = (
            Relation.REPUBLISHED
            if "canonical" in declaration.field or "syndication" in declaration.field
            else Relation.REPORTED
        )
        yield Derivation(name, kind, relation, url=declaration.url, declared_in=declaration.field, confidence=0.95)


def _declarer(declaration: Declaration) -> tuple[str, Kind]:
    owner = gazetteer.by_domain(declaration.url) if declaration.url else None
    bearers = gazetteer.by_name(declaration.name) if declaration.name else ()
    known = bearers[0] if bearers else owner
    if known:
        return known.name, known.kind
    host = re.sub(r"^(?:https?://)?(?:www\.)?([^/]+).*$", r"\1", declaration.url or "")
    return declaration.name or host, Kind.OUTLET


def _datelines(page: Page, people: Cast) -> Iterator[Derivation]:
    """Datelines such as "CITY, Oct. 4 (UPI) —" near the top of the page."""
    for match in BARE_DATELINE.finditer(page.text, 0, TOP):
        words = match["wire"].split()
        named = (name for end in range(len(words), 0, -1) for name in gazetteer.by_name(" ".join(words[:end])))
        wire = next((one for one in named if one.kind is Kind.WIRE), None)
        if wire:
            yield Derivation(
                wire.name, wire.kind, Relation.REPUBLISHED, evidence=(Span(*match.span()),), confidence=0.9
            )
    for match in DATELINE.finditer(page.text, 0, TOP):
        span = Span(*match.span("wire"))
        for name in re.split(r"/| and ", match["wire"]):
            found = _agency(name.strip(), people, span)
            if found:
                evidence = (Span(*match.span()),)
                yield Derivation(*found, Relation.REPUBLISHED, evidence=evidence, confidence=0.95)


def _desks(page: Page, article: Article) -> Iterator[Derivation]:
    """Lines near the top that name another outlet's desks and nothing else: "W Sport and W News", "Ada Brunt, W".

    Where nobody knows who published the page, it may be that outlet itself.
    """
    own = plain_name(article.publisher.name).split()[:1] if article.publisher else []
    for line in page.paragraphs[:HEADER] if own else ():
        words = page.text[line.start : line.end].strip()
        desk = DESK.fullmatch(words)
        names = re.split(r" and |, | / ", desk["who"] if desk else words)
        bearers = [gazetteer.by_name(name) for name in names]
        first = names[0].split(" ", 1)[0]
        known = next((one for found in bearers for one in found), None)
        related = all(found or name.startswith(f"{first} ") for name, found in zip(names, bearers, strict=True))
        if known and related and len(words) <= LONGEST_DESK and own != plain_name(known.name).split()[:1]:
            yield Derivation(known.name, known.kind, Relation.REPUBLISHED, evidence=(line,), confidence=0.8)


def _agency(name: str, people: Cast, span: Span) -> tuple[str, Kind] | None:
    """The agency that a dateline names at `span`: by the list, by the page, or by the look of its name."""
    bearers = gazetteer.by_name(name)
    if bearers:
        wires = [o for o in bearers if o.kind is Kind.WIRE] or list(bearers)
        return wires[0].name, wires[0].kind
    mention = people.outlet_at(span)
    if mention:
        return mention.name, Kind.WIRE
    return (name, Kind.WIRE) if AGENCY_WORDS.search(name) else None


def _credits(page: Page) -> Iterator[Derivation]:
    for pattern, relation, confidence in CREDITS:
        for match in pattern.finditer(page.text):
            if pattern is not READ_FULL and not _at_edge(page, match.start()):
                continue
            found = _credited(match["who"])
            if found and (pattern is not SIGNED or gazetteer.by_name(match["who"].strip())):
                url = match["who"] if match["who"].startswith(("http", "www.")) else None
                end = match.start("who") + len(_first_name(match["who"]))
                evidence = (Span(match.start(), end),)
                yield Derivation(*found, relation, url=url, evidence=evidence, confidence=confidence)


def _at_edge(page: Page, at: int) -> bool:
    """Whether `at` is in the first or the last three paragraphs."""
    edges = (*page.paragraphs[:3], *page.paragraphs[-3:])
    return any(s <= at < e for s, e in edges)


def _credited(words: str) -> tuple[str, Kind] | None:
    """The outlet that a credit names, by the list, by its host, or by a name of its own."""
    name = _first_name(words)
    is_host = HOST.fullmatch(name) is not None
    bearers = gazetteer.by_name(name)
    known = bearers[0] if bearers else gazetteer.by_domain(name) if is_host else None
    if known:
        return known.name, known.kind
    inside = next(iter(gazetteer.find(words)), None)
    if inside and words[: inside[0]].lower() in {"", "the "}:
        return inside[2][0].name, inside[2][0].kind
    name = re.sub(r"^(?:https?://(?:www\.)?|www\.|[Tt]he )", "", name)
    return (name.split("/", maxsplit=1)[0], Kind.OUTLET) if is_host or NAMED.fullmatch(name) else None


def _first_name(words: str) -> str:
    """The name that a credit begins with: a host, or up to a comma, a full stop, a bracket, "on 3 May"."""
    host = HOST.match(words)
    return host.group().rstrip(".,") if host else ENDS_NAME.split(words, maxsplit=1)[0].strip()
