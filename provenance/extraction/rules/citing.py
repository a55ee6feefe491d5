"""Who an outlet had it from, and which outlet carries another's words, said in the cue's own sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.following import phrase_after, phrase_from
from provenance.extraction.rules.hops import reporting, unarticled
from provenance.extraction.rules.names import title
from provenance.extraction.rules.who import look, noun_kinds
from provenance.model import OUTLETS, Hop, Kind, Relation, Span
from provenance.text import plain_name

if TYPE_CHECKING:
    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.said import Said
    from provenance.model import Spans

CITING = re.compile(
    r"\b(?:citing|quoting|(?:which|who|that|and) (?:in turn )?(?:cite[sd]|quote[sd])|(?:with|in) reference to)\b",
    re.IGNORECASE,
)
CITES = re.compile(r" (?:also |has |have |earlier )*(?:cite[sd]|quote[sd])\b")
REPORTS_IT = re.compile(
    r"(?:[’']s [\w ]+)?,? (?:also |first |has |have |had )*"
    r"(?:report(?:s|ed)|quoted|cited|wrote|writes|said|says|learned|learnt|understands)\b"
)
THROUGH = re.compile(
    r"(?:according to|(?:reported|quoted|cited|told) (?:by|to)|as (?:first )?reported by"
    r"|, (?:reported|reports)(?: news agency)?"
    r"|quoted (?:\w+ ){0,3}(?:by|in|as saying by))(?: the| a report (?:by|in|from)(?: the)?)? $",
    re.IGNORECASE,
)
HEARD = re.compile(r" (?:has |have |had )?(?:(?:spoke|spoken|talked) (?:to|with)|interviewed|contacted) ")
SOURCED = re.compile(r"[”\"]?,? according to ")
NEAR = 40


def cited(context: Context, said: Said, reporter: Hop) -> tuple[Hop, ...]:
    """The hops behind `reporter`: "…, citing two officials", "citing W, which quoted two officials"."""
    sentence = context.page.sentences[said.sentence]
    evidence = (context.sentence(said),)
    words = context.around(said)
    after = said.source.end - sentence.start
    main = CITES.match(words, after) if said.cue.start > said.source.end > sentence.start else None
    for match in (*filter(None, [main]), *CITING.finditer(words)):
        at = sentence.start + match.end()
        first = next((i for i, t in enumerate(sentence.tokens) if t.start >= at and not t.quote), None)
        part = phrase_after(sentence.tokens, first) if first is not None else None
        if part:
            span = part.span(sentence.tokens)
            hop = _behind(context, span, reporter, evidence)
            if hop:
                further = _further(context, Span(span.end, sentence.end), evidence) if hop.kind in OUTLETS else ()
                return hop, *further
    return _reports_from(context, said, reporter, evidence)


def _reports_from(context: Context, said: Said, reporter: Hop, evidence: Spans) -> tuple[Hop, ...]:
    """Whom "W reports that C, according to S" had it from."""
    sentence = context.page.sentences[said.sentence]
    match = SOURCED.match(context.page.text, said.content[-1].end, sentence.end)
    if reporter.kind not in OUTLETS or said.cue.start > said.content[0].start or match is None:
        return ()
    part = phrase_from(sentence.tokens, match.end())
    hop = _behind(context, part.span(sentence.tokens), reporter, evidence) if part else None
    return (hop,) if hop and not (hop.kind is Kind.PERSON and hop.name.islower()) else ()


def _behind(context: Context, span: Span, reporter: Hop, evidence: Spans) -> Hop | None:
    who = look(context.words(span).rstrip(","))
    outlet = context.people.outlet_at(span)
    named = outlet is not None and unarticled(context.words(span).rstrip(",")) == context.words(outlet.span)
    if outlet and (named or who.kind in {*OUTLETS, Kind.DOCUMENT}):
        same = plain_name(outlet.name) == plain_name(reporter.name)
        return None if same else reporting(outlet, evidence, 0.75)
    if who.kind is Kind.DOCUMENT:
        return Hop(unarticled(who.name), who.kind, Relation.OTHER, mention=(span,), evidence=evidence, confidence=0.6)
    thing = who.name[:1].islower() and who.head not in noun_kinds() and not title(who.head)
    unknown = who.kind is Kind.PERSON and thing
    if not who.name or unknown or plain_name(who.name) == plain_name(reporter.name):
        return None
    relation = Relation.TOLD if who.kind in {Kind.PERSON, Kind.ANONYMOUS} else Relation.SAID
    return Hop(who.name, who.kind, relation, who.anonymous, (span,), evidence, who.role, who.reason, 0.75)


def _further(context: Context, rest: Span, evidence: Spans) -> tuple[Hop, ...]:
    match = CITING.search(context.page.text, rest.start, rest.end)
    name = re.compile(r"\s(?P<who>[^,.;]{3,80})").match(context.page.text, match.end(), rest.end) if match else None
    if name is None:
        return ()
    who = look(name["who"])
    mention = (Span(name.start("who"), name.end("who")),)
    return (Hop(who.name, who.kind, Relation.TOLD, who.anonymous, mention, evidence, who.role, who.reason, 0.65),)


def carrier(context: Context, said: Said) -> tuple[Hop, ...]:
    """The outlet of "S said C, W reported", which stands in front of S."""
    for mention, before, after in context.outlets_beside(said, NEAR):
        spoke = mention.span.end <= said.source.start and HEARD.match(after)
        if not context.own(mention.name) and (spoke or REPORTS_IT.match(after) or THROUGH.search(before)):
            return (reporting(mention, (context.sentence(said),), 0.75),)
    return ()
