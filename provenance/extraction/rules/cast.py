"""Who and what a page names: people by their full names, bodies, outlets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import ALSO_OUTLETS, DEMONYMS, NOT_NAMES, ORGANIZATION_WORDS, OUTLET_NOUNS
from provenance.extraction.rules.mentions import outlet_mentions, overlapping
from provenance.extraction.rules.names import NAME, title
from provenance.extraction.rules.offices import beside, described, offices
from provenance.extraction.rules.who import PLATFORMS, noun_kinds
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.mentions import OutletMention
    from provenance.model import Publisher

DEMONYM = re.compile(rf"\b(?:{'|'.join(sorted(DEMONYMS, key=len, reverse=True))})\b")
BODY = re.compile(r"\b(?P<noun>[a-z]+)[  ](?P<name>[A-Z][\w’-]+(?:[  ][A-Z][\w’-]+){1,3})")
SAME_OUTLET = OUTLET_NOUNS | ALSO_OUTLETS
WIRE_NOUNS = frozenset("agency wire".split())
NATION_REACH = 1500  # characters
CAPITALISED = 0.7
LETTERS = 3
INTRODUCED = 1200  # characters
LAWMAKERS = frozenset("senator congressman congresswoman representative".split())


@dataclass(frozen=True, slots=True)
class Cast:
    """Who a page names.

    `full` holds full names by surname with the places they stand, `commonest` each once, the commonest first; `bodies`
    the names introduced as a body's; `outlets` the mentions of outlets in order, `offices` what each person is called,
    `mentions` every place where a person's full name or surname stands, with the full name.
    """

    full: dict[str, tuple[tuple[int, str], ...]]
    commonest: dict[str, tuple[str, ...]]
    bodies: frozenset[str]
    outlets: tuple[OutletMention, ...]
    offices: dict[str, frozenset[str]]
    mentions: tuple[tuple[Span, str], ...]

    def outlet_meant(self, phrase: str, noun: str, at: int) -> OutletMention | None:
        """The outlet that "the newspaper" at `at` stands for, or the agency that "the agency" does: the last named."""
        plain = len(phrase.split()) <= 3 and phrase[1:].islower()
        if not plain or noun not in SAME_OUTLET | WIRE_NOUNS:
            return None
        return next((m for m in self.outlets_before(at) if noun in SAME_OUTLET or m.kind is Kind.WIRE), None)

    def outlet_at(self, span: Span) -> OutletMention | None:
        """The first outlet named inside `span`."""
        return next((m for m in self.outlets_in(span) if m.span.end <= span.end), None)

    def outlets_in(self, span: Span) -> tuple[OutletMention, ...]:
        """The outlets whose names begin inside `span`, in order."""
        return self.outlets[self._first(span.start) : self._first(span.end)]

    def outlets_before(self, at: int) -> Iterator[OutletMention]:
        """The outlets whose names begin before `at`, the nearest first."""
        return (self.outlets[number] for number in range(self._first(at) - 1, -1, -1))

    def _first(self, at: int) -> int:
        """The position of the first outlet mention that begins at `at` or later."""
        return bisect_left(self.outlets, at, key=lambda mention: mention.span.start)

    def shouted(self, word: str) -> str:
        """The full name of whom a transcript calls "PENCE"; "" where the page names nobody so."""
        last = word.rsplit(maxsplit=1)[-1]
        return next((name for surname, (name, *_) in self.commonest.items() if surname.upper() == last), "")

    def holder(self, description: str) -> str:
        """The one person whom the page gives the office of a description; "" where it is none or several."""
        words = described(description)
        holders = [name for name, office in self.offices.items() if words and words <= office]
        return holders[0] if len({name.rsplit(maxsplit=1)[-1] for name in holders}) == 1 else ""

    def introduced_later(self, text: str, noun: str, at: int) -> str:
        """Who is named in `text` soon after `at` with the office that "a judge" there holds; "" where nobody is."""
        held = LAWMAKERS if noun in {"lawmaker", "legislator", "member"} else described(noun)
        soon = (one for one in self.mentions if at < one[0].start < at + INTRODUCED)
        return next((name for span, name in soon if held & beside(text, span)), "")

    def full_name(self, short: str, heard: Sequence[str] = ()) -> str:
        """The full name on the page that `short` is a part of: one in `heard`, latest first, else the commonest."""
        words = short.split()
        if not words:
            return short
        named = self.commonest.get(words[-1], ())
        known = [name for name in named if len(name.split()) > len(words) and in_order(words, name.split())]
        recent = next((name for name in heard if name in known), None)
        return recent or (known[0] if known else short)


def in_order(words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether `words` stand in `full` in the same order, others between them or not."""
    rest = iter(full)
    return all(any(word == other for other in rest) for word in words)


def cast(page: Page, publisher: Publisher | None) -> Cast:
    """Read the names off `page`; headlines, where every word is capitalised, count for outlets only."""
    mentions = outlet_mentions(page.text, publisher)
    bodies = frozenset(match["name"] for match in BODY.finditer(page.text) if _is_body(match["noun"]))
    names: dict[str, list[tuple[int, str]]] = {}
    for number, paragraph in enumerate(page.paragraphs):
        if number == 0 and _headline(page.text[paragraph.start : paragraph.end]):
            continue
        for start, name in _names(page.text, paragraph):
            if name not in bodies and not overlapping(mentions, Span(start, start + 1)):
                names.setdefault(name.split()[-1], []).append((start, name))
    commonest = {
        surname: tuple(name for name, _ in Counter(name for _, name in found).most_common())
        for surname, found in names.items()
    }
    full = {surname: tuple(found) for surname, found in names.items()}
    people = tuple(_mentions(page.text, commonest))
    return Cast(full, commonest, bodies, mentions, offices(page.text, people), people)


def _mentions(text: str, commonest: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Span, str]]:
    """Full names and surnames in the order of the text."""
    if not commonest:
        return
    surnames = _either(sorted(commonest, key=len, reverse=True), LETTERS)
    firsts = _either(dict.fromkeys(name.rsplit(maxsplit=1)[0] for all_ in commonest.values() for name in all_), LETTERS)
    for match in re.finditer(rf"(?<![\w-])(?:(?P<first>{firsts})[  ])?(?P<last>{surnames})(?![\w-])", text):
        names = commonest[match["last"]]
        whole = match.group().replace(" ", " ")
        yield Span(*match.span()), whole if whole in names else names[0]


def _either(words: Iterable[str], letters: int) -> str:
    """A pattern for one of `words`, which branches at each of their first `letters`: quick among thousands."""
    if not letters:
        return "|".join(map(re.escape, words))
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    parts = (f"{re.escape(letter)}(?:{_either(rest, letters - 1)})" if letter else "" for letter, rest in rests.items())
    return "|".join(parts)


def _is_body(noun: str) -> bool:
    return noun_kinds().get(noun) is Kind.ORGANIZATION


def _headline(text: str) -> bool:
    """Whether most words that are no particles have a capital."""
    words = [w for w in re.findall(r"[A-Za-z’']+", text) if len(w) > 3]
    return bool(words) and sum(w[0].isupper() for w in words) / len(words) > CAPITALISED


def _names(text: str, paragraph: Span) -> Iterator[tuple[int, str]]:
    """Full names of two to four words, titles cut, each with where it starts."""
    for match in NAME.finditer(text, paragraph.start, paragraph.end):
        words = re.sub(r"[’']s\b.*", "", match.group()).rstrip(".,").split()
        words = words[max((i + 1 for i, word in enumerate(words[:-1]) if title(word)), default=0) :]
        while words and (title(words[0]) or words[0].lower() in NOT_NAMES):
            words = words[1:]
        full = 2 <= len(words) <= 4 and not NOT_NAMES & {word.lower() for word in words}
        name = " ".join(words)
        if (
            full
            and not DEMONYM.fullmatch(words[-1])
            and words[-1].lower() not in ORGANIZATION_WORDS
            and name.lower() not in PLATFORMS
        ):
            yield match.start() + match.group().find(words[0]), name


def nationality(text: str, at: int) -> str:
    """The nearest demonym before `at`, "" where none is near: whose "the presidential office" is."""
    found = DEMONYM.findall(text, max(0, at - NATION_REACH), at)
    return found[-1] if found else ""
