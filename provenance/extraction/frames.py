"""How the whole page came to be: dateline, credit line, "Read Full Article at W", footer, declared origin, byline.

A frame governs every statement of the page, so it becomes a derivation of the article, not a hop of each chain.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance import outlets
from provenance.identity import plain_name
from provenance.model import Derivation, Kind, Publisher, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.extraction.cast import Cast
    from provenance.extraction.segment import Page
    from provenance.model import Article, Declaration

DATELINE = re.compile(
    r"^[ \t]*(?:[A-Z][\w’'.,/ -]{1,60}?,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? )?(?:\d{4} )?\(?(?P<lead>\()(?P<wire>[^()\n]{2,40})\)[ \t]*(?:[—–-]{1,2}|:)",
    re.MULTILINE,
)
OWN_DATELINE = re.compile(
    r"^[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][\w. ]{1,25})?,? (?:[A-Z][a-z]+\.? \d{1,2} )?[—–-]{1,2} ?(?P<wire>[A-Z][\w’ ]{1,30}?)(?= [—–-]{1,2} )",
    re.MULTILINE,
)
READ_FULL = re.compile(
    r"\b(?:[Rr]ead (?:the )?(?:[Ff]ull|[Oo]riginal|[Ww]hole|[Cc]omplete|[Rr]est of the) (?:[Aa]rticle|[Ss]tory|[Rr]eport|[Pp]ost)? ?(?:at|on|in|here:?|via)|[Oo]riginally (?:published|appeared) (?:by|on|in|at)|[Ff]irst (?:published|appeared) (?:by|on|in|at)|[Rr]epublished (?:from|with permission from|courtesy of)|[Rr]eprinted (?:from|with permission from)|(?:[Tt]his|[Tt]he) (?:article|story|report|piece) (?:was )?(?:originally |first )?(?:published|appeared|produced|written) (?:by|on|in|at)|[Tt]ranslation of (?:the|an) article by|[Cc]ourtesy of|[Cc]opyright(?: ©)?(?: \d{4})?(?: by)?|©(?: \d{4})?)[ \t]*(?:the |The )?(?P<who>[^\n]{2,80})"
)
SOURCE_LINE = re.compile(
    r"^[ \t]*(?:Source|Sources|Via|Quelle|Credit|From|Originally at)[ \t]*:[ \t]*(?P<who>[^\n.]{2,80}?)(?:\.\s+Details:|[.;]|$)",
    re.MULTILINE,
)
FOR_OUTLET = re.compile(
    r"^[ \t]*(?:By )?(?P<byline>[A-Z][\w’'.-]+(?: [A-Za-z][\w’'.-]*){1,3}) for (?:the )?(?P<publisher>[A-Z][^\n]{1,40}?)[ \t.]*$",
    re.MULTILINE,
)
BY_LINE = re.compile(
    r"^[ \t]*[Bb][Yy] (?P<byline>[A-Z][\w’'.-]+(?: (?:and |de |van |von |al-)?[A-Z][\w’'.-]*){1,5})(?:[,|/] *(?P<publisher>[A-Z][^\n]{1,40}))?[ \t]*$",
    re.MULTILINE,
)
ONLY_URL = re.compile(r"^[ \t]*(?P<who>https?://\S+|www\.\S+)[ \t]*$", re.MULTILINE)
ENDS = 600


def framed(page: Page, article: Article, people: Cast) -> tuple[Article, tuple[Derivation, ...]]:
    """The article with what its frames say of publisher and byline, and what the whole of it was taken from."""
    article = _published_by(page, article)
    found = [*_declared(article), *_datelines(page, people), *_credits(page)]
    own = plain_name(article.publisher.name) if article.publisher else ""
    kept: dict[str, Derivation] = {}
    for derivation in found:
        name = plain_name(derivation.name)
        if name and name != own and (name not in kept or (not kept[name].evidence and derivation.evidence)):
            kept[name] = derivation
    return article, tuple(kept.values())


def _published_by(page: Page, article: Article) -> Article:
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
    if publisher is None and article.url and (owner := outlets.by_domain(article.url)):
        publisher = Publisher(owner.name, owner.kind)
    if publisher is not None:
        publisher = _canonical(publisher)
    return replace(article, publisher=publisher, byline=byline)


def _canonical(publisher: Publisher) -> Publisher:
    bearers = outlets.by_name(publisher.name) or outlets.by_name(publisher.name.replace("-", " "))
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
    owner = outlets.by_domain(declaration.url) if declaration.url else None
    bearers = outlets.by_name(declaration.name) if declaration.name else ()
    if bearers or owner:
        one = bearers[0] if bearers else owner
        assert one is not None  # noqa: S101
        return one.name, one.kind
    host = re.sub(r"^(?:https?://)?(?:www\.)?([^/]+).*$", r"\1", declaration.url or "")
    return declaration.name or host, Kind.OUTLET


def _datelines(page: Page, people: Cast) -> Iterator[Derivation]:
    """Datelines such as "CITY, Oct. 4 (UPI) —" near the top of the page."""
    for match in DATELINE.finditer(page.text, 0, min(len(page.text), 1500)):
        span = Span(match.start("wire"), match.end("wire"))
        for name in re.split(r"/| and ", match["wire"]):
            found = _agency(name.strip(), people, span)
            if found:
                yield Derivation(
                    found[0],
                    found[1],
                    Relation.REPUBLISHED,
                    evidence=(Span(match.start(), match.end()),),
                    confidence=0.95,
                )


def _agency(name: str, people: Cast, span: Span) -> tuple[str, Kind] | None:
    bearers = outlets.by_name(name)
    if bearers:
        wires = [o for o in bearers if o.kind is Kind.WIRE] or list(bearers)
        return wires[0].name, wires[0].kind
    mention = people.outlet_at(span)
    if mention:
        return mention.name, Kind.WIRE
    return (name, Kind.WIRE) if re.search(r"(?:Wire|News|Press|Agency|Service)$", name) else None


def _credits(page: Page) -> Iterator[Derivation]:
    for pattern, relation, confidence in (
        (READ_FULL, Relation.REPUBLISHED, 0.9),
        (SOURCE_LINE, Relation.REPORTED, 0.8),
        (ONLY_URL, Relation.REPORTED, 0.6),
    ):
        for match in pattern.finditer(page.text):
            if pattern is not READ_FULL and not _at_edge(page, match.start()):
                continue
            found = _credited(match["who"])
            if found:
                url = match["who"] if match["who"].startswith(("http", "www.")) else None
                yield Derivation(
                    *found,
                    relation,
                    url=url,
                    evidence=(
                        Span(
                            match.start(),
                            match.end("who")
                            if pattern is not READ_FULL
                            else match.start("who") + len(_first_name(match["who"])),
                        ),
                    ),
                    confidence=confidence,
                )


def _at_edge(page: Page, at: int) -> bool:
    """Whether `at` is in the first or the last three paragraphs."""
    edges = (*page.paragraphs[:3], *page.paragraphs[-3:])
    return any(s <= at < e for s, e in edges)


def _credited(words: str) -> tuple[str, Kind] | None:
    name = _first_name(words)
    bearers = outlets.by_name(name)
    owner = None if bearers else outlets.by_domain(name) if re.fullmatch(r"\S+\.\S+", name) else None
    one = bearers[0] if bearers else owner
    if one:
        return one.name, one.kind
    inside = next(iter(outlets.find(words)), None)
    if inside and inside[0] < 12:
        return inside[2][0].name, inside[2][0].kind
    plain = re.fullmatch(r"(?:[A-Z][\w’'&.-]*)(?: (?:of|the|and|[A-Z][\w’'&.-]*)){0,4}", name)
    return (
        (re.sub(r"^(?:https?://)?(?:www\.)?", "", name).split("/")[0], Kind.OUTLET)
        if plain or re.fullmatch(r"\S+\.\S+", name)
        else None
    )


def _first_name(words: str) -> str:
    """The name that a credit begins with: up to a comma, a full stop, a bracket, "on 3 May"."""
    host = re.match(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+[^\s,;)]*", words)
    if host:
        return host.group().rstrip(".,")
    return re.split(r"[,;.(|]| on | in | at | and is | and has |\s[—–-]\s", words, maxsplit=1)[0].strip()
