"""Who "he", "the newspaper" and "the source" are: each source phrase resolved against what the page said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.cast import SAME_OUTLET, WIRE_NOUNS
from provenance.extraction.rules.descriptions import NAMED_LATER, SEVERAL, Descriptions
from provenance.extraction.rules.gender import FEMALE, MALE
from provenance.extraction.rules.heard import RECALL, Heard, Known, name_like
from provenance.extraction.rules.lexicon import NUMBERS
from provenance.extraction.rules.names import spelt_out
from provenance.extraction.rules.opening import noun_at_head
from provenance.extraction.rules.persons import Persons
from provenance.extraction.rules.recordings import SHOWS, last_recording
from provenance.extraction.rules.who import REASON, TRAILING_TIME, Who, look
from provenance.model import OUTLETS, Kind, Span

if TYPE_CHECKING:
    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.persons import Ranks
    from provenance.extraction.rules.said import Said

RELATIVE = re.compile(r"(?:who|whose|which) ")
POINTERS = frozenset("they it who that which".split())
BODIES = frozenset({Kind.ORGANIZATION, Kind.PERSON})
THEY = frozenset({Kind.GROUP, Kind.ORGANIZATION, Kind.ANONYMOUS, Kind.OUTLET, Kind.DOCUMENT})
IT = frozenset({Kind.ORGANIZATION, Kind.OUTLET, Kind.WIRE, Kind.DOCUMENT})
INTRODUCING = "|".join(sorted(SAME_OUTLET | WIRE_NOUNS | {"service"}))
INTRODUCTION = re.compile(
    rf"(?:the |a |an )?(?:(?:[\w’-]+ ){{0,4}}(?:{INTRODUCING})(?:,? (?:called|named))?,? )?[“\"‘]?", re.IGNORECASE
)
ANTECEDENT = re.compile(rf"((?:[A-Z][\w’'.-]*|an?|the|of|official|source|{'|'.join(NUMBERS)})(?: [\w’'.-]+){{0,4}})$")
OF_WHOM = re.compile(r"(?P<share>[\w-]+(?: [\w-]+)?) of (?:whom|them)")
UNSAID = Who("unspecified", Kind.UNSPECIFIED)
"""The source of a statement that names none: "is expected", "reportedly"."""
TALK = re.compile(r"\b(?:reports|claims|rumou?rs|speculation|allegations|talk)\b", re.IGNORECASE)
LONE_PLURAL = re.compile(r"([A-Z][a-z-]+(?:ers|ors|ents|ants|ists|ians|women|men))(?:,|$)")
IMPERSONAL = re.compile(r"(?:is|was|has been|had been|’s|'s|can be|could be|must be|should be) ", re.IGNORECASE)
DANGLING = re.compile(r"[  ](?:who|which|that)$")
COMPANY = re.compile(r"(?P<one>[\w’'. -]+?) and (?:his|her) (?P<others>(?:[\w-]+ )?[a-z-]+s)")


@dataclass
class Memory:
    """Those who have spoken on a page so far, and whom a source phrase means among them.

    `initials` are the short names that have been looked up, with what the page spells them out to.
    """

    context: Context
    ranks: Ranks | None = None
    heard: Heard = field(init=False)
    persons: Persons = field(init=False)
    descriptions: Descriptions = field(init=False)
    initials: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heard = Heard(self.context)
        self.persons = Persons(self.heard, self.ranks)
        self.descriptions = Descriptions(self.persons)

    def resolve(self, said: Said) -> Who:
        """The source of `said` by its full name, remembered for the next."""
        span = said.source
        phrase = self.context.words(span)
        if not phrase or (phrase.lower() == "it" and IMPERSONAL.match(self.context.words(said.cue))):
            return self._unsaid(said)
        phrase = self._whole(said, span)
        who = self._pronoun(said, phrase.lower().strip(" ,"), span) or self._phrase(said, phrase, span)
        self.heard.spoken.append(Known(who, said.paragraph, span))
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

    def _pronoun(self, said: Said, word: str, span: Span) -> Who | None:
        if share := OF_WHOM.fullmatch(word):
            whole = self._pointed(said, "who", span)
            return replace(whole, name=f"{share['share']} of {whole.name}") if whole.name != "who" else None
        if word in MALE | FEMALE:
            return self.persons.meant(said, MALE if word in MALE else FEMALE, span)
        if word in POINTERS or RELATIVE.match(word):
            return self._pointed(said, word.split(maxsplit=1)[0], span)
        if word in {"i", "we"}:
            byline = _signature(self.context.article.byline or "")
            return Who(byline, Kind.PERSON) if byline and word == "i" else Who(word, Kind.UNSPECIFIED)
        return None

    def _pointed(self, said: Said, word: str, span: Span) -> Who:
        if word == "it" and said.verb.lemma in SHOWS and (shown := last_recording(self.context, span.start)):
            return Who(shown[0], Kind.DOCUMENT, head=shown[1])
        if word in {"they", "it"}:
            kinds = THEY if word == "they" else IT
            subject = noun_at_head(self.context, said, span, plural=word == "they")
            if subject and not any(known.span.start > subject.start for known in self.heard.spoken[-RECALL:]):
                return self._phrase(said, self.context.words(subject), subject)
            lone = Who(word, Kind.GROUP if word == "they" else Kind.UNSPECIFIED)
            heard = self.heard.recent(said, *kinds, Kind.PERSON)
            return next((who for who in heard if who.kind in kinds or (word == "they" and SEVERAL in who.name)), lone)
        start, _ = self.context.sentence(said)
        before = ANTECEDENT.search(self.context.page.text[start : span.start].rstrip(" ,"))
        meant = look(before.group(1)) if before else Who(word, Kind.UNSPECIFIED)
        return replace(meant, name=self.heard.full_name(meant.name)) if meant.kind is Kind.PERSON else meant

    def _phrase(self, said: Said, phrase: str, span: Span) -> Who:
        phrase = phrase.strip('"“”')
        if phrase.isupper() and (shouted := self.context.people.shouted(phrase)):
            return Who(shouted, Kind.PERSON, head=shouted)
        if named := self._outlet_named(phrase, span) or self._with_others(said, phrase, span):
            return named
        who = look(phrase)
        if (lone := LONE_PLURAL.match(phrase)) and lone[1] not in self.context.people.full:
            return Who(lone[1].lower(), Kind.GROUP, head=lone[1].lower())
        if who.kind in BODIES and (whole := self._spelt_out(who.name)):
            return replace(who, name=whole, kind=Kind.ORGANIZATION)
        if who.kind is Kind.PERSON and who.name in self.context.people.bodies:
            return replace(who, kind=Kind.ORGANIZATION)
        if who.kind is Kind.PERSON and who.head and name_like(who.name) and who.name.lower() not in NAMED_LATER:
            return replace(who, name="; ".join(self.heard.full_name(part) for part in who.name.split("; ")))
        if who.kind in OUTLETS and who.head == "outlet":
            return who
        if who.kind is Kind.PERSON and not who.reason and (holder := self.descriptions.holder(said, who, phrase, span)):
            return holder
        return self.descriptions.introduced_later(said, who, phrase, span) or self.descriptions.meant(
            said, who, phrase, span
        )

    def _spelt_out(self, short: str) -> str:
        if short not in self.initials:
            self.initials[short] = spelt_out(self.context.page.text, short)
        return self.initials[short]

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
