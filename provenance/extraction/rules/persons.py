"""Whom "he" and "she" mean: by the sentence's subject, by who spoke last, by the pronoun that each goes by."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from provenance.extraction.rules.gender import by_given_name, pronouns
from provenance.extraction.rules.heard import PEOPLE, RECALL, Heard, name_like
from provenance.extraction.rules.lexicon import PREPOSITIONS
from provenance.extraction.rules.who import Who
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token
    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.said import Said

SELF = frozenset({"I", "me"})
HEAD = 12  # tokens
TAKEN_UP = 3  # sentences
RANKED = 9000  # characters: more than the words among which a reader ranks whom a pronoun means


class Ranks(Protocol):
    """The number of the candidate span, all in order, that a mention most likely stands for, or None."""

    def __call__(self, mention: Span, candidates: Sequence[Span]) -> int | None: ...


@dataclass
class Persons:
    """The people of a page, with the pronoun that each goes by as far as it is known."""

    heard: Heard
    ranks: Ranks | None = None
    pronouns: dict[str, frozenset[str]] = field(init=False)
    named: list[tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.named = sorted(pair for found in self.context.people.full.values() for pair in found)
        self.pronouns = pronouns(self.context.page.text, self.context.people.mentions)

    @property
    def context(self) -> Context:
        return self.heard.context

    def meant(self, said: Said, pronoun: frozenset[str], span: Span) -> Who:
        """Whom "he" means: an unnamed speaker just heard, else whom the sentence, or the last speech, is about."""
        if (
            self.heard.spoken
            and self.heard.spoken[-1].who.kind is Kind.ANONYMOUS
            and said.paragraph - self.heard.spoken[-1].paragraph <= 1
        ):
            return self.heard.spoken[-1].who
        subject = self._subject(said, pronoun, span)
        ranked = None if subject else self._ranked(span, pronoun)
        if ranked:
            self.pronouns.setdefault(ranked.name, pronoun)
            return ranked
        heard = (who for who in self.heard.recent(said, Kind.PERSON) if self._called(who.name, pronoun))
        hidden = (who for who in self.heard.recent(said, Kind.ANONYMOUS) if not who.head.endswith("s"))
        chosen = subject or next(heard, None) or next(hidden, None) or self._last_named(span, pronoun)
        if chosen is None:
            return Who(self.context.words(span), Kind.PERSON)
        self.pronouns.setdefault(chosen.name, pronoun)
        return chosen

    def _called(self, name: str, pronoun: frozenset[str]) -> bool:
        """Whether `name` may go by `pronoun`, as far as the page and the given name tell."""
        return (by_given_name(name) or self.pronouns.get(name) or pronoun) == pronoun

    def _ranked(self, span: Span, pronoun: frozenset[str]) -> Who | None:
        """The person whom the reader's own ranking prefers, unless the page calls them by another pronoun."""
        if self.ranks is None:
            return None
        mentions = self.context.people.mentions
        first = bisect_left(mentions, span.start - RANKED, key=lambda mention: mention[0].start)
        last = bisect_left(mentions, span.start, key=lambda mention: mention[0].start)
        named = [(at, Who(name, Kind.PERSON)) for at, name in mentions[first:last]]
        heard = [(known.span, known.who) for known in self.heard.spoken[-RECALL:] if known.who.kind in PEOPLE]
        agreeing = ((at, who) for at, who in (*named, *heard) if self._called(who.name, pronoun))
        candidates = sorted(agreeing, key=lambda pair: pair[0])
        best = self.ranks(span, [at for at, _ in candidates])
        return None if best is None else candidates[best][1]

    def _subject(self, said: Said, pronoun: frozenset[str], span: Span) -> Who | None:
        """A person near the head of this sentence, or of the last one before it that does not say "she" itself."""
        sentences = self.context.page.sentences
        number = said.sentence
        while number >= max(0, said.sentence - TAKEN_UP):
            if speaker := self._speaker(number, span, pronoun):
                return speaker
            head = sentences[number].tokens[:HEAD]
            before = span.start if number == said.sentence else sentences[number].end
            mine = self._taken_up(head, before, pronoun)
            if named := self._named(head[:mine] if mine else head, span, pronoun):
                return named
            if number < said.sentence and not mine:
                return None
            number -= 1
        return None

    def _named(self, head: Sequence[Token], span: Span, pronoun: frozenset[str]) -> Who | None:
        """The first person named in the head of a sentence who may go by `pronoun`."""
        full = self.context.people.full
        places = [
            i for i, t in enumerate(head) if t.start < span.start and not t.quote and t.capital and t.text in full
        ]
        for at in sorted(places, key=lambda i: _governed(head, i)):
            surname = head[at].text
            name = self.heard.full_name(surname)
            name = full[surname][0][1] if name == surname else name
            if self._called(name, pronoun):
                return Who(name, Kind.PERSON)
        return None

    def _taken_up(self, head: Sequence[Token], before: int, pronoun: frozenset[str]) -> int:
        """Where a sentence calls its subject by `pronoun`, whom those named after it are not; 0 where it does not."""
        subject = pronoun & {"he", "she"}
        return next((i for i, t in enumerate(head) if t.end < before and not t.quote and t.lower in subject), 0)

    def _speaker(self, number: int, span: Span, pronoun: frozenset[str]) -> Who | None:
        """The last person who spoke in sentence `number` before `span` and may go by `pronoun`."""
        sentence = self.context.page.sentences[number]
        for known in reversed(self.heard.spoken):
            if known.span.start < sentence.start:
                return None
            here = known.span.start < min(sentence.end, span.start) and self.context.words(known.span) not in SELF
            if (
                here
                and known.who.kind is Kind.PERSON
                and name_like(known.who.name)
                and self._called(known.who.name, pronoun)
            ):
                return known.who
        return None

    def _last_named(self, span: Span, pronoun: frozenset[str]) -> Who | None:
        before = range(bisect_left(self.named, (span.start, "")) - 1, -1, -1)
        names = (self.named[number][1] for number in before)
        last = next(filter(lambda name: self._called(name, pronoun), names), self.named[before[0]][1] if before else "")
        return Who(last, Kind.PERSON) if last else None


def _governed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name that ends at `at` follows a preposition: "with Ada |Brunt|"."""
    start = at
    while start and tokens[start - 1].capital:
        start -= 1
    before = [token.lower for token in tokens[max(0, start - 2) : start]]
    return bool(before) and (before[-1] in PREPOSITIONS or (before[-1] == "the" and before[0] in PREPOSITIONS))
