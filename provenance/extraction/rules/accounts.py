"""A source that is somebody's place on a platform: "the council's Telegram channel", "a Facebook post by N"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import PRONOUNS
from provenance.extraction.rules.settings import SITES
from provenance.extraction.rules.who import PLATFORMS, look
from provenance.model import Hop, Kind, Relation, Span

if TYPE_CHECKING:
    from provenance.extraction.rules.context import Context, Resolved
    from provenance.model import Spans

PLACE = "(?:account|page|channel|feed|profile|post|thread|story)"
ACCOUNT = re.compile(
    r"(?:(?:the|a|an|another|one) )?(?:(?P<owner>[\w’' .-]+?)(?:[’']s|(?<=s)[’']) )?(?:[\w,-]+ ){0,5}?"
    rf"(?:(?P<site>{SITES}|X) {PLACE}|{PLACE}s? on (?:the platform )?(?P<on>{SITES}|X))"
    r"(?: (?:of|by|from|belonging to) (?P<holder>[^,;(]+))?",
    re.IGNORECASE,
)


def account(context: Context, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
    """The platform, and whose place on it speaks where the source says so; () for any other source."""
    said = resolved.said
    match = ACCOUNT.match(context.words(said.source))
    if match is None:
        return ()
    platform = Hop(
        PLATFORMS[(match["site"] or match["on"]).lower()],
        Kind.PLATFORM,
        Relation.POSTED,
        mention=resolved.mention,
        evidence=evidence,
        confidence=0.85,
    )
    group = next((g for g in ("holder", "owner") if match[g]), None)
    if group is None or match[group].lower() in PRONOUNS:
        return (platform,)
    who = look(match[group])
    name = context.people.full_name(who.name) if who.kind is Kind.PERSON else who.name
    mention = (Span(said.source.start + match.start(group), said.source.start + match.end(group)),)
    return platform, Hop(name, who.kind, Relation.WROTE, who.anonymous, mention, evidence, who.role, who.reason, 0.75)
