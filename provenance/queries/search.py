"""The claims nearest to a text: by words and by meaning, where `trace` finds only what has most of its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.linking import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.corpus import Corpus
    from provenance.linking.candidates import CandidateIndex
    from provenance.rdf.store import Found, Nearby

CANDIDATES = 200
"""Statements that are looked at: those with the rarest words."""
BY_MEANING = 50
"""Of these, the best by words are looked at by meaning."""
LEAST = 0.3
"""What a statement must have of the score of the words looked for themselves, to be called near by words alone."""

_Scores = dict["Found", float]


@dataclass(frozen=True, slots=True)
class Nearest:
    """A claim by its IRI; `text` is its statement nearest to what was looked for, `articles` are keys.

    `score` ranks the answers to one question; it means nothing beside that of another. `undecided` says that the
    statement is, or a hop of its chain.
    """

    score: float
    text: str
    claim: str
    articles: tuple[str, ...]
    undecided: bool


def nearest(corpus: Corpus, text: str, candidates: CandidateIndex, limit: int, threads: int = 0) -> list[Nearest]:
    """The best first, `limit` at most; by words alone where `candidates` holds no vectors.

    `threads` are those of the encoder. Raises UsageError where `text` holds no words.
    """
    if not search.asked(text):
        raise UsageError(f"'{text}' holds no words to look for: say who does what")
    near = corpus.near(search.asked(text), CANDIDATES)
    scores = _by_words(near)
    best = sorted(scores, key=lambda one: (-scores[one], one.attribution))
    scores |= _by_meaning(text, {one: scores[one] for one in best[:BY_MEANING]}, candidates, threads)
    return _grouped(corpus, scores, limit)


def by_words(corpus: Corpus, text: str) -> Nearest | None:
    """The nearest by words alone, where one is near at all."""
    near = corpus.near(search.asked(text), CANDIDATES)
    floor = LEAST * search.lexical(near.holders, dict.fromkeys(near.holders, 1), _rarities(near), near.average)
    found = {one: score for one, score in _by_words(near).items() if score >= floor}
    return next(iter(_grouped(corpus, found, 1)), None)


def _rarities(near: Nearby) -> dict[str, float]:
    return {word: search.rarity(near.statements, holders) for word, holders in near.holders.items()}


def _by_words(near: Nearby) -> _Scores:
    rarities = _rarities(near)
    return {
        one: search.lexical(near.holders, dict.fromkeys(held, 1), rarities, near.average)
        for one, held in near.found.items()
    }


def _by_meaning(text: str, scores: Mapping[Found, float], candidates: CandidateIndex, threads: int) -> _Scores:
    """The scores of those that have a vector, with what the meaning adds; what all have in common is left out."""
    import numpy as np

    records = candidates.records_of(one.attribution for one in scores)
    if not any(len(record.statements) for record in records):
        return {}
    from provenance.encoder.encoder import encoder
    from provenance.encoder.meaning import meaning

    vectors = np.concatenate([record.vectors for record in records]).astype(np.float64)
    common = search.COMMON * vectors.mean(axis=0)
    rows = dict(zip((one.iri for record in records for one in record.statements), vectors - common, strict=True))
    encoded = encoder(threads).encode(search.spelt(text))
    asked = meaning(encoded) * np.linalg.norm(vectors, axis=1).mean() - common
    return {
        one: search.combined(score, _cosine(rows[one.attribution], asked))
        for one, score in scores.items()
        if one.attribution in rows
    }


def _cosine(one: Iterable[float], other: Iterable[float]) -> float:
    import numpy as np

    ours, theirs = np.asarray(one), np.asarray(other)
    return float(ours @ theirs / max(float(np.linalg.norm(ours) * np.linalg.norm(theirs)), 1e-9))


def _grouped(corpus: Corpus, scores: _Scores, limit: int) -> list[Nearest]:
    answers: list[Nearest] = []
    met: set[str] = set()
    for best in sorted(scores, key=lambda one: (-scores[one], one.attribution)):
        if len(answers) == limit:
            break
        statement = None if best.attribution in met else corpus.statement(best)
        claim = corpus.claim_of(best.attribution) if statement else None
        if statement is None or claim is None:
            continue
        made = list(corpus.made(claim))
        met.update(one.attribution for one in made)
        keys = {one.reading.article.key for one in corpus.statements(made)}
        answers.append(
            Nearest(
                round(scores[best], 2), statement.text, claim, tuple(sorted(keys)), statement.attribution.is_undecided
            )
        )
    return answers
