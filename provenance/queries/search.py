"""The claims nearest to what is asked: by words and by meaning, and which of them make it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.canonical import completed
from provenance.errors import UsageError
from provenance.linking import search
from provenance.queries import matching
from provenance.queries.question import topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.corpus import Corpus
    from provenance.linking.candidates import CandidateIndex
    from provenance.model import Statement
    from provenance.rdf.store import Found, Nearby

CANDIDATES = 200
"""Statements that are looked at: those with the rarest words."""
CLOSELY = 100
"""Of these, the best by words are read, and looked at by meaning."""

FEWEST = 8
"""Statements that tell what all have in common."""


class _Candidate(NamedTuple):
    score: float
    likelihood: float
    statement: Statement
    iri: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """A claim by its IRI; `text` is its statement nearest to what was looked for, `articles` are keys.

    `score` ranks the answers to one question; it means nothing beside that of another. `likelihood` is the probability
    that the claim makes what was asked for, of its likeliest statement; from `matching.MAKES` on it `makes` it, below
    it is related. `undecided` says that the nearest statement is, or a hop of its chain. `whole` is `text` made whole,
    as of a `Claim`.
    """

    score: float
    text: str
    claim: str
    articles: tuple[str, ...]
    undecided: bool
    likelihood: float
    makes: bool
    whole: str


def nearest(corpus: Corpus, text: str, candidates: CandidateIndex, limit: int, threads: int = 0) -> list[Nearest]:
    """Those that make what is asked before the others, the best first; `limit` at most.

    By words alone where `candidates` holds no vectors, or few. `text` may be a question (`question.topic`). `threads`
    are those of the encoder. Raises UsageError where `text` holds no words.
    """
    asked = topic(text)
    if not search.asked(asked):
        raise UsageError(f"'{text}' holds no words to look for: say who does what")
    near = corpus.near(search.asked(asked), CANDIDATES)
    rarities = {word: search.rarity(near.statements, holders) for word, holders in near.holders.items()}
    by_words = _by_words(near, rarities)
    best = sorted(by_words, key=lambda one: (-by_words[one], one.attribution))[:CLOSELY]
    meanings = _meanings(asked, [one.attribution for one in best], candidates, threads)
    found = []
    for one, statement in zip(best, corpus.statements_at(best), strict=True):
        if statement:
            meaning = meanings.get(one.attribution)
            score = by_words[one] if meaning is None else search.combined(by_words[one], meaning)
            found.append(
                _Candidate(score, _likelihood(asked, statement, rarities, meaning), statement, one.attribution)
            )
    corpus.ahead_of_claims(lambda: [one.iri for one in found])
    claims = sorted(_grouped(corpus, found).items(), key=lambda one: not _makes(one[1]))
    corpus.ahead_of_made([claim for claim, _ in claims[:limit]])
    return [_nearest(corpus, claim, made) for claim, made in claims[:limit]]


def _by_words(near: Nearby, rarities: Mapping[str, float]) -> dict[Found, float]:
    return {
        one: search.lexical(near.holders, dict.fromkeys(held, 1), rarities, near.average)
        for one, held in near.found.items()
    }


def _meanings(text: str, statements: Iterable[str], candidates: CandidateIndex, threads: int) -> dict[str, float]:
    """How near in meaning those of `statements` are that have a vector; what all have in common is left out.

    Nothing where they are too few to tell what that is.
    """
    import numpy as np

    records = candidates.records_of(statements)
    if sum(len(record.statements) for record in records) < FEWEST:
        return {}
    from provenance.encoder.encoder import encoder
    from provenance.encoder.meaning import meaning

    vectors = np.concatenate([record.vectors for record in records]).astype(np.float64)
    common = search.COMMON * vectors.mean(axis=0)
    encoded = encoder(threads).encode(search.spelt(text))
    asked = meaning(encoded) * np.linalg.norm(vectors, axis=1).mean() - common
    told = vectors - common
    lengths = np.linalg.norm(told, axis=1) * np.linalg.norm(asked)
    cosines = told @ asked / np.maximum(lengths, 1e-9)
    return dict(zip((one.iri for record in records for one in record.statements), cosines.tolist(), strict=True))


def _likelihood(asked: str, statement: Statement, rarities: Mapping[str, float], meaning: float | None) -> float:
    told = matching.wording(statement.text, [hop.name for hop in statement.attribution.chain])
    wanted = matching.wording(search.spelt(asked))
    return matching.likelihood(matching.features(wanted, told, rarities, meaning))


def _grouped(corpus: Corpus, found: Iterable[_Candidate]) -> dict[str, list[_Candidate]]:
    """By claim, the best first."""
    claims: dict[str, list[_Candidate]] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.iri)):
        if claim := corpus.claim_of(one.iri):
            claims.setdefault(claim, []).append(one)
    return claims


def _makes(found: list[_Candidate]) -> bool:
    return max(one.likelihood for one in found) >= matching.MAKES


def _nearest(corpus: Corpus, claim: str, found: list[_Candidate]) -> Nearest:
    first, likelihood = found[0], max(one.likelihood for one in found)
    keys = {one.reading.article.key for one in corpus.statements_of(claim)}
    return Nearest(
        score=round(first.score, 2),
        text=first.statement.text,
        claim=claim,
        articles=tuple(sorted(keys)),
        undecided=first.statement.attribution.is_undecided,
        likelihood=round(likelihood, 3),
        makes=_makes(found),
        whole=completed(first.statement),
    )
