"""The group or the outlet that opens a sentence, which "they" or "it" takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.rules.cast import SAME_OUTLET, WIRE_NOUNS
from provenance.extraction.rules.heard import of_people
from provenance.extraction.rules.lexicon import CONJUNCTIONS, FINITE, OPENERS, PREPOSITIONS, PRONOUNS
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Sentence, Token
    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.said import Said

HEAD = 12  # tokens
NOUN_REACH = 5  # tokens


def noun_at_head(context: Context, said: Said, span: Span, *, plural: bool) -> Span | None:
    """The subject before `span` of this sentence or of the one before, where it is a group, or an outlet."""
    sentences = context.page.sentences
    near = (sentences[said.sentence], sentences[max(said.sentence - 1, 0)])
    return next((found for one in near if (found := _subject_noun(one, span.start, plural=plural))), None)


def _subject_noun(sentence: Sentence, before: int, *, plural: bool) -> Span | None:
    """A group or outlet that opens a sentence: "|Researchers from Lorne University| asked", "|The newspaper| has"."""
    tokens = [t for t in sentence.tokens[:HEAD] if t.end <= before]
    nouns = frozenset() if plural else SAME_OUTLET | WIRE_NOUNS
    start = next((i for i, t in enumerate(tokens) if t.word and t.lower not in OPENERS | CONJUNCTIONS), 0)
    for at, token in enumerate(tokens[start : start + NOUN_REACH], start):
        people = plural and token.lower.endswith("s") and of_people(token.lower.removesuffix("s"))
        if people or token.lower in nouns:
            return Span(tokens[start].start, _past_origin(tokens, at))
        if not token.word or token.lower in FINITE | PREPOSITIONS | PRONOUNS:
            return None
    return None


def _past_origin(tokens: Sequence[Token], at: int) -> int:
    """Where a noun's phrase ends, the name of where it is from included."""
    end = at
    if at + 1 < len(tokens) and tokens[at + 1].lower in {"from", "at", "of"}:
        named = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].lower == "the")
        while named < len(tokens) and tokens[named].word and tokens[named].capital:
            end, named = named, named + 1
    return tokens[end].end
