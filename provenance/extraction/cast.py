"""Who and what a page names: full names, outlets, and the order in which they come up."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance import outlets
from provenance.extraction.lexicon import DEMONYMS, NEWSY_WORDS, NOT_NAMES, ORGANIZATION_WORDS, TITLES
from provenance.extraction.names import NAME
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.extraction.segment import Page

DEMONYM = re.compile(rf"\b(?:{'|'.join(sorted(DEMONYMS, key=len, reverse=True))})\b")


NEWSY = "|".join(sorted(NEWSY_WORDS, key=len, reverse=True))
UNKNOWN = re.compile(
    rf"(?:[A-Z][\w’'-]+[  ]){{1,3}}(?:{NEWSY})\b(?![  ][A-Z])(?![’']s? [a-z]+ (?:conference|secretary))"
)
AGENCY = re.compile(r"((?:[A-Z][\w’-]+[  ]){0,3}[A-Z][\w’-]+)[  ](?:news )?(?:agency|wire service)\b")
SHORT = re.compile(rf"\b[Tt]he ((?:{NEWSY}))\b(?![  ][A-Z])")
CITED_FROM = re.compile(
    r"(?:told|according to|report by|interview with|by|citing|quoting|reported by)(?: the)? $", re.IGNORECASE
)
SPEAKS = re.compile(
    r"[’']?s? (?:said|says|report|wrote|writes|magazine|newspaper|article|poll|interview|quoted|cited|published)"
)
NOT_OUTLETS = re.compile(r"(?:Fake|Breaking|Good|Bad) News|House Press|Free Press|Late Show Host")


class OutletMention(NamedTuple):
    span: Span
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Cast:
    """Full names by surname with the places they stand, and outlet mentions in order."""

    full: dict[str, tuple[tuple[int, str], ...]]
    outlets: tuple[OutletMention, ...]

    def outlet_at(self, span: Span) -> OutletMention | None:
        """The first outlet named inside `span`."""
        return next((m for m in self.outlets if span.start <= m.span.start and m.span.end <= span.end), None)

    def full_name(self, short: str, heard: Sequence[str] = ()) -> str:
        """The full name on the page that `short` is a part of: one in `heard`, latest first, else the commonest."""
        words = short.split()
        if not words:
            return short
        known = [
            name
            for _, name in self.full.get(words[-1], ())
            if len(name.split()) > len(words) and _within(words, name.split())
        ]
        recent = next((name for name in heard if name in known), None)
        return recent or (Counter(known).most_common(1)[0][0] if known else short)


def _within(words: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(any(word == other for other in rest) for word in words)


def cast(page: Page) -> Cast:
    """Read the names off `page`; headlines, where every word is capitalised, count for outlets only."""
    mentions = _outlets(page.text)
    taken = [m.span for m in mentions]
    names: dict[str, list[tuple[int, str]]] = {}
    for number, paragraph in enumerate(page.paragraphs):
        if number == 0 and _headline(page.text[paragraph.start : paragraph.end]):
            continue
        for start, name in _names(page.text, paragraph):
            if not any(s <= start < e for s, e in taken):
                names.setdefault(name.split()[-1], []).append((start, name))
    return Cast({surname: tuple(found) for surname, found in names.items()}, mentions)


def _headline(text: str) -> bool:
    words = [w for w in re.findall(r"[A-Za-z’']+", text) if len(w) > 3]
    return bool(words) and sum(w[0].isupper() for w in words) / len(words) > 0.7


def _names(text: str, paragraph: Span) -> Iterator[tuple[int, str]]:
    for match in NAME.finditer(text, paragraph.start, paragraph.end):
        raw = match.group()
        words = re.sub(r"[’']s\b.*", "", raw).rstrip(".,").split()
        start = match.start()
        cut = max((i + 1 for i, w in enumerate(words[:-1]) if w.lower().rstrip(".") in TITLES), default=0)
        words = words[cut:]
        while words and (words[0].lower().rstrip(".") in TITLES or words[0].lower() in NOT_NAMES):
            words = words[1:]
        if (
            not 2 <= len(words) <= 4
            or words[-1].lower() in ORGANIZATION_WORDS | NOT_NAMES
            or any(w.lower() in NOT_NAMES for w in words)
        ):
            continue
        yield start, " ".join(words)


def _outlets(text: str) -> tuple[OutletMention, ...]:
    known = list(_listed(text))
    unlisted = [m for m in _unlisted(text) if not any(_overlap(k, m) and not _inside(k, m) for k in known)]
    found = [k for k in known if not any(_overlap(k, m) for m in unlisted)] + unlisted
    return tuple(sorted(found + [m for m in _shortened(text, found) if not any(_overlap(k, m) for k in found)]))


def _overlap(one: OutletMention, other: OutletMention) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _inside(one: OutletMention, other: OutletMention) -> bool:
    return other.span.start <= one.span.start and one.span.end <= other.span.end and one.span != other.span


def _listed(text: str) -> Iterator[OutletMention]:
    for start, end, candidates in outlets.find(text):
        written = text[start:end]
        if len(written) < 3 and not written.isupper():
            continue
        names = {c.name for c in candidates}
        if outlets.is_common_word(written) and not _cued(text, start, end):
            continue
        yield OutletMention(Span(start, end), candidates[0].name if len(names) == 1 else written, candidates[0].kind)


def _unlisted(text: str) -> Iterator[OutletMention]:
    """Names that end as newspapers and broadcasters do, and "X news agency"."""
    for match in AGENCY.finditer(text):
        name = re.sub(r"^(?:The|But|And|In) ", "", match.group(1))
        if match.group().lower().endswith(("news agency", "wire service")):
            yield OutletMention(Span(match.end(1) - len(name), match.end(1)), name, Kind.WIRE)
    for match in UNKNOWN.finditer(text):
        name = match.group()
        if not NOT_OUTLETS.search(name):
            kind = Kind.WIRE if name.endswith(("Wire", "Newswire")) else Kind.OUTLET
            short = re.sub(r"^(?:(?:The|In|On|At|By|But|And|For|According|To|From|As) )+", "", name)
            if len(short.split()) > 1:
                yield OutletMention(Span(match.end() - len(short), match.end()), short, kind)


def _shortened(text: str, known: Sequence[OutletMention]) -> Iterator[OutletMention]:
    """Mentions such as "the Post", once the page says which: the last outlet before, or the first after, ending so."""
    for match in SHORT.finditer(text):
        bearers = [m for m in known if m.name.endswith(match.group(1)) and m.name != match.group(1)]
        before = [m for m in bearers if m.span.start < match.start()]
        if bearers:
            one = before[-1] if before else bearers[0]
            yield OutletMention(Span(match.start(1), match.end(1)), one.name, one.kind)


def _cued(text: str, start: int, end: int) -> bool:
    """A name that is also an ordinary word is an outlet only where the words beside it speak of reporting."""
    before, after = text[max(0, start - 30) : start], text[end : end + 24]
    return bool(CITED_FROM.search(before) or SPEAKS.match(after))


def nationality(text: str, at: int) -> str:
    """The nearest demonym before `at`: whose "the presidential office" is."""
    found = None
    for found in DEMONYM.finditer(text, max(0, at - 1500), at):  # noqa: B007
        pass
    return found.group() if found else ""
