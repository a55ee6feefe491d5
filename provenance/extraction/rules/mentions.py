"""Where a page names an outlet: by the list, by the look of the name, by what introduces it, or by its last word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, NamedTuple

from provenance import gazetteer
from provenance.extraction.rules.lexicon import NEWSY_WORDS, OUTLET_NOUNS
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from provenance.model import Publisher

NEWSY = "|".join(sorted(NEWSY_WORDS, key=len, reverse=True))
RUN = r"[A-Z][\w’-]*(?:[  ][A-Z][\w’-]*){0,3}"
LOOKS_LIKE_ONE = re.compile(
    rf"(?<![\w’'-])(?:[A-Z][\w’'-]+[  ]){{1,3}}(?:{NEWSY})\b(?![  ][A-Z])(?![’']s? [a-z]+ (?:conference|secretary))"
)
AGENCY_AFTER = re.compile(rf"(?<![\w’-])(?P<name>{RUN})[  ](?:news agency|wire service)\b")
KINDS_OF_OUTLET = "news (?:site|website|magazine|portal|outlet)|newspaper|daily|broadcaster|tabloid"
INTRODUCED = re.compile(rf"\b(?P<what>news agency|wire service|{KINDS_OF_OUTLET})[  ](?P<name>{RUN})")
TITLED = r"[A-Z][\w’-]*(?:[  ](?:(?:and|of|the|for|&)[  ])*[A-Z][\w’-]*){0,4}"
SITE = rf"(?:{'|'.join(sorted(OUTLET_NOUNS, key=len, reverse=True))})"
JOURNAL = re.compile(rf"\b(?:[Tt]he|[Aa]n?) (?:[a-z]+ ){{0,2}}(?P<what>journal)[  ](?P<name>{TITLED})")
DESCRIBED = rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[\w’-]+ ){{0,5}}?{SITE}"
SAYS = r"(?:which|who|that|said|says|reported|reports|published|posted|wrote|claimed|claims)\b"
NAMING = (
    re.compile(rf"{DESCRIBED},? (?:called|named|known as|titled|dubbed) [“\"‘]?(?P<name>{TITLED})"),
    re.compile(rf"{DESCRIBED},? [“\"‘](?P<name>{TITLED}),?[”\"’]"),
    re.compile(rf"{DESCRIBED}, (?P<name>[A-Z][\w’-]+(?: [\w’-]+){{0,3}})(?= \()"),
    re.compile(rf"{DESCRIBED} (?P<name>{RUN})(?=,| \(|\.(?:\s|$)| {SAYS})"),
)
"""How a description goes on to a name: "called X", "“X”", ", X (“Y”)", "X said"."""
SHORT = re.compile(rf"\b[Tt]he ((?:{NEWSY}))\b(?![  ][A-Z])")
CITED_FROM = re.compile(
    r"(?:told|according to|report by|interview with|by|citing|quoting|reported by)(?: the)? $", re.IGNORECASE
)
SPEAKS = re.compile(
    r"[’']?s? (?:said|says|report|wrote|writes|magazine|newspaper|article|poll|interview|quoted|cited|published)"
)
NOT_OUTLETS = re.compile(r"(?:Fake|Breaking|Good|Bad) News|House Press|Free Press|Late Show Host")
LEADING = re.compile(r"^(?:(?:The|In|On|At|By|But|And|For|According|To|From|As) )+")


class OutletMention(NamedTuple):
    span: Span
    name: str
    kind: Kind


def outlet_mentions(text: str, publisher: Publisher | None) -> tuple[OutletMention, ...]:
    """Every outlet that `text` names, in order, none overlapping.

    "the Post" is the last longer name before it that ends so, else the publisher or the first after it; where there
    is none it stays no mention.
    """
    known = [*_own(text, publisher), *_introduced(text), *_called(text), *_by_look(text)]
    found = _merged(list(_listed(text)), known)
    return tuple(sorted(_told_apart(text, found, publisher)))


def _merged(listed: Sequence[OutletMention], known: Sequence[OutletMention]) -> list[OutletMention]:
    """Of overlapping mentions the one from the list, unless it is a mere part of the other."""
    kept: list[OutletMention] = []
    for mention in known:
        rivals = overlapping(listed, mention.span)
        if all(_inside(m.span, mention.span) for m in rivals) and not overlapping(kept, mention.span):
            insort(kept, mention)
    return sorted([m for m in listed if not overlapping(kept, m.span)] + kept)


def overlapping(mentions: Sequence[OutletMention], span: Span) -> Sequence[OutletMention]:
    """Which of `mentions`, in order and apart from each other, share a character with `span`."""
    first = bisect_right(mentions, span.start, key=lambda mention: mention.span.end)
    return mentions[first : bisect_left(mentions, span.end, key=lambda mention: mention.span.start)]


def _listed(text: str) -> Iterator[OutletMention]:
    for start, end, candidates in gazetteer.find(text):
        written = text[start:end]
        if len(written) < 3 and not written.isupper():
            continue
        before, after = text[max(0, start - 30) : start], text[end : end + 24]
        if gazetteer.is_common_word(written) and not (CITED_FROM.search(before) or SPEAKS.match(after)):
            continue
        agreed = len({candidate.name for candidate in candidates}) == 1
        yield OutletMention(Span(start, end), candidates[0].name if agreed else written, candidates[0].kind)


def _introduced(text: str) -> Iterator[OutletMention]:
    """Names that say what they are: "the news site Newsfold", "Jiji news agency"."""
    for match in (*INTRODUCED.finditer(text), *AGENCY_AFTER.finditer(text), *JOURNAL.finditer(text)):
        what = match.groupdict().get("what", "news agency")
        name = LEADING.sub("", match["name"])
        kind = Kind.WIRE if what in {"news agency", "wire service"} else Kind.OUTLET
        known = gazetteer.by_name(name)
        end = match.end("name")
        yield OutletMention(Span(end - len(name), end), known[0].name if len(known) == 1 else name, kind)


def _called(text: str) -> Iterator[OutletMention]:
    """Names that a description gives: "a Danish website called X", "the Danish newspaper “X”"."""
    for pattern in NAMING:
        for match in pattern.finditer(text):
            known = gazetteer.by_name(match["name"])
            if not NOT_OUTLETS.search(match["name"]):
                name = known[0].name if len(known) == 1 else match["name"]
                yield OutletMention(Span(*match.span("name")), name, Kind.OUTLET)


def _own(text: str, publisher: Publisher | None) -> Iterator[OutletMention]:
    """The publisher by its own name, and by the last word of it: "told the Voice"."""
    name = LEADING.sub("", publisher.name).strip() if publisher else ""
    if publisher is None or not name:
        return
    last = name.rsplit(" ", 1)[-1]
    for match in re.finditer(rf"\b{re.escape(name)}\b|(?<=\b[Tt]he ){re.escape(last)}\b(?![  ][A-Z])", text):
        yield OutletMention(Span(*match.span()), publisher.name, publisher.kind)


def _by_look(text: str) -> Iterator[OutletMention]:
    for match in LOOKS_LIKE_ONE.finditer(text):
        name = LEADING.sub("", match.group())
        if not NOT_OUTLETS.search(name) and len(name.split()) > 1:
            kind = Kind.WIRE if name.endswith(("Wire", "Newswire", "Press")) else Kind.OUTLET
            yield OutletMention(Span(match.end() - len(name), match.end()), name, kind)


def _told_apart(text: str, found: Sequence[OutletMention], publisher: Publisher | None) -> Iterator[OutletMention]:
    """The mentions, with one name for an outlet on the whole page: short names of longer ones, agencies as agencies."""
    wires = {m.name for m in found if m.kind is Kind.WIRE}
    longer: dict[str, list[OutletMention]] = {}
    initials: dict[str, list[OutletMention]] = {}
    for mention in found:
        parts = re.split(r"[ -]", mention.name)
        initials.setdefault("".join(word[0] for word in mention.name.split()), []).append(mention)
        if len(parts) > 1:
            longer.setdefault(parts[-1], []).append(mention)
    for mention in found:
        written = text[mention.span.start : mention.span.end]
        meant = (
            None
            if " " in written
            else _spelt_out(written, mention.span.start, initials)
            or _bearer(written, mention.span.start, longer, publisher)
        )
        name, kind = meant or (mention.name, mention.kind)
        yield OutletMention(mention.span, name, Kind.WIRE if name in wires else kind)
    for match in SHORT.finditer(text):
        meant = _bearer(match.group(1), match.start(), longer, publisher)
        if meant and not overlapping(found, Span(*match.span(1))):
            yield OutletMention(Span(*match.span(1)), *meant)


def _bearer(
    short: str, at: int, longer: Mapping[str, Sequence[OutletMention]], publisher: Publisher | None
) -> tuple[str, Kind] | None:
    """The outlet of the page whose longer name ends in `short`: the last before `at`, the publisher, the first."""
    bearers = longer.get(short, [])
    before = bisect_left(bearers, at, key=lambda mention: mention.span.start)
    if before:
        return bearers[before - 1].name, bearers[before - 1].kind
    if publisher and publisher.name.endswith(f" {short}"):
        return publisher.name, publisher.kind
    return (bearers[0].name, bearers[0].kind) if bearers else None


def _spelt_out(written: str, at: int, initials: Mapping[str, Sequence[OutletMention]]) -> tuple[str, Kind] | None:
    """The outlet named last before `at` whose initials `written` is: "LNS" after "Lorne News Service"."""
    bearers = initials.get(written, []) if written.isupper() else []
    before = bisect_left(bearers, at, key=lambda mention: mention.span.start)
    return (bearers[before - 1].name, bearers[before - 1].kind) if before else None


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end and one != other
