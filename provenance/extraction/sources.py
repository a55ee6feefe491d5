"""Who "he", "the newspaper" and "the source" are: each source phrase resolved against what the page said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from provenance.extraction.cast import OUTLET_NOUNS, WIRE_NOUNS, in_order, nationality
from provenance.extraction.gender import FEMALE, MALE, by_given_name, pronouns
from provenance.extraction.lexicon import (
    CONJUNCTIONS,
    FINITE,
    NUMBERS,
    OPENERS,
    PLACES_THAT_SPEAK,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
)
from provenance.extraction.names import NAME
from provenance.extraction.recordings import SHOWS, last_recording
from provenance.extraction.who import REASON, TRAILING_TIME, Who, look, noun_kinds
from provenance.model import OUTLETS, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from provenance.extraction.context import Context
    from provenance.extraction.said import Said
    from provenance.extraction.segment import Sentence, Token

RELATIVE = re.compile(r"(?:who|whose|which) ")
POINTERS = frozenset("they it who that which".split())
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
THEY = frozenset({Kind.GROUP, Kind.ORGANIZATION, Kind.ANONYMOUS, Kind.OUTLET, Kind.DOCUMENT})
IT = frozenset({Kind.ORGANIZATION, Kind.OUTLET, Kind.WIRE, Kind.DOCUMENT})
INTRODUCING = "|".join(sorted(OUTLET_NOUNS | WIRE_NOUNS | {"service"}))
INTRODUCTION = re.compile(
    rf"(?:the |a |an )?(?:(?:[\w’-]+ ){{0,4}}(?:{INTRODUCING})(?:,? (?:called|named))?,? )?[“\"‘]?", re.IGNORECASE
)
ANTECEDENT = re.compile(rf"((?:[A-Z][\w’'.-]*|an?|the|of|official|source|{'|'.join(NUMBERS)})(?: [\w’'.-]+){{0,4}})$")
OF_WHOM = re.compile(r"(?P<share>[\w-]+(?: [\w-]+)?) of (?:whom|them)")
UNSAID = Who("unspecified", Kind.UNSPECIFIED)
"""The source of a statement that names none: "is expected", "reportedly"."""
TALK = re.compile(r"\b(?:reports|claims|rumou?rs|speculation|allegations|talk)\b", re.IGNORECASE)
OFFICE = re.compile(r"(?:the|his|her|their|[\w’'. -]+[’']s) ", re.IGNORECASE)
LONE_PLURAL = re.compile(r"([A-Z][a-z-]+(?:ers|ors|ents|ants|ists|ians|women|men))(?:,|$)")
IMPERSONAL = re.compile(r"(?:is|was|has been|had been|’s|'s|can be|could be|must be|should be) ", re.IGNORECASE)
DANGLING = re.compile(r"[  ](?:who|which|that)$")
PEOPLE = frozenset({Kind.PERSON, Kind.ANONYMOUS})
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
COMPANY = re.compile(r"(?P<one>[\w’'. -]+?) and (?:his|her) (?P<others>(?:[\w-]+ )?[a-z-]+s)")
LEAD = 2  # paragraphs
NAMED_LATER = frozenset(
    "ambassador bishop congressman congresswoman governor judge justice lawmaker legislator mayor member minister "
    "pastor professor prosecutor senator sheriff".split()
)
SELF = frozenset({"I", "me"})
RECALL = 200  # statements
DESCRIPTION = 12  # words
REACH = 5  # paragraphs
HEAD = 12  # tokens
TAKEN_UP = 3  # sentences
NOUN_REACH = 5  # tokens
PARTICLES = frozenset("de van von bin al da la der den".split())


@dataclass(frozen=True, slots=True)
class Known:
    """Someone who has spoken, in which paragraph, and the words that said who."""

    who: Who
    paragraph: int
    span: Span


class Ranks(Protocol):
    """The number of the candidate span, all in order, that a mention most likely stands for, or None."""

    def __call__(self, mention: Span, candidates: Sequence[Span]) -> int | None: ...


@dataclass
class Memory:
    """Those who have spoken on a page so far, oldest first, and the pronoun that each goes by."""

    context: Context
    ranks: Ranks | None = None
    spoken: list[Known] = field(default_factory=list)
    pronouns: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.pronouns = pronouns(self.context.page.text, self.context.people.mentions)

    def _called(self, name: str, pronoun: frozenset[str]) -> bool:
        """Whether `name` may go by `pronoun`, as far as the page and the given name tell."""
        return (by_given_name(name) or self.pronouns.get(name) or pronoun) == pronoun

    def resolve(self, said: Said) -> Who:
        """The source of `said` by its full name, remembered for the next."""
        span = said.source
        phrase = self.context.words(span)
        if not phrase or (phrase.lower() == "it" and IMPERSONAL.match(self.context.words(said.cue))):
            return self._unsaid(said)
        phrase = self._whole(said, span)
        who = self._pronoun(said, phrase.lower().strip(" ,"), span) or self._phrase(said, phrase, span)
        self.spoken.append(Known(who, said.paragraph, span))
        return who

    def _unsaid(self, said: Said) -> Who:
        """Nobody, by the noun that the cue has for it: "reports", "speculation"."""
        noun = TALK.search(self.context.words(said.cue))
        return replace(UNSAID, name=noun.group().lower()) if noun else UNSAID

    def _whole(self, said: Said, span: Span) -> str:
        """The words of a source with those after it that say why it is not named: "… who asked not to be named"."""
        _, end = self.context.sentence(said)
        reasons = REASON.finditer(self.context.page.text, span.start, end)
        reason = next((r for r in reasons if r.start() <= span.end + 2 and r.end() > span.end), None)
        return DANGLING.sub("", self.context.words(Span(span.start, reason.end() if reason else span.end)))

    def recent(self, said: Said, *kinds: Kind, reach: int = REACH) -> Iterator[Who]:
        """Who of `kinds` has spoken within `reach` paragraphs, latest first."""
        return (k.who for k in reversed(self.spoken) if k.who.kind in kinds and said.paragraph - k.paragraph <= reach)

    def _pronoun(self, said: Said, word: str, span: Span) -> Who | None:
        if share := OF_WHOM.fullmatch(word):
            whole = self._pointed(said, "who", span)
            return replace(whole, name=f"{share['share']} of {whole.name}") if whole.name != "who" else None
        if word in MALE | FEMALE:
            return self._person(said, MALE if word in MALE else FEMALE, span)
        if word in POINTERS or RELATIVE.match(word):
            return self._pointed(said, word.split(maxsplit=1)[0], span)
        if word in {"i", "we"}:
            byline = _signature(self.context.article.byline or "")
            return Who(byline, Kind.PERSON) if byline and word == "i" else Who(word, Kind.UNSPECIFIED)
        return None

    def _person(self, said: Said, pronoun: frozenset[str], span: Span) -> Who:
        """Whom "he" means: an unnamed speaker just heard, else whom the sentence, or the last speech, is about."""
        if (
            self.spoken
            and self.spoken[-1].who.kind is Kind.ANONYMOUS
            and said.paragraph - self.spoken[-1].paragraph <= 1
        ):
            return self.spoken[-1].who
        subject = self._subject(said, pronoun, span)
        ranked = None if subject else self._ranked(span, pronoun)
        if ranked:
            self.pronouns.setdefault(ranked.name, pronoun)
            return ranked
        heard = (who for who in self.recent(said, Kind.PERSON) if self._called(who.name, pronoun))
        hidden = (who for who in self.recent(said, Kind.ANONYMOUS) if not who.head.endswith("s"))
        chosen = subject or next(heard, None) or next(hidden, None) or self._last_named(span, pronoun)
        if chosen is None:
            return Who(self.context.words(span), Kind.PERSON)
        self.pronouns.setdefault(chosen.name, pronoun)
        return chosen

    def _ranked(self, span: Span, pronoun: frozenset[str]) -> Who | None:
        """The person whom the reader's own ranking prefers, unless the page calls them by another pronoun."""
        if self.ranks is None:
            return None
        named = [(at, Who(name, Kind.PERSON)) for at, name in self.context.people.mentions]
        heard = [(known.span, known.who) for known in self.spoken[-RECALL:] if known.who.kind in PEOPLE]
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
            name = self.full_name(surname)
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
        for known in reversed(self.spoken):
            if known.span.start < sentence.start:
                return None
            here = known.span.start < min(sentence.end, span.start) and self.context.words(known.span) not in SELF
            if (
                here
                and known.who.kind is Kind.PERSON
                and _name_like(known.who.name)
                and self._called(known.who.name, pronoun)
            ):
                return known.who
        return None

    def _last_named(self, span: Span, pronoun: frozenset[str]) -> Who | None:
        named = (pair for found in self.context.people.full.values() for pair in found if pair[0] < span.start)
        last = max(named, key=lambda pair: (self._called(pair[1], pronoun), pair[0]), default=None)
        return Who(last[1], Kind.PERSON) if last else None

    def _noun_at_head(self, said: Said, span: Span, *, plural: bool) -> Span | None:
        """The subject before `span` of this sentence or of the one before, where it is a group, or an outlet."""
        sentences = self.context.page.sentences
        near = (sentences[said.sentence], sentences[max(said.sentence - 1, 0)])
        return next((found for one in near if (found := _subject_noun(one, span.start, plural=plural))), None)

    def _pointed(self, said: Said, word: str, span: Span) -> Who:
        if word == "it" and said.verb.lemma in SHOWS and (shown := last_recording(self.context, span.start)):
            return Who(shown[0], Kind.DOCUMENT, head=shown[1])
        if word in {"they", "it"}:
            kinds = THEY if word == "they" else IT
            subject = self._noun_at_head(said, span, plural=word == "they")
            if subject and not any(known.span.start > subject.start for known in self.spoken):
                return self._phrase(said, self.context.words(subject), subject)
            lone = Who(word, Kind.GROUP if word == "they" else Kind.UNSPECIFIED)
            heard = self.recent(said, *kinds, Kind.PERSON)
            return next((who for who in heard if who.kind in kinds or (word == "they" and SEVERAL in who.name)), lone)
        start, _ = self.context.sentence(said)
        before = ANTECEDENT.search(self.context.page.text[start : span.start].rstrip(" ,"))
        meant = look(before.group(1)) if before else Who(word, Kind.UNSPECIFIED)
        return replace(meant, name=self.full_name(meant.name)) if meant.kind is Kind.PERSON else meant

    def _phrase(self, said: Said, phrase: str, span: Span) -> Who:
        phrase = phrase.strip('"“”')
        if phrase.isupper() and (shouted := self.context.people.shouted(phrase)):
            return Who(shouted, Kind.PERSON, head=shouted)
        if named := self._outlet_named(phrase, span) or self._with_others(said, phrase, span):
            return named
        who = look(phrase)
        if (lone := LONE_PLURAL.match(phrase)) and lone[1] not in self.context.people.full:
            return Who(lone[1].lower(), Kind.GROUP, head=lone[1].lower())
        if who.kind is Kind.PERSON and who.name in self.context.people.bodies:
            return replace(who, kind=Kind.ORGANIZATION)
        if who.kind is Kind.PERSON and who.head and _name_like(who.name) and who.name.lower() not in NAMED_LATER:
            return replace(who, name="; ".join(self.full_name(part) for part in who.name.split("; ")))
        if who.kind in OUTLETS and who.head == "outlet":
            return who
        if who.kind is Kind.PERSON and not who.reason and (holder := self._holder(said, who, phrase, span)):
            return holder
        return self._introduced_later(said, who, phrase, span) or self._by_description(said, who, phrase, span)

    def _outlet_named(self, phrase: str, span: Span) -> Who | None:
        """The outlet of a phrase that names no more than one: "the Courier on Monday"."""
        mention = self.context.people.outlet_at(span)
        bare = TRAILING_TIME.sub("", phrase)
        if mention and _is_all(bare, mention.span.start - span.start, mention.span.end - span.start):
            return Who(mention.name, mention.kind, head="outlet")
        return None

    def _with_others(self, said: Said, phrase: str, span: Span) -> Who | None:
        """A person with those around them: "Brunt and her aides"."""
        found = COMPANY.fullmatch(phrase)
        if found is None:
            return None
        one = self._pronoun(said, found["one"].lower(), span) or self._phrase(said, found["one"], span)
        if one.kind is not Kind.PERSON:
            return None
        return Who(f"{one.name} and {found['others']}", Kind.GROUP, head=found["others"].rsplit(maxsplit=1)[-1])

    def _by_description(self, said: Said, who: Who, phrase: str, span: Span) -> Who:
        if OFFICE.match(phrase) or re.match(r"(?:this|that|both) ", phrase, re.IGNORECASE):
            return (
                self._outlet_meant(who, phrase, span)
                or self._described(said, who, phrase)
                or self._whose(said, who, phrase, span)
            )
        if who.name.lower() in noun_kinds() and who.name.lower() not in PLACES_THAT_SPEAK:
            return replace(who, name=who.name.lower())
        return replace(who, name=_uncapitalised(who.name))

    def _holder(self, said: Said, who: Who, phrase: str, span: Span) -> Who | None:
        """The person whom the page gives the office that a description without a name tells of."""
        if _name_like(who.name) or not OFFICE.match(phrase):
            return None
        name = self.context.people.holder(phrase)
        if name and self._heard_before_named(said, name, span):
            return None
        return (
            Who(name, Kind.PERSON, role=re.sub(r"^the ", "", phrase, flags=re.IGNORECASE), head=who.head)
            if name
            else None
        )

    def _introduced_later(self, said: Said, who: Who, phrase: str, span: Span) -> Who | None:
        """The person whom the lines after a headline or lead name with the office that it tells of: "A judge …"."""
        top = said.paragraph <= LEAD and len(phrase.split()) <= DESCRIPTION
        if not top or OFFICE.match(phrase) or who.reason or who.head not in NAMED_LATER:
            return None
        name = self.context.people.introduced_later(self.context.page.text, who.head, span.end)
        return (
            Who(name, Kind.PERSON, role=re.sub(r"^an? ", "", phrase, flags=re.IGNORECASE), head=who.head)
            if name
            else None
        )

    def _heard_before_named(self, said: Said, name: str, span: Span) -> bool:
        """Whether another person spoke in this paragraph before the page first names `name`, below."""
        later = all(at.start > span.start for at, full in self.context.people.mentions if full == name)
        heard = self.spoken[-1] if self.spoken else None
        return later and heard is not None and heard.paragraph == said.paragraph and heard.who.kind is Kind.PERSON

    def full_name(self, name: str) -> str:
        return self.context.people.full_name(name, [known.who.name for known in reversed(self.spoken[-RECALL:])])

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
        for other in self.recent(said, *Kind, reach=2 * REACH):
            office = other.role if _person_noun(head) and not other.role.startswith("who ") else ""
            if other.kind is Kind.PERSON and who.kind is Kind.PERSON and title.search(office):
                return other
            if not _may_be(who, other):
                continue
            if other.kind is who.kind and _agrees(who, other, heads) and len(other.name) > len(who.name) - 4:
                return other
        if THE_SEVERAL.fullmatch(phrase) and head in COUNTED | TITLES:
            return next((w for w in self.recent(said, Kind.PERSON) if SEVERAL in w.name), None)
        if who.kind is Kind.PERSON and len(phrase.split()) <= DESCRIPTION and _person_noun(who.head):
            spoke = next((w for w in self.recent(said, Kind.PERSON, reach=2) if _name_like(w.name)), None)
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
        people = self.pronouns.keys() | {known.who.name for known in self.spoken if known.who.kind is Kind.PERSON}
        bodies = [n for n in found if n not in people and not by_given_name(n) and n.lower() not in PLACES_THAT_SPEAK]
        return bodies[-1] if bodies else ""


def _subject_noun(sentence: Sentence, before: int, *, plural: bool) -> Span | None:
    """A group or outlet that opens a sentence: "|Researchers from Lorne University| asked", "|The newspaper| has"."""
    tokens = [t for t in sentence.tokens[:HEAD] if t.end <= before]
    nouns = frozenset() if plural else OUTLET_NOUNS | WIRE_NOUNS
    start = next((i for i, t in enumerate(tokens) if t.word and t.lower not in OPENERS | CONJUNCTIONS), 0)
    for at, token in enumerate(tokens[start : start + NOUN_REACH], start):
        people = plural and token.lower.endswith("s") and _of_people(token.lower.removesuffix("s"))
        if people or token.lower in nouns:
            return Span(tokens[start].start, _past_origin(tokens, at))
        if not token.word or token.lower in FINITE | PREPOSITIONS | PRONOUNS:
            return None
    return None


def _past_origin(tokens: Sequence[Token], at: int) -> int:
    """Where a noun's phrase ends, the name of where it is from included."""
    end = at
    if at + 1 < len(tokens) and tokens[at + 1].lower in {"from", "at", "of"}:
        named = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].lower == "the")
        while named < len(tokens) and tokens[named].word and tokens[named].capital:
            end, named = named, named + 1
    return tokens[end].end


def _agrees(who: Who, other: Who, heads: Collection[str]) -> bool:
    """Whether two descriptions have one of `heads` for their noun, both singular or both plural."""
    plural, other_plural = who.head.endswith("s"), other.head.endswith("s")
    return other.head.removesuffix("s") in heads and plural == other_plural


def _governed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name that ends at `at` follows a preposition: "with Ada |Brunt|"."""
    start = at
    while start and tokens[start - 1].capital:
        start -= 1
    before = [token.lower for token in tokens[max(0, start - 2) : start]]
    return bool(before) and (before[-1] in PREPOSITIONS or (before[-1] == "the" and before[0] in PREPOSITIONS))


def _may_be(who: Who, other: Who) -> bool:
    """Whether the names in one description stand in the other: "the Lorne Center" is no Center for Dams."""
    words = re.findall(r"[\w’'-]+", re.sub("^The ", "", who.name))
    return in_order([word for word in words if word[0].isupper()], re.findall(r"[\w’'-]+", other.name))


def _signature(byline: str) -> str:
    """Whom a byline names: "By ADA BRUNT" is Ada Brunt."""
    name = re.sub(r"^by ", "", byline.strip(), flags=re.IGNORECASE)
    return name.title() if name.isupper() else name


def _is_all(phrase: str, start: int, end: int) -> bool:
    """Whether a phrase names no more than the outlet in it: "the news site |Newsfold|, which is read in Harl"."""
    return bool(
        INTRODUCTION.fullmatch(phrase[:start])
        and re.match(rf"(?: (?:news )?(?:{INTRODUCING}))?(?:$|,|[”\"]| \(| (?:which|who|that) )", phrase[end:])
    )


def _person_noun(head: str) -> bool:
    return noun_kinds().get(head) is Kind.PERSON or head in TITLES or head.endswith(("ist", "man", "woman"))


def _uncapitalised(description: str) -> str:
    """Without the capital of a sentence's first word: "Two officials", "Research of the council"."""
    first, _, rest = description.partition(" ")
    common = first.lower() in noun_kinds().keys() | {"a", "an"} and rest[:1].islower()
    return first.lower() + description[len(first) :] if common else description


def _of_people(noun: str) -> bool:
    return noun_kinds().get(noun) in PEOPLE or _person_noun(noun)


def _name_like(name: str) -> bool:
    return bool(name) and all(word[:1].isupper() or word in PARTICLES for word in name.split())
