"""Who made a paper or a recording public: "the police released a video", "e-mails published by Newsfold"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.rules.following import phrase_from
from provenance.extraction.rules.lexicon import PRONOUNS, adverb
from provenance.extraction.rules.preceding import phrase_before
from provenance.extraction.rules.recordings import RECORDINGS
from provenance.extraction.rules.who import look
from provenance.model import Hop, Kind, Relation, Span
from provenance.text import plain_name

if TYPE_CHECKING:
    from provenance.documents.segmentation import Sentence
    from provenance.extraction.rules.context import Context

MAIL = frozenset("email emails e-mail e-mails message messages correspondence".split())
GROUPS = (
    RECORDINGS,
    MAIL,
    frozenset("transcript transcripts".split()),
    frozenset("document documents file files records cables".split()),
)
NOUN = rf"(?P<noun>{'|'.join(sorted(frozenset().union(*GROUPS), key=len, reverse=True))})"
HAVE = r"(?:has |have |had |first |also |later |already )*"
PUBLIC = r"released|leaked|obtained|published|posted|unearthed|unsealed|uncovered|disclosed"
ACTIVE = re.compile(rf"\b{HAVE}(?:{PUBLIC}) (?:(?P<it>it|them)\b|(?:[\w’'.,-]+ ){{0,5}}?{NOUN}\b)")
PASSIVE = re.compile(
    rf"\b{NOUN}(?: of [^,.;]{{1,40}}?)?,?[ –—-](?:(?:that|which) )?(?:was |were |been |first |later |just |recently )*"
    rf"(?:{PUBLIC}) (?:[\w ]{{1,24}} )?by (?P<by>)"
)
MAKERS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.OUTLET, Kind.WIRE})


@dataclass(frozen=True, slots=True)
class Release:
    """That `hop` made public what `noun` calls, told from `start` on."""

    noun: str
    start: int
    hop: Hop

    def holds(self, noun: str) -> bool:
        """Whether a page may come back to what was released by `noun`."""
        return any(self.noun in group and noun in group for group in GROUPS)


def releases(context: Context) -> list[Release]:
    """What the page says was made public by whom, in order."""
    made: list[Release] = []
    for sentence in context.page.sentences:
        for match in (*ACTIVE.finditer(context.page.text, sentence.start, sentence.end), *_passives(context, sentence)):
            who = _releaser(context, sentence, match)
            noun = match["noun"] or (made[-1].noun if made else "")
            if who and noun and not context.own(who.name):
                made.append(Release(noun, sentence.start, who))
    return made


def released(known: list[Release], noun: str, chain: tuple[Hop, ...], at: int) -> tuple[Hop, ...]:
    """`chain` behind the one who released what it begins with, the last of those told before `at`."""
    front = next((one.hop for one in reversed(known) if one.start <= at and one.holds(noun)), None)
    if front is None or any(_same(front.name, hop.name) for hop in chain):
        return chain
    return (front, *chain)


def _same(one: str, other: str) -> bool:
    return plain_name(one) == plain_name(other)


def _passives(context: Context, sentence: Sentence) -> list[re.Match[str]]:
    return list(PASSIVE.finditer(context.page.text, sentence.start, sentence.end))


def _releaser(context: Context, sentence: Sentence, match: re.Match[str]) -> Hop | None:
    """Whom the words before the verb, or after "by", name; None for a pronoun and for nobody."""
    tokens = sentence.tokens
    if match.re is PASSIVE:
        part = phrase_from(tokens, match.end())
    else:
        last = next((i for i, t in enumerate(tokens) if t.start >= match.start()), None)
        part = phrase_before(tokens, last) if last else None
    if part is None:
        return None
    span = part.span(tokens)
    mention = context.people.outlet_at(span)
    who = look(context.words(span))
    if mention and who.kind in {Kind.OUTLET, Kind.WIRE, Kind.PERSON}:
        name, kind = mention.name, mention.kind
    elif who.kind is Kind.PERSON:
        name = context.people.full_name(who.name)
        kind = who.kind if name.rsplit(maxsplit=1)[-1] in context.people.full else Kind.ORGANIZATION
    else:
        name, kind = re.sub(r"^The ", "", who.name), who.kind
    if kind not in MAKERS or name.lower() in PRONOUNS or adverb(name.rsplit(maxsplit=1)[-1].lower()):
        return None
    evidence = (Span(sentence.start, sentence.end),)
    return Hop(name, kind, Relation.PUBLISHED, mention=(span,), evidence=evidence, role=who.role, confidence=0.5)
