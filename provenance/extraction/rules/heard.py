"""Who has spoken on a page so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import TITLES
from provenance.extraction.rules.who import noun_kinds
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.said import Said
    from provenance.extraction.rules.who import Who
    from provenance.model import Span

PEOPLE = frozenset({Kind.PERSON, Kind.ANONYMOUS})
RECALL = 200  # statements
REACH = 5  # paragraphs
PARTICLES = frozenset("de van von bin al da la der den".split())


@dataclass(frozen=True, slots=True)
class Known:
    """Someone who has spoken, in which paragraph, and the words that said who."""

    who: Who
    paragraph: int
    span: Span


@dataclass
class Heard:
    """Those who have spoken, oldest first."""

    context: Context
    spoken: list[Known] = field(default_factory=list)

    def recent(self, said: Said, *kinds: Kind, reach: int = REACH) -> Iterator[Who]:
        """Who of `kinds` has spoken within `reach` paragraphs, latest first."""
        near = takewhile(lambda known: said.paragraph - known.paragraph <= reach, reversed(self.spoken))
        return (known.who for known in near if known.who.kind in kinds)

    def full_name(self, name: str) -> str:
        """The full name on the page of whom `name` is short for, those heard before others."""
        return self.context.people.full_name(name, [known.who.name for known in reversed(self.spoken[-RECALL:])])


def person_noun(head: str) -> bool:
    """Whether a head noun is said of one person."""
    return noun_kinds().get(head) is Kind.PERSON or head in TITLES or head.endswith(("ist", "man", "woman"))


def of_people(noun: str) -> bool:
    """Whether a noun is said of people, named or not."""
    return noun_kinds().get(noun) in PEOPLE or person_noun(noun)


def name_like(name: str) -> bool:
    """Whether words are all capitalised, but the particles of names."""
    return bool(name) and all(word[:1].isupper() or word in PARTICLES for word in name.split())
