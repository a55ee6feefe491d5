"""Who told whom: the chain of each statement, from the hop nearest the article to the origin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.rules import hops
from provenance.extraction.rules.accounts import account
from provenance.extraction.rules.citing import carrier, cited
from provenance.extraction.rules.introductions import introductions
from provenance.extraction.rules.lexicon import attitude
from provenance.extraction.rules.makers import authors
from provenance.extraction.rules.place import Setting
from provenance.extraction.rules.recordings import RECORDINGS
from provenance.extraction.rules.releases import released, releases
from provenance.extraction.rules.scope import Scope, announced, carried, poll_ahead
from provenance.extraction.rules.settings import setting
from provenance.extraction.rules.transcripts import labelled
from provenance.model import OUTLETS, Kind, Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.rules.context import Context, Resolved
    from provenance.model import Hop, Spans

SPOKEN = frozenset({"say", "clause", "tell", "write", "report", "show", "according"})
MEDIA = frozenset("media outlets newspapers websites".split())
SPEAKERS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.ANONYMOUS})


def chains(context: Context, found: Sequence[Resolved]) -> list[tuple[Hop, ...]]:
    """The chain of each statement in `found`, in order."""
    turns = [labelled(context.page, resolved.said) for resolved in found]
    places = [None if turn else setting(context, resolved.said) for turn, resolved in zip(turns, found, strict=True)]
    settings = [None if place and context.own(place.name) else place for place in places]
    scope = Scope(context, introductions=introductions(context), authors=authors(context), releases=releases(context))
    made = []
    for number, (resolved, own) in enumerate(zip(found, settings, strict=True)):
        borrowed = None
        if turns[number]:
            borrowed = scope.programme
        elif places[number] is None and _speaks(context, resolved):
            borrowed = scope.setting(resolved) or announced(scope, found, settings, number)
        if own:
            scope.place(resolved, own)
        chain = poll_ahead(context, found, number) or _chain(scope, resolved, own, borrowed)
        place = own or borrowed
        if place and place.kind is Kind.DOCUMENT:
            scope.papers[place.noun] = chain[:1] if place.noun in RECORDINGS else chain
        if own is None and borrowed is None and (desk := _desk(resolved, chain)):
            scope.place(resolved, desk)
        interview = None if own else places[number]
        if interview:
            scope.outlet = None
            scope.settings.pop(resolved.who.name, None)
        chain = _made_public(scope, resolved, place, chain)
        made.append(_to_us(chain, interview) if interview else chain)
        scope.keep_outlet(resolved)
        scope.keep_account(made[-1])
        scope.keep_court(resolved)
        scope.keep_researchers(resolved, made[-1])
        scope.heard.add(resolved.who.name)
        scope.keep_carrier(resolved, chain)
    return made


def _made_public(scope: Scope, resolved: Resolved, place: Setting | None, chain: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """With the one who released the paper or recording that the chain begins with."""
    noun = place.noun if place else resolved.who.head
    end = scope.context.sentence(resolved.said).end
    return released(scope.releases, noun, chain, end) if chain[0].kind is Kind.DOCUMENT else chain


def _desk(resolved: Resolved, chain: tuple[Hop, ...]) -> Setting | None:
    """The outlet for which a host or columnist speaks, who keeps to it: "MSNBC host N"."""
    front, source = chain[0], resolved.said.source
    if len(chain) == 1 or front.kind not in OUTLETS or resolved.who.kind is not Kind.PERSON or not front.mention:
        return None
    if not source.start <= front.mention[0].start < source.end:
        return None
    return Setting(front.name, front.kind, front.relation, chain[-1].relation, front.mention[0], front.evidence[0])


def _speaks(context: Context, resolved: Resolved) -> bool:
    """Whether a statement is speech or writing, not an attitude, and stands below the headline."""
    said = resolved.said
    clause = context.words(said.content[0]).startswith("that ") and "mind" not in said.verb.frames
    spoken = clause or bool(said.verb.frames & SPOKEN) or said.quotation is not Quotation.INDIRECT
    return spoken and not context.in_headline(said)


def _to_us(chain: tuple[Hop, ...], interview: Setting) -> tuple[Hop, ...]:
    """The publisher's own interview is no hop, but tells how the article got the statement."""
    return (replace(chain[0], relation=interview.speaks), *chain[1:]) if chain[0].kind in SPEAKERS else chain


def _chain(scope: Scope, resolved: Resolved, own: Setting | None, borrowed: Setting | None) -> tuple[Hop, ...]:
    context, said, kind = scope.context, resolved.said, resolved.who.kind
    evidence = (context.sentence(said),)
    if on_platform := account(context, resolved, evidence):
        chain = on_platform
        scope.papers["post"] = chain
    elif found := scope.findings(resolved, evidence):
        chain = found
    elif kind is Kind.DOCUMENT:
        back = scope.paper(resolved, evidence) or scope.same_account(resolved, evidence)
        chain = scope.made(resolved, back or hops.paper(context, resolved, evidence))
        scope.keep_paper(resolved, chain)
    elif kind in OUTLETS:
        chain = hops.outlet(resolved, evidence)
    elif through := _through_paper(scope, resolved, own, evidence):
        chain = through
    elif own:
        chain = hops.placed(resolved, own, evidence)
    elif borrowed:
        chain = carried(resolved, borrowed, evidence)
    else:
        chain = hops.speaker(context, resolved, evidence)
    return _completed(scope, resolved, chain)


def _through_paper(scope: Scope, resolved: Resolved, own: Setting | None, evidence: Spans) -> tuple[Hop, ...]:
    """Respondents through the poll that asked them, researchers through their study."""
    asked = scope.polled(resolved, evidence) if _speaks(scope.context, resolved) else ()
    return asked or (() if own else scope.researchers(resolved, evidence))


def _completed(scope: Scope, resolved: Resolved, chain: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """With what the sentence adds at either end: whom the last hop cites, which outlet carries the first."""
    last = chain[-1]
    behind: tuple[Hop, ...] = ()
    if last.kind in {*OUTLETS, Kind.DOCUMENT} or resolved.who.head in MEDIA:
        behind = cited(scope.context, resolved.said, last)
    if len(chain) > 1 or behind or last.kind not in {*SPEAKERS, *OUTLETS}:
        return (*chain, *behind)
    said = resolved.said
    front = carrier(scope.context, said)
    if (
        front
        and not last.anonymous
        and last.kind in SPEAKERS
        and attitude(said.verb)
        and not hops.believed(said.verb, last)
    ):
        return front
    if not front and last.anonymous:
        front = scope.through_outlet(resolved)
    return (*front, *chain)
