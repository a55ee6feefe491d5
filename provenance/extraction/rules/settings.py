"""Where a statement was made, when that place is itself a hop: an interview, a programme, a platform, a letter.

A setting is read off the words around the content, never off the content.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.place import INTERVIEWED, ON_AIR, PUBLISHED, TOLD, Setting
from provenance.extraction.rules.recordings import HEARD, last_recording
from provenance.extraction.rules.who import PLATFORMS
from provenance.extraction.rules.written import written
from provenance.model import Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.mentions import OutletMention
    from provenance.extraction.rules.said import Said

SITES = "|".join(re.escape(name) for name in sorted(PLATFORMS, key=len, reverse=True) if name not in {"x", "medium"})
ON_PLATFORM = re.compile(
    r"\b(?:on|via|to|in an?|with an?|through|over) "
    r"(?:(?:his|her|its|their|the|official|verified|social|media|network|site|app|messaging|channel) )*"
    rf"(?P<site>{SITES}|X(?=[,.; ]))\b|\b(?P<tweet>(?:re)?tweet(?:ed|s|ing)?)\b",
    re.IGNORECASE,
)
USER = re.compile(rf"\b(?P<site>{SITES}) users?\b", re.IGNORECASE)
RESET = re.compile(
    r"\bat a (?:rally|news conference|press conference|briefing|hearing|campaign|fundraiser|town hall)\b"
    r"|\btold (?:reporters|supporters|a crowd|the crowd|an audience|lawmakers|voters)\b|\bin a (?:statement|speech)\b"
    r"|\bduring (?:the|a|his|her) (?:debate|rally|speech|hearing|briefing|news conference|press conference)\b",
    re.IGNORECASE,
)
WRITING = r"\b(?:writ(?:es|ing|ten)|wrote|essay|op-ed|column|piece|article|editorial|commentary)\b"
AFTER = (
    (re.compile(r"(?:[’']s)?(?: [\w“”-]+){0,2} interview\b", re.IGNORECASE), INTERVIEWED),
    (re.compile(rf" ?{WRITING}"), PUBLISHED),
    (re.compile(r"(?:[’']s)?(?: [\w“”-]+){0,2} (?:town hall|appearance|broadcast|telecast)\b", re.IGNORECASE), ON_AIR),
)
BEFORE = (
    (re.compile(r"\binterview\b[^.;]*$", re.IGNORECASE), INTERVIEWED),
    (re.compile(rf"{WRITING}(?:(?! to )[^.;]){{0,32}}$", re.IGNORECASE), PUBLISHED),
    (
        re.compile(r"\b(?:report|publish|describ)(?:ed|es|ing)?\b[^.;,“”]{0,24} in (?:the )?(?:[\w-]+ )?journal $"),
        PUBLISHED,
    ),
    (
        re.compile(
            r"\b(?:sp(?:eaking|oke|eaks)|talk(?:ing|ed)|comments?|remarks?|statement)"
            r" [\w ]{0,20}(?:to|with)(?: the)? $",
            re.IGNORECASE,
        ),
        TOLD,
    ),
    (
        re.compile(
            r"\b(?:on|during(?: an?)?|appear(?:ed|ing|ances?) (?:on|with)|(?:broadcast|episode|edition) of"
            r"|(?:asked|pressed|interviewed)[^.;]{0,30} by) (?:the |[\w-]+day[’']s? )?[“\"]?(?:The )?$",
            re.IGNORECASE,
        ),
        ON_AIR,
    ),
    (re.compile(r"\b(?:meeting|session) with [^.;]*$"), TOLD),
)
OWN_AUDIENCE = re.compile(
    r"(?:his|her) (?P<medium>radio|television|TV|podcast) (?:audience|listeners|viewers)", re.IGNORECASE
)
PROGRAMME = re.compile(r"[’']s\s[“\"‘](?P<name>[A-Z][^”\"’]{2,40}?)[.,]?[”\"’]")
QUERY = re.compile(
    r"(?:[’']s?)? (?:quer(?:y|ies)|questions?|inquir(?:y|ies)|request for (?:a )?comment)\b", re.IGNORECASE
)
ABOUT = re.compile(
    r"\b(?:(?:evidence|basis|wake|light|response|reaction|result|because) (?:of|to)|(?:respond|react)(?:ed|s|ing) to"
    r"|based on|reacting to|citing|criticiz\w+|about)(?: an?| the| this)?(?: [\w-]+)? $",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(
    r"\bby (?:[A-Z][\w.’'-]*[  ])+(?:in|during) (?:an?|her|his) (?:[\w-]+ ){0,2}interview with\s+(?:the )?$"
)
PAST = re.compile(r"\b(?:time|years?|stint|career|tenure|days|job) (?:on|at|with) (?:the )?$")
WROTE_FOR = re.compile(r"\b(?:in|for) (?:the |an? )?$")
UNLISTED = re.compile(r"[A-Z][a-z]+[A-Z]\w+")
THE = re.compile(r"(?:the|this) (?:\w+ )?\w+$", re.IGNORECASE)
NEAR = 60


def resets(words: str) -> bool:
    """Whether the words put the speaker somewhere that is no hop, such as a rally."""
    return bool(RESET.search(words))


def setting(context: Context, said: Said) -> Setting | None:
    """The setting that the cue's own sentence gives, or None."""
    return (
        _told(context, said)
        or next(_outlets(context, said), None)
        or _platform(context, said)
        or written(context, said)
        or _recording(context, said)
    )


def _told(context: Context, said: Said) -> Setting | None:
    """The outlet that asked: "told Fox News", "told Bill O'Reilly of Fox News"."""
    if said.addressee is None:
        return None
    evidence = context.sentence(said)
    own = OWN_AUDIENCE.match(context.words(Span(said.addressee.start, evidence.end)))
    if own:
        show = f"{context.people.full_name(context.words(said.source))} {own['medium'].lower()} show"
        return Setting(show, Kind.OUTLET, *ON_AIR, said.addressee, evidence)
    mention = next(iter(context.people.outlets_in(said.addressee)), None)
    if mention:
        return Setting(mention.name, mention.kind, *TOLD, mention.span, evidence)
    words = context.words(said.addressee)
    meant = (
        context.people.outlet_meant(words, words.split()[-1].lower(), said.addressee.start)
        if THE.match(words)
        else None
    )
    if meant:
        return Setting(meant.name, meant.kind, *TOLD, said.addressee, evidence)
    if said.verb.lemma == "tell" and UNLISTED.fullmatch(words):
        return Setting(words, Kind.OUTLET, *TOLD, said.addressee, evidence)
    return None


def _outlets(context: Context, said: Said) -> Iterator[Setting]:
    for mention, before, after in context.outlets_beside(said, NEAR):
        sentence = context.sentence(said)
        if said.verb.lemma in {"write", "pen"} and WROTE_FOR.search(before):
            yield Setting(mention.name, mention.kind, *PUBLISHED, mention.span, sentence)
        elif not _of_another(context, mention) and (place := placing(context, mention, before, after, sentence)):
            yield place


def _of_another(context: Context, mention: OutletMention) -> bool:
    """Whether the words before an outlet give its interview to somebody else."""
    at = mention.span.start
    return OF_ANOTHER.search(context.page.text, max(0, at - 2 * NEAR), at) is not None


def placing(context: Context, mention: OutletMention, before: str, after: str, evidence: Span) -> Setting | None:
    """The setting that an outlet between the words `before` and `after` it is, or None."""
    how = TOLD if QUERY.match(after) else None if ABOUT.search(before) or PAST.search(before) else _how(before, after)
    if how is None:
        return None
    name, span = _programme(context, mention)
    return Setting(name, mention.kind, *how, span, evidence)


def _how(before: str, after: str) -> tuple[Relation, Relation] | None:
    """How an outlet between these words got the statement, and the speaker's part in it."""
    found = (how for pattern, how in AFTER if pattern.match(after))
    return next(found, None) or next((how for pattern, how in BEFORE if pattern.search(before)), None)


def _programme(context: Context, mention: OutletMention) -> tuple[str, Span]:
    """The programme of "CNN's “State of the Union”", its network in brackets; else the outlet itself."""
    after = PROGRAMME.match(context.page.text, mention.span.end)
    if after is None:
        return mention.name, mention.span
    inner = Span(*after.span("name"))
    known = context.people.outlet_at(inner)
    return f"{known.name if known else after['name']} ({mention.name})", inner


def _platform(context: Context, said: Said) -> Setting | None:
    evidence = context.sentence(said)
    match = ON_PLATFORM.search(context.around(said))
    if match is None:
        return _account(context, said)
    group = "site" if match["site"] else "tweet"
    name = PLATFORMS.get((match["site"] or "twitter").lower(), "X")
    mention = Span(evidence.start + match.start(group), evidence.start + match.end(group))
    return Setting(name, Kind.PLATFORM, Relation.POSTED, Relation.WROTE, mention, evidence)


def _account(context: Context, said: Said) -> Setting | None:
    """The platform of a source that is a user of it: "one Twitter user"."""
    match = USER.search(context.page.text, *said.source)
    if match is None:
        return None
    name, mention = PLATFORMS[match["site"].lower()], Span(*match.span("site"))
    return Setting(name, Kind.PLATFORM, Relation.POSTED, Relation.WROTE, mention, context.sentence(said))


def _recording(context: Context, said: Said) -> Setting | None:
    """The recording in which "she can be heard saying" it."""
    evidence = context.sentence(said)
    heard = HEARD.search(context.page.text, said.source.end, said.cue.end)
    found = last_recording(context, evidence.start) if heard and said.source.end > said.source.start else None
    if found is None:
        return None
    name, noun, mention = found
    return Setting(name, Kind.DOCUMENT, Relation.PUBLISHED, Relation.SAID, mention, evidence, noun)
