"""Those who made a paper, once the page has spoken of it: "the researchers", "the authors of the report, A and B"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.who import look
from provenance.model import Hop, Kind, Relation, Span

if TYPE_CHECKING:
    from provenance.extraction.rules.context import Context, Resolved
    from provenance.model import Spans

STUDIES = frozenset("study report paper research analysis survey review investigation".split())
WRITERS = frozenset("researchers authors scientists academics".split())
OF_THE_PAPER = re.compile(
    r"(?:the|its|their|these|those|both)(?: study[’']s| report[’']s| paper[’']s)? (?:\w+ )?(?P<writers>\w+)"
    r"(?: of the (?:study|report|paper|research|analysis|review))?",
    re.IGNORECASE,
)
ONE = r"[A-Z][\w.’'-]*(?: (?:(?:of|for|on) )?[A-Z][\w.’'-]*)*"
FINDINGS = re.compile(
    r"(?i:the|these|those|its|their) (?:(?:new|latest|main|key) )?(?:findings|results)"
    r"(?: (?:of|from) the (?:study|survey|research|analysis|review|trial)|, from (?:the |an? )?[a-z][^;]*)?"
)
NAMES = rf"{ONE}(?:, {ONE})*,? and (?:the )?{ONE}"
AUTHORS = re.compile(
    r"\b(?:authors|writers|researchers) (?:of|behind) the (?:study|report|paper|research|analysis|review),"
    rf" (?:(?:which|who) include )?(?:the )?(?P<names>{NAMES}),"
)
SEVERAL = re.compile(r",? and (?:the )?|, ")


def authors(context: Context) -> Hop | None:
    """Those whom the page names as the authors of its study: "the authors of the report, Ada Brunt and Leo Marsh,"."""
    found = AUTHORS.search(context.page.text)
    if found is None:
        return None
    parts = [look(part) for part in SEVERAL.split(found["names"])]
    kind = Kind.PERSON if all(part.kind is Kind.PERSON for part in parts) else Kind.ORGANIZATION
    mention = Span(*found.span("names"))
    name = "; ".join(part.name for part in parts)
    return Hop(name, kind, Relation.WROTE, mention=(mention,), evidence=(mention,), confidence=0.7)


def made_by(paper: tuple[Hop, ...], named: Hop | None) -> tuple[Hop, ...]:
    """The chain of a study with the authors that the page names, where it has given no name for them yet."""
    nameless = len(paper) == 1 or paper[-1].kind in {Kind.GROUP, Kind.ANONYMOUS}
    return (paper[0], named) if named and nameless else paper


def of_the_paper(context: Context, resolved: Resolved, paper: tuple[Hop, ...], evidence: Spans) -> tuple[Hop, ...]:
    """The chain of "the researchers" who speak through `paper`, the study last spoken of; () for anybody else."""
    who = resolved.who
    phrase = OF_THE_PAPER.fullmatch(context.words(resolved.said.source))
    if phrase is None or phrase["writers"].lower() not in WRITERS or who.kind is not Kind.GROUP:
        return ()
    *front, maker = paper
    if maker.kind is Kind.DOCUMENT:
        return ()
    return *front, replace(maker, mention=resolved.mention, evidence=evidence, confidence=0.6)


def findings_of(context: Context, resolved: Resolved, made: tuple[Hop, ...], evidence: Spans) -> tuple[Hop, ...]:
    """The chain of "the findings", which are those of `made`: of the study or the researchers last spoken of."""
    if FINDINGS.fullmatch(context.words(resolved.said.source)) is None:
        return ()
    *front, maker = made
    return *front, replace(maker, mention=resolved.mention, evidence=evidence, confidence=0.6)
