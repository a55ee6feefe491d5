"""Whom "the source", "the professor" and "the dealer" mean: someone heard, an office of the page, a body named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.cast import in_order, nationality
from provenance.extraction.rules.gender import by_given_name
from provenance.extraction.rules.heard import REACH, name_like, person_noun
from provenance.extraction.rules.hops import unarticled
from provenance.extraction.rules.lexicon import PLACES_THAT_SPEAK, TITLES
from provenance.extraction.rules.names import NAME
from provenance.extraction.rules.who import Who, noun_kinds
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.persons import Persons
    from provenance.extraction.rules.said import Said

TITLE_OF = {
    "senator": r"Sen\.?|senator",
    "governor": r"Gov\.?|governor",
    "congressman": r"Rep\.?|congressman",
    "congresswoman": r"Rep\.?|congresswoman",
    "president": "president",
    "judge": "judge|justice",
    "professor": r"Prof\.?|professor",
    "doctor": r"Dr\.?|doctor",
}
OFFICE = re.compile(r"(?:the|his|her|their|[\w’'. -]+[’']s) ", re.IGNORECASE)
HIDDEN = frozenset("source informant insider interlocutor".split())
"""Nouns that take each other's place for one unnamed source."""
ANOTHER = re.compile(r"the (?:second|third|fourth|fifth|sixth|other|others)\b", re.IGNORECASE)
BUSINESSES = frozenset("company firm dealer dealership manufacturer maker retailer seller shop brand carmaker".split())
FROM_WHOM = re.compile(rf"\b(?:from|by|at) (?P<name>{NAME.pattern})(?=[,.;]|$| (?:and|for|in|last|after|which)\b)")
OF_A_STATE = frozenset(
    "administration agency army authority cabinet court embassy government legislature military ministry navy office "
    "parliament police presidency senate service".split()
)
SEVERAL = "; "
THE_SEVERAL = re.compile(r"(?:the|both) (?:two )?(?:two|pair|couple|duo|\w+s|men|women)", re.IGNORECASE)
COUNTED = frozenset("two pair couple duo men women".split())
LEAD = 2  # paragraphs
NAMED_LATER = frozenset(
    "ambassador bishop congressman congresswoman governor judge justice lawmaker legislator mayor member minister "
    "pastor professor prosecutor senator sheriff".split()
)
DESCRIPTION = 12  # words


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What the descriptions of a page may mean, as far as it has been read."""

    persons: Persons

    @property
    def context(self) -> Context:
        return self.persons.context

    def meant(self, said: Said, who: Who, phrase: str, span: Span) -> Who:
        """Whom `phrase`, which `who` says of itself, means on this page; itself where nobody else."""
        if OFFICE.match(phrase) or re.match(r"(?:this|that|both) ", phrase, re.IGNORECASE):
            return (
                self._outlet_meant(who, phrase, span)
                or self._described(said, who, phrase)
                or self._whose(said, who, phrase, span)
            )
        if who.name.lower() in noun_kinds() and who.name.lower() not in PLACES_THAT_SPEAK:
            return replace(who, name=who.name.lower())
        return replace(who, name=_uncapitalised(who.name))

    def holder(self, said: Said, who: Who, phrase: str, span: Span) -> Who | None:
        """The person whom the page gives the office that a description without a name tells of."""
        if name_like(who.name) or not OFFICE.match(phrase):
            return None
        name = self.context.people.holder(phrase)
        if name and self._heard_before_named(said, name, span):
            return None
        return _in_office(name, phrase, who)

    def introduced_later(self, said: Said, who: Who, phrase: str, span: Span) -> Who | None:
        """The person whom the lines after a headline or lead name with the office that it tells of: "A judge …"."""
        top = said.paragraph <= LEAD and len(phrase.split()) <= DESCRIPTION
        if not top or OFFICE.match(phrase) or who.reason or who.head not in NAMED_LATER:
            return None
        name = self.context.people.introduced_later(self.context.page.text, who.head, span.end)
        return _in_office(name, phrase, who)

    def _heard_before_named(self, said: Said, name: str, span: Span) -> bool:
        """Whether another person spoke in this paragraph before the page first names `name`, below."""
        later = all(at.start > span.start for at, full in self.context.people.mentions if full == name)
        heard = self.persons.heard.spoken[-1] if self.persons.heard.spoken else None
        return later and heard is not None and heard.paragraph == said.paragraph and heard.who.kind is Kind.PERSON

    def _outlet_meant(self, who: Who, phrase: str, span: Span) -> Who | None:
        meant = self.context.people.outlet_meant(phrase, who.head, span.start)
        return Who(meant.name, meant.kind, head="outlet") if meant else None

    def _described(self, said: Said, who: Who, phrase: str) -> Who | None:
        """The last one heard whom "the source", "the officials" or "the professor" describes."""
        if ANOTHER.match(phrase):
            return None
        head = who.head.removesuffix("s")
        heads = HIDDEN if head in HIDDEN else {head}
        title = re.compile(rf"\b(?:{TITLE_OF.get(head, re.escape(head))})\b", re.IGNORECASE)
        for other in self.persons.heard.recent(said, *Kind, reach=2 * REACH):
            office = other.role if person_noun(head) and not other.role.startswith("who ") else ""
            if other.kind is Kind.PERSON and who.kind is Kind.PERSON and title.search(office):
                return other
            if not _may_be(who, other):
                continue
            if other.kind is who.kind and _agrees(who, other, heads) and len(other.name) > len(who.name) - 4:
                return other
        if THE_SEVERAL.fullmatch(phrase) and head in COUNTED | TITLES:
            return next((w for w in self.persons.heard.recent(said, Kind.PERSON) if SEVERAL in w.name), None)
        if who.kind is Kind.PERSON and len(phrase.split()) <= DESCRIPTION and person_noun(who.head):
            spoke = next((w for w in self.persons.heard.recent(said, Kind.PERSON, reach=2) if name_like(w.name)), None)
            return spoke or (self._only_one(said) if phrase.lower().startswith("the ") else None)
        return None

    def _only_one(self, said: Said) -> Who | None:
        """The one person whom the page has named so far, if it is one only."""
        mentions = self.context.people.mentions
        first = mentions[0][1] if mentions and mentions[0][0].start < said.source.start else None
        other = next((at for at, name in mentions if name != first), None)
        alone = first is not None and (other is None or other.start >= said.source.start)
        return Who(first, Kind.PERSON) if first and alone else None

    def _whose(self, said: Said, who: Who, phrase: str, span: Span) -> Who:
        """With the country the page speaks of: "the presidential office" of South Korea."""
        bare = re.sub(r"^the ", "", phrase, flags=re.IGNORECASE)
        if who.kind is Kind.ORGANIZATION and bare.islower() and who.head in OF_A_STATE:
            nation = nationality(self.context.page.text, span.start)
            return replace(who, name=f"{nation} {bare}".strip())
        if who.head in BUSINESSES and bare.lower() == who.head and (business := self._business(said)):
            return Who(business, Kind.ORGANIZATION, role=bare, head=who.head)
        return replace(who, name=re.sub(r"^the ", "", who.name, flags=re.IGNORECASE))

    def _business(self, said: Said) -> str:
        """What the sentence before has something bought from, made by or kept at: "the dealer" of the next one."""
        previous = self.context.page.sentences[max(said.sentence - 1, 0)]
        if previous.paragraph != said.paragraph:
            return ""
        found = [m["name"] for m in FROM_WHOM.finditer(self.context.page.text, previous.start, previous.end)]
        people = self.persons.pronouns.keys() | {
            known.who.name for known in self.persons.heard.spoken if known.who.kind is Kind.PERSON
        }
        bodies = [n for n in found if n not in people and not by_given_name(n) and n.lower() not in PLACES_THAT_SPEAK]
        return bodies[-1] if bodies else ""


def _agrees(who: Who, other: Who, heads: Collection[str]) -> bool:
    """Whether two descriptions have one of `heads` for their noun, both singular or both plural."""
    plural, other_plural = who.head.endswith("s"), other.head.endswith("s")
    return other.head.removesuffix("s") in heads and plural == other_plural


def _may_be(who: Who, other: Who) -> bool:
    """Whether the names in one description stand in the other: "the Lorne Center" is no Center for Dams."""
    words = re.findall(r"[\w’'-]+", re.sub("^The ", "", who.name))
    return in_order([word for word in words if word[0].isupper()], re.findall(r"[\w’'-]+", other.name))


def _uncapitalised(description: str) -> str:
    """Without the capital of a sentence's first word: "Two officials", "Research of the council"."""
    first, _, rest = description.partition(" ")
    common = first.lower() in noun_kinds().keys() | {"a", "an"} and rest[:1].islower()
    return first.lower() + description[len(first) :] if common else description


def _in_office(name: str, phrase: str, who: Who) -> Who | None:
    """`who` by name, the office that the page calls them by for a role; None without a name."""
    return Who(name, Kind.PERSON, role=unarticled(phrase), head=who.head) if name else None
