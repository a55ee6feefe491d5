"""Who says what inside one sentence: cue, source and content, by the constructions of English reporting.

`S said that C` · `C, S said` · `"Q," said S` · `S told A that C` · `According to S, C` · `C, according to S` ·
`W quoted S as saying C` · `S, …, adding that C` · `S called X Y`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.rules import subjects
from provenance.extraction.rules.complements import takes
from provenance.extraction.rules.contents import content_after, with_content
from provenance.extraction.rules.cues import Clause, cues
from provenance.extraction.rules.lexicon import Form, adverb, verbs
from provenance.extraction.rules.limits import limit_of
from provenance.extraction.rules.phrases import DASHES, Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Token

TRAILING = frozenset({"say", "clause", "tell", "write", "object", "report", "show"})


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Every cue of a sentence with its source and content, left to right."""
    bare = cues(tokens)
    found = [with_content(tokens, clause, bare) for clause in bare]
    return sorted([*found, *_participles(tokens, found)], key=lambda clause: clause.cue)


def _participles(tokens: Sequence[Token], found: Sequence[Clause]) -> Iterator[Clause]:
    """The cues ", adding that C" and "by saying that C", which borrow the subject of what they hang on."""
    for i, token in enumerate(tokens):
        verb, form = verbs().get(token.lower, (None, None))
        if verb is None or form is not Form.PARTICIPLE or token.quote or not 0 < i < len(tokens) - 1:
            continue
        start = i
        while start > 1 and adverb(tokens[start - 1].lower):
            start -= 1
        if not (_trails(tokens[start - 1]) and verb.frames & TRAILING and verb.lemma not in {"cite", "quote"}):
            continue
        if not takes(tokens, i + 1, verb):
            continue
        earlier = next((c.source for c in reversed(found) if c.cue.start < i), None)
        source = earlier or subjects.main(tokens, start)
        if source and source.end <= start:
            clause = Clause(verb, Form.PARTICIPLE, Range(start, i + 1), source)
            yield content_after(tokens, clause, limit_of(tokens, clause, found))


def _trails(previous: Token) -> bool:
    return previous.text in {","} | DASHES or previous.quote or previous.lower in {"by", "and", "while"}
