"""Sentences that lay their words to somebody by "according to S" or "as per S", where no statement has that cue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.clauses import clauses
from provenance.extraction.cues import ACCORDING
from provenance.extraction.said import indirect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.extraction.said import Said
    from provenance.extraction.segment import Page

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
            yield indirect(sentence, number, ACCORDING, clause.cue.span(tokens), clause.source.span(tokens), content)


def with_accounts(page: Page, found: Sequence[Said]) -> list[Said]:
    """`found`, but that a part of somebody's words, in a sentence which lays it to another, is that other's."""
    cued = {said.sentence for said in found}
    made: dict[int, list[Said]] = {}
    kept = []
    for said in found:
        elsewhere = {part: page.sentence_at(part.start) for part in said.content if len(said.content) > 1}
        for number in set(elsewhere.values()) - cued - made.keys():
            made[number] = list(according(page, number))
        content = tuple(part for part in said.content if not made.get(elsewhere.get(part, -1)))
        kept.append(replace(said, content=content) if content else said)
    return sorted([*kept, *(said for told in made.values() for said in told)], key=lambda said: said.cue)
