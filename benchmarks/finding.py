"""Claim retrieval on CheckThat! 2020 (task 2, dev): tweets to the verified claims that they make; MAP@5.

Against plain BM25 (Robertson and Zaragoza 2009; k1 1.5, b 0.75; lower-cased words) in the same run. Many claims are
there twice and only one of them counts: of equal ones the first is taken, for both.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from evaluation.run import DATA
from provenance.encoder.encoder import encoder
from provenance.encoder.meaning import meaning
from provenance.linking import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FOLDER = DATA / "checkthat2020"
DEPTH = 5
CANDIDATES = 50
"""Claims that are looked at by meaning: the best by words."""


def run() -> Iterator[str]:
    if not FOLDER.is_dir():
        yield f"skipped: {FOLDER} is missing"
        return
    with gzip.open(FOLDER / "verified_claims.docs.tsv.gz", "rt", encoding="utf8", newline="") as stream:
        claims = [(row[""], row["vclaim"] or "", row["title"] or "") for row in csv.DictReader(stream, delimiter="\t")]
    with (FOLDER / "dev.queries.tsv").open(encoding="utf8", newline="") as stream:
        queries = {row[""]: row["tweet_content"] for row in csv.DictReader(stream, delimiter="\t")}
    relevant = defaultdict(set)
    for line in (FOLDER / "dev.qrels").read_text(encoding="utf8").splitlines():
        query, _, claim, _ = line.split()
        relevant[query].add(claim)
    texts = [f"{claim} {title}" for _, claim, title in claims]
    names = [name for name, _, _ in claims]
    plain = _Index(texts, lambda text: re.findall(r"\w+", text.lower()), 1.5, 0.75)
    ours = _Index(texts, search.words, search.K1, search.B)
    meant = _Meanings([(claim, title) for _, claim, title in claims])
    ways = {
        "plain BM25": lambda text: plain.scores(re.findall(r"\w+", text.lower())),
        "BM25 over stems, tags split": lambda text: ours.scores(search.asked(text)),
        "with meaning": lambda text: meant.combined(text, ours.scores(search.asked(text))),
    }
    first = None
    for name, scores in ways.items():
        found = {query: _best(scores(text), names) for query, text in queries.items()}
        score = float(np.mean([_precision(found[query], relevant[query]) for query in queries]))
        first = first or score
        yield f"{name}: MAP@5 {score:.3f} ({100 * (score - first):+.1f} points)"


class _Index:
    """BM25 over `texts`, as `search.lexical` has it, for all of them at once."""

    def __init__(self, texts: Sequence[str], cut: Callable[[str], Sequence[str]], k1: float, b: float) -> None:
        counts = [Counter(cut(text)) for text in texts]
        lengths = np.array([sum(count.values()) for count in counts])
        self._norm = k1 * (1 - b + b * lengths / lengths.mean())
        self._k1 = k1
        held = defaultdict(list)
        for number, count in enumerate(counts):
            for word, times in count.items():
                held[word].append((number, times))
        self._held = {word: np.array(rows) for word, rows in held.items()}

    def scores(self, asked: Sequence[str]) -> np.ndarray:
        scores = np.zeros(len(self._norm))
        for word in set(asked) & self._held.keys():
            at, times = self._held[word].T
            rarity = search.rarity(len(scores), len(at))
            scores[at] += rarity * times * (self._k1 + 1) / (times + self._norm[at])
        return scores


class _Meanings:
    """What each claim or its title means, whichever is nearer, what all have in common left out."""

    def __init__(self, claims: Sequence[tuple[str, str]]) -> None:
        parts = [np.stack([_meaning(part[n]) for part in claims]) for n in range(2)]
        self._mean = search.COMMON * parts[0].mean(axis=0)
        self._parts = [_unit(part - self._mean) for part in parts]

    def combined(self, text: str, lexical: np.ndarray) -> np.ndarray:
        asked = _unit(_meaning(search.spelt(text)) - self._mean)
        near = np.maximum(*(part @ asked for part in self._parts))
        best = np.argsort(-lexical, kind="stable")[:CANDIDATES]
        scores = np.full(len(lexical), -np.inf)
        scores[best] = [search.combined(float(lexical[i]), float(near[i])) for i in best]
        return scores


def _meaning(text: str) -> np.ndarray:
    return meaning(encoder().encode(text))


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def _best(scores: np.ndarray, names: Sequence[str]) -> list[str]:
    return [names[i] for i in np.argsort(-scores.round(6), kind="stable")[:DEPTH]]


def _precision(found: Sequence[str], relevant: set[str]) -> float:
    hits = [place for place, name in enumerate(found, start=1) if name in relevant]
    return sum(n / place for n, place in enumerate(hits, start=1)) / min(DEPTH, len(relevant))
