"""What a reader carries from paragraph to paragraph.

A speaker stays in the interview until placed elsewhere; "the poll" is the poll named before; unnamed sources in an
account that follows an outlet's are that outlet's. Carried hops are less sure than those the sentence shows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from provenance.extraction.rules.hops import CARRIED, POLLS, REPORTS, paper, placed, reporting, unarticled
from provenance.extraction.rules.introductions import ANYONE
from provenance.extraction.rules.lexicon import RELATIVES
from provenance.extraction.rules.makers import STUDIES, WRITERS, findings_of, made_by, of_the_paper
from provenance.extraction.rules.mentions import OutletMention
from provenance.extraction.rules.settings import resets
from provenance.model import OUTLETS, Hop, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.rules.context import Context, Resolved
    from provenance.extraction.rules.introductions import Introduction
    from provenance.extraction.rules.place import Setting
    from provenance.extraction.rules.releases import Release
    from provenance.model import Spans

PARAGRAPH = attrgetter("paragraph")
CARRY = 6  # paragraphs, as the next two
ACCOUNT = 2
INTRODUCED = 3
LEAD = 2
SHARE = re.compile(r"\b(?:percent|per cent|majority|in \d+|of \d+|half|quarter|third) ?|\d%", re.IGNORECASE)
SHARE_OF = re.compile(
    r"^.*?(?:\d[\d.,]* ?(?:percent\b|per cent\b|%)|\b(?:percent|majority|half|quarter|third|\d+))(?: of)?(?: the)? ?"
)
POINTS_BACK = re.compile(r"(?:the|this|that|its|his|her|their|it|the same) ?(?:new |latest |same )?\w*", re.IGNORECASE)
ALIKE = (
    frozenset("study report paper research finding findings survey analysis".split()),
    frozenset("book memoir autobiography account".split()),
    frozenset("video footage tape recording clip".split()),
    frozenset("letter memo memorandum missive e-mail email".split()),
    frozenset("ruling opinion decision".split()),
)
"""Nouns by which a page may come back to one paper."""
SAME_SOURCES = re.compile(
    r"(?:(?:a |the )?(?:second|third|fourth)|the|these|those|both|one|another|others?|\w+ of the)\b", re.IGNORECASE
)
RULINGS = frozenset("ruling decision verdict judgment opinion".split())
COURTS = frozenset("court judge justice tribunal".split())
PERFECT = re.compile(r"\b(?:has|have|had)\b")


@dataclass(slots=True)
class Scope:
    """The settings, papers and outlet that hold at a point of the page; paragraphs count how far they reach."""

    context: Context
    settings: dict[str, tuple[Setting, int]] = field(default_factory=dict)
    papers: dict[str, tuple[Hop, ...]] = field(default_factory=dict)
    introductions: Sequence[Introduction] = ()
    poll: tuple[tuple[Hop, ...], int] | None = None
    outlet: tuple[OutletMention, int, Span] | None = None
    told_by_sources: bool = False
    carriers: dict[str, Hop] = field(default_factory=dict)
    programme: Setting | None = None
    heard: set[str] = field(default_factory=set)
    authors: Hop | None = None
    releases: list[Release] = field(default_factory=list)
    study: tuple[Hop, ...] = ()
    studied: tuple[tuple[Hop, ...], int] | None = None
    court: Hop | None = None
    account: tuple[Hop, ...] = ()

    def place(self, resolved: Resolved, setting: Setting) -> None:
        """From here on the speaker of `resolved` is in `setting`."""
        self.settings[resolved.who.name] = (setting, resolved.said.paragraph)
        if setting.kind in OUTLETS:
            self.programme = setting

    def setting(self, resolved: Resolved) -> Setting | None:
        """The setting that still holds for this speaker."""
        said, name = resolved.said, resolved.who.name
        placed = self.settings.get(name) or self._introduced(resolved)
        if placed is None:
            return None
        setting, paragraph = placed
        if said.paragraph - paragraph > CARRY or resets(self.context.around(said)):
            self.settings.pop(name, None)
            return None
        written = said.verb.frames & {"write"} or said.verb.lemma in {"add", "continue"}
        if setting.kind is Kind.PLATFORM and not (written and said.paragraph - paragraph <= 1):
            return None
        self.settings[name] = (setting, said.paragraph)
        return setting

    def _introduced(self, resolved: Resolved) -> tuple[Setting, int] | None:
        """Where a sentence that is no statement has placed this speaker, just before."""
        at = resolved.said.paragraph
        for number in range(bisect_right(self.introductions, at, key=PARAGRAPH) - 1, -1, -1):
            one = self.introductions[number]
            if at - one.paragraph > INTRODUCED:
                return None
            if one.name not in {resolved.who.name, ANYONE}:
                continue
            if one.setting.kind is not Kind.DOCUMENT or "write" in resolved.said.verb.frames:
                return one.setting, one.paragraph
        return None

    def ahead(self, resolved: Resolved) -> Setting | None:
        """Where one of the next paragraphs places the speaker of a lead."""
        at = resolved.said.paragraph
        for one in self.introductions:
            near = 0 < one.paragraph - at <= LEAD and one.setting.kind in OUTLETS
            if near and one.name in {resolved.who.name, ANYONE}:
                return one.setting
        return None

    def paper(self, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
        """The chain of a paper that "the poll" points back to."""
        head = resolved.who.head
        alike = next((group for group in ALIKE if head in group), ())
        words = self.context.words(resolved.said.source)
        named = words.lower() == "it" and " " in resolved.who.name
        others = (self.papers[h] for h in reversed(self.papers) if h in alike and not named)
        known = self.papers.get(head) or next(others, None)
        relative = words.lower() in RELATIVES and " " not in unarticled(resolved.who.name)
        if known is None or not (relative or POINTS_BACK.fullmatch(words)):
            return ()
        return (replace(known[0], mention=resolved.mention, evidence=evidence, confidence=0.7), *known[1:])

    def researchers(self, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
        """The chain of "the researchers" through the study they made."""
        return of_the_paper(self.context, resolved, self.study, evidence) if self.study else ()

    def findings(self, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
        """The chain of "the findings" of a study, or of researchers who tell of theirs, a few paragraphs before."""
        if self.studied is None or resolved.said.paragraph - self.studied[1] > CARRY:
            return ()
        return findings_of(self.context, resolved, self.studied[0], evidence)

    def keep_researchers(self, resolved: Resolved, chain: tuple[Hop, ...]) -> None:
        """Remember a study, or researchers, for "the findings" after it."""
        who = resolved.who
        if who.head in STUDIES or (who.head in WRITERS and who.kind is Kind.GROUP):
            self.studied = chain, resolved.said.paragraph

    def made(self, resolved: Resolved, paper: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """The chain of a study with its authors, where the page names them elsewhere, of a ruling with its court."""
        if resolved.who.head in RULINGS and len(paper) == 1 and self.court:
            return (*paper, self.court)
        return made_by(paper, self.authors) if resolved.who.head in STUDIES else paper

    def keep_court(self, resolved: Resolved) -> None:
        """Remember the court or judge heard last for the ruling that a page comes back to."""
        who = resolved.who
        if who.head in COURTS and who.kind in {Kind.ORGANIZATION, Kind.PERSON}:
            shown = (self.context.sentence(resolved.said),)
            self.court = Hop(
                who.name, who.kind, Relation.WROTE, mention=resolved.mention, evidence=shown, confidence=0.5
            )

    def keep_paper(self, resolved: Resolved, hops: tuple[Hop, ...]) -> None:
        """Remember the chain of a paper for what points back to it."""
        self.papers.pop(resolved.who.head, None)
        self.papers[resolved.who.head] = hops
        self.study = hops if resolved.who.head in STUDIES else self.study
        if resolved.who.head in POLLS:
            self.poll = (hops, resolved.said.paragraph)

    def polled(self, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
        """Respondents, "52 percent of voters", who speak through the poll that asked them."""
        name, paragraph = resolved.who.name, resolved.said.paragraph
        if self.poll is None or paragraph - self.poll[1] > CARRY or not SHARE.search(name):
            return ()
        hops = tuple(replace(hop, confidence=CARRIED) for hop in self.poll[0])
        self.poll = (self.poll[0], paragraph)
        group = SHARE_OF.sub("", name).strip(" ,") or "poll respondents"
        return (
            *hops,
            Hop(group, Kind.GROUP, Relation.SAID, mention=resolved.mention, evidence=evidence, confidence=CARRIED),
        )

    def through_outlet(self, resolved: Resolved) -> tuple[Hop, ...]:
        """The outlet whose account the unnamed source stands in, if one is being relayed."""
        if resolved.who.name in self.carriers:
            return (replace(self.carriers[resolved.who.name], confidence=CARRIED),)
        if self.outlet is None or resolved.said.paragraph - self.outlet[1] > ACCOUNT:
            return ()
        mention, _, evidence = self.outlet
        if self.told_by_sources and not SAME_SOURCES.match(self.context.words(resolved.said.source)):
            return ()
        self.outlet = (mention, resolved.said.paragraph, evidence)
        return (reporting(mention, (evidence,), CARRIED),)

    def keep_carrier(self, resolved: Resolved, chain: tuple[Hop, ...]) -> None:
        """Remember which outlet an unnamed source has spoken through: the same source speaks through it again."""
        if resolved.who.anonymous and len(chain) > 1 and chain[0].kind in OUTLETS:
            self.carriers[resolved.who.name] = chain[0]

    def keep_account(self, chain: tuple[Hop, ...]) -> None:
        """Remember an outlet's account that another outlet carries: "the article" after it is the first one's."""
        if chain[-1].kind in OUTLETS:
            self.account = chain if len(chain) > 1 else ()

    def same_account(self, resolved: Resolved, evidence: Spans) -> tuple[Hop, ...]:
        """The chain of the account that "the article" points back to, where no other outlet was named since."""
        words = self.context.words(resolved.said.source)
        latest = next(self.context.people.outlets_before(resolved.said.source.start), None)
        if resolved.who.head not in REPORTS or not POINTS_BACK.fullmatch(words) or latest is None:
            return ()
        if latest.name not in {hop.name for hop in self.account}:
            return ()
        *front, last = self.account
        own = replace(last, mention=resolved.mention, evidence=evidence, confidence=0.7)
        return (*(replace(hop, confidence=CARRIED) for hop in front), own)

    def keep_outlet(self, resolved: Resolved) -> None:
        """Remember the outlet whose account `resolved` relays, if it does, for the unnamed sources after it."""
        said, who = resolved.said, resolved.who
        people = self.context.people
        named = people.outlet_at(said.source)
        asked = people.outlet_at(said.addressee) if said.addressee else None
        relayed = None
        if who.anonymous:
            relayed = asked or named
        elif who.kind in OUTLETS:
            relayed = named or OutletMention(said.source, who.name, who.kind)
        elif who.kind is Kind.DOCUMENT and who.head in REPORTS:
            relayed = named
        if relayed:
            self.told_by_sources = who.anonymous
            self.outlet = (relayed, said.paragraph, self.context.sentence(said))


def carried(resolved: Resolved, setting: Setting, evidence: Spans) -> tuple[Hop, ...]:
    """A speaker behind a setting that another sentence gave."""
    front, *speakers = placed(resolved, setting, evidence)
    return replace(front, confidence=CARRIED), *(replace(speaker, confidence=0.6) for speaker in speakers)


def announced(
    scope: Scope, found: Sequence[Resolved], settings: Sequence[Setting | None], number: int
) -> Setting | None:
    """The outlet of the first words of a speaker, where the paragraphs just after say who asked."""
    lead = found[number]
    if lead.who.kind is not Kind.PERSON or resets(scope.context.around(lead.said)):
        return None
    top = lead.said.paragraph <= LEAD
    if not top and PERFECT.search(scope.context.page.text, lead.said.source.end, lead.said.cue.end):
        return None
    again = not top and lead.who.name in scope.heard
    for later, place in zip(found[number + 1 : number + 5], settings[number + 1 : number + 5], strict=True):
        near = later.said.paragraph - lead.said.paragraph <= (LEAD if top else 1)
        if again and later.said.sentence != lead.said.sentence:
            return None
        if later.who.name == lead.who.name and place and near:
            return place if place.kind in OUTLETS else None
    return scope.ahead(lead) if top else None


def poll_ahead(context: Context, found: Sequence[Resolved], number: int) -> tuple[Hop, ...]:
    """The poll that a headline or lead tells of without its maker, where the next lines name it with one."""
    lead = found[number]
    if lead.who.head not in POLLS or lead.said.paragraph > LEAD or len(paper(context, lead, ())) > 1:
        return ()
    named = (later for later in found[number + 1 : number + 5] if later.who.head in POLLS)
    chains = (paper(context, later, (context.sentence(later.said),)) for later in named)
    known = next((chain for chain in chains if len(chain) > 1), None)
    return (replace(known[0], mention=lead.mention, confidence=CARRIED), *known[1:]) if known else ()
