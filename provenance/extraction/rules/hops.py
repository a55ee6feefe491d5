"""The hops that a single source phrase stands for: a speaker in a setting, a paper and its maker, an outlet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.gender import by_given_name
from provenance.extraction.rules.names import NAME
from provenance.extraction.rules.who import look, noun_kinds
from provenance.model import Hop, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.rules.cast import Cast
    from provenance.extraction.rules.context import Context, Resolved
    from provenance.extraction.rules.lexicon import Verb
    from provenance.extraction.rules.mentions import OutletMention
    from provenance.extraction.rules.place import Setting
    from provenance.model import Spans

REPORTS = frozenset("report article story piece investigation account post".split())
POLLS = frozenset("poll polls survey surveys".split())
COMMENTATOR = re.compile(r"\b(?:host|co-host|anchor|columnist|commentator|contributor|correspondent)\b", re.IGNORECASE)
SPOKE_TO = re.compile(
    r",? (?:who |that )?(?:have |has |had )?(?:cited|quoted|contacted|interviewed|spoken?|speaking|talked|told)\b.*"
)
MAKER = re.compile(
    r"\b(?:by|from) (?P<name>(?:the |a |an )?[A-Z][^,;]*|(?:the|a|an) [^,;]+)",
)
OWNER = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:\d{4} |new |recent |latest |previous |earlier |national |\d+-[a-z]+ )*"
    r"(?P<name>(?!(?:The|A|An|Another|Recent|New(?! [A-Z])|Latest|This)\b)"
    r"[A-Z][\w.’'/&-]*(?: (?:and |of |for |the )?[A-Z][\w.’'/&-]*)*)"
)
PLAIN_OWNER = re.compile(r"(?:[Tt]he |[Aa]n? )?(?P<name>[a-z][a-z -]*)[’']s (?:[a-z-]+ )*[a-z]+$")
CARRIED = 0.5
"""How sure a hop is that another sentence shows; also a statement without a cue."""
BELIEVES = frozenset({"believe", "think", "expect", "suspect"})
BELIEVERS = frozenset({Kind.ANONYMOUS, Kind.GROUP, Kind.ORGANIZATION})
OWNERS = frozenset({Kind.ORGANIZATION, Kind.GROUP, Kind.PERSON, Kind.ANONYMOUS})
OWNED = re.compile(rf"[’']s? {NAME.pattern},?$")
EMPLOYED = re.compile(rf"{NAME.pattern},? (?:at|of|from|for|with) (?:the )?$")
OWNS = re.compile("[’']s?\\b")
JOINT = re.compile(r"\w[/-][A-Z]")
ENDS_NAME = re.compile(r" (?:on|in|released|published|that|which|last|this|late|early) ?")
NEW = "new|newly|latest|recent|exhaustive|extensive|comprehensive|detailed|lengthy|major|landmark|scathing"
PRAISED = re.compile(rf"(?:(?:{NEW}) )+(?=\w)|(?:{NEW.title()}) (?=[a-z])")
TOLD_OF = re.compile(
    r"[ –—](?:that|which|who|(?:to be |just |first |being |recently )*(?:appeared|commissioned|compiled|completed"
    r"|conducted|filed|made|obtained|published|released|seen|written))\b.*$"
)
"""What a phrase goes on to tell of its paper: "a survey |conducted in May by the board|"."""


def unarticled(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)


def titled(name: str) -> str:
    """A paper by its own words, without what the page tells of it: "a |new| study |released on Monday|"."""
    bare = PRAISED.sub("", unarticled(name))
    return TOLD_OF.sub("", bare) or bare


def reporting(outlet: OutletMention, evidence: Spans, confidence: float) -> Hop:
    """The outlet that a page names, as one that reports what another says."""
    mention = (outlet.span,)
    return Hop(outlet.name, outlet.kind, Relation.REPORTED, mention=mention, evidence=evidence, confidence=confidence)


def believed(verb: Verb, source: Hop) -> bool:
    """Whether unnamed people, a group or a body believe something: others can have it only from them."""
    return verb.lemma in BELIEVES and source.kind in BELIEVERS


def taken_over(chain: Sequence[Hop]) -> tuple[Hop, ...]:
    """The hops of another sentence's statement, as those of one that shows none."""
    return tuple(replace(hop, confidence=min(hop.confidence, CARRIED)) for hop in chain)


def outlet(resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
    """An outlet that says a thing itself."""
    wrote = resolved.said.verb.lemma in {"write", "post", "tweet"}
    relation = Relation.WROTE if wrote else Relation.REPORTED
    return (
        Hop(
            resolved.who.name, resolved.who.kind, relation, mention=resolved.mention, evidence=evidence, confidence=0.9
        ),
    )


def speaker(context: Context, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
    """Someone who speaks to the article itself, or, where the phrase names one, through an outlet."""
    said, who, mention = resolved.said, resolved.who, resolved.mention
    relation = said.verb.relation if said.verb.relation is not Relation.TOLD else Relation.SAID
    spoken = Hop(who.name, who.kind, relation, who.anonymous, mention, evidence, who.role, who.reason, 0.85)
    named = next(iter(context.people.outlets_in(Span(said.source.start + 1, said.source.end))), None)
    first = context.people.outlet_at(said.source)
    if who.anonymous and named:
        spoken = replace(spoken, name=SPOKE_TO.sub("", who.name), relation=Relation.TOLD)
        return reporting(named, evidence, 0.8), spoken
    desk = who.kind is Kind.PERSON and _of_desk(context.words(said.source), first, said.source) if first else False
    if first and who.kind is Kind.PERSON and (desk or COMMENTATOR.search(who.role)):
        return reporting(first, evidence, 0.6), spoken
    return (spoken,)


def _of_desk(phrase: str, outlet: OutletMention, source: Span) -> bool:
    """Whether a phrase names a person by nothing but an outlet: "NBC’s Dante Brunt", "Ada Marsh at the Herald"."""
    before = phrase[: outlet.span.start - source.start]
    after = phrase[outlet.span.end - source.start :]
    if not before.strip():
        return OWNED.match(after) is not None
    return not after.strip(" ,") and EMPLOYED.match(before) is not None


def placed(resolved: Resolved, place: Setting, evidence: Spans) -> tuple[Hop, ...]:
    """A speaker behind the setting that the sentence itself gives."""
    who = resolved.who
    front = Hop(
        place.name, place.kind, place.relation, mention=(place.mention,), evidence=(place.evidence,), confidence=0.85
    )
    if who.kind is Kind.UNSPECIFIED:
        return (front,)
    return front, Hop(
        who.name, who.kind, place.speaks, who.anonymous, resolved.mention, evidence, who.role, who.reason, 0.85
    )


def paper(context: Context, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
    """A document and who made it: "a Reuters poll", "a report by W", "Clinton's memoir", "a study in the BMJ"."""
    who, mention, span = resolved.who, resolved.mention, resolved.said.source
    phrase = context.words(span)
    named = context.people.outlet_at(span)
    if who.head in REPORTS and (named or _bare(phrase)):
        if named:
            return (reporting(named, evidence, 0.85),)
        latest = next(context.people.outlets_before(span.start), None)
        if latest:
            return (replace(reporting(latest, evidence, 0.7), mention=mention),)
    document = Hop(
        titled(who.name), Kind.DOCUMENT, Relation.PUBLISHED, mention=mention, evidence=evidence, confidence=0.8
    )
    made = Relation.POLLED if who.head in POLLS else Relation.WROTE
    if (
        named
        and (where := re.search(r"\b(?:published|appeared)\b[^,;]*\b(?:in|by)\b", phrase))
        and named.span.start >= span.start + where.end()
    ):
        return Hop(
            named.name, named.kind, Relation.PUBLISHED, mention=(named.span,), evidence=evidence, confidence=0.8
        ), document
    if named:
        name = _together(phrase, named, span) or named.name
        return document, Hop(name, named.kind, made, mention=(named.span,), evidence=evidence, confidence=0.75)
    return document, *_maker(context.people, phrase, who.head, span, made, evidence)


def _together(phrase: str, named: OutletMention, span: Span) -> str:
    """The makers of a paper that carries the names of several: "a |Herald/Lorne College| poll"."""
    owner = OWNER.match(phrase)
    within = owner is not None and owner.start("name") <= named.span.start - span.start < owner.end()
    return re.sub(r" Poll$", "", owner["name"]) if owner and within and JOINT.search(owner["name"]) else ""


def _bare(phrase: str) -> bool:
    """Whether a phrase only points back: "the report"."""
    return re.fullmatch(r"(?:the|this|that|its) \w+", phrase, re.IGNORECASE) is not None


def _maker(people: Cast, phrase: str, head: str, span: Span, made: Relation, evidence: Spans) -> tuple[Hop, ...]:
    found = _named_maker(phrase, head)
    if found is None:
        return ()
    name, at = found
    who = look(name)
    if who.kind is Kind.PERSON and who.name not in people.full and " " not in who.name:
        return ()
    if who.kind is Kind.GROUP and noun_kinds().get(who.head) is None and not who.name[:1].isupper():
        return ()
    kind = Kind.ORGANIZATION if who.kind is Kind.GROUP and not who.head.endswith("s") else who.kind
    owned = OWNS.match(phrase, at + len(name)) or MAKER.search(phrase)
    if kind is Kind.PERSON and not owned and " " in who.name and by_given_name(who.name) is None:
        kind = Kind.ORGANIZATION
    mention = (Span(span.start + at, span.start + at + len(name)),)
    return (Hop(who.name, kind, made, who.anonymous, mention, evidence, confidence=0.7),)


def _named_maker(phrase: str, head: str) -> tuple[str, int] | None:
    by = MAKER.search(phrase)
    if by:
        return ENDS_NAME.split(by["name"], maxsplit=1)[0], by.start("name")
    owner = OWNER.match(phrase)
    if owner and owner.end() <= phrase.lower().find(head) and len(owner["name"]) > 2:
        return re.sub(r"[’']s?$", "", owner["name"]), owner.start("name")
    plain = PLAIN_OWNER.match(phrase)
    if plain and noun_kinds().get(plain["name"].rsplit(" ", 1)[-1]) in OWNERS:
        return plain["name"], plain.start("name")
    return None
