"""Sentences that lay their words to somebody by "according to S" or "as per S", where no statement has that cue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.clauses import clauses
from provenance.extraction.rules.cues import ACCORDING
from provenance.extraction.rules.said import indirect
from provenance.extraction.rules.statements import says_something, typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.said import Said
    from provenance.model import Span

OPENERS = frozenset({"according", "per"})


def according(page: Page, number: int) -> Iterator[Said]:
    """What is so by somebody's account: "As per the harbour office, |the crane is safe|"."""
    sentence = page.sentences[number]
    tokens = sentence.tokens
    if OPENERS.isdisjoint(token.lower for token in tokens):
        return
    for clause in clauses(tokens):
        if clause.verb is ACCORDING and clause.content:
            content = tuple(part.span(tokens) for part in clause.content)
            said = indirect(sentence, number, ACCORDING, clause.cue.span(tokens), clause.source.span(tokens), content)
            if says_something(page, said):
                yield said


def with_accounts(page: Page, found: Sequence[Said]) -> list[Said]:
    """`found`, but that a part of somebody's words, in a sentence which lays it all to another, is that other's."""
    cued = {said.sentence for said in found}
    made: dict[int, list[Said]] = {}
    kept = []
    for said in found:
        content = []
        for part in said.content:
            number = page.sentence_at(part.start)
            if len(said.content) > 1 and number not in cued and number not in made:
                made[number] = [typed(page, o) for o in according(page, number) if _all(page, number, part, o)]
            if not made.get(number):
                content.append(part)
        if len(content) == len(said.content):
            kept.append(said)
        elif content:
            kept.append(typed(page, replace(said, content=tuple(content))))
    return sorted([*kept, *(said for told in made.values() for said in told)], key=lambda said: said.cue)


def _all(page: Page, number: int, part: Span, account: Said) -> bool:
    """Whether `part` ends in sentence `number`, and no later than what the account there says."""
    return part.end <= page.sentences[number].end and part.end <= account.content[-1].end + 1
