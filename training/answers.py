"""Fit the weights of `provenance.queries.matching`: `python -m training.answers EVENTS`.

EVENTS holds `articles.jsonl`, `gold.jsonl` and `clusters.jsonl`. What is asked: the annotator's wording of each claim,
the first or last three fifths of its words, and the wording of each statement of a claim that others make too, which
then is not among the answers, nor is its article. What may answer: the statements of the event. Printed are the weights
and, by each fold's weights fitted on the others (folds of events), how many of the claims that are held to make what
was asked do, and how many of those that do are found.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from evaluation.gate import rows
from evaluation.given import readings
from evaluation.splits import Purpose, fold, group
from provenance.encoder.encoder import encoder
from provenance.encoder.meaning import meaning, meanings
from provenance.linking import search
from provenance.model import Statement
from provenance.queries import matching

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FOLDS, PENALTY, STEPS = 7, 10.0, 20
FEWEST = 4
"""Content words that are asked for at the least."""


class Told(NamedTuple):
    key: str
    claim: str
    text: str
    wording: matching.Wording
    vector: Floats


class Asked(NamedTuple):
    kind: str
    claim: str
    text: str
    by: str


class Pair(NamedTuple):
    """What was asked, by number and kind, and a statement that may answer it."""

    asked: int
    kind: str
    event: str
    claim: str
    found: Mapping[str, float]
    makes: bool


def main(events: Path) -> None:
    told = list(_told(events))
    pairs = list(_pairs(told, list(_asked(events, told))))
    for names in (("meaning", "held", "asked", "other numbers"), ("held", "asked", "other numbers")):
        table = np.array([[1.0, *(one.found[name] for name in names)] for one in pairs])
        answers = np.array([one.makes for one in pairs], dtype=float)
        print(dict(zip(("bias", *names), _fitted(table, answers).round(2).tolist(), strict=True)))
        part = np.array([fold(one.event, FOLDS) for one in pairs])
        sure = np.zeros(len(pairs))
        for held in range(FOLDS):
            weights = _fitted(table[part != held], answers[part != held])
            sure[part == held] = 1 / (1 + np.exp(-table[part == held] @ weights))
        for line in _report(pairs, sure):
            print(line)


def _told(events: Path) -> Iterator[Told]:
    articles = rows(events / "articles.jsonl", Purpose.LINKING)
    for reading, claims in readings(articles, rows(events / "gold.jsonl", Purpose.LINKING)):
        encoded = encoder(1).encode(reading.article.text)
        vectors = meanings(encoded, reading.attributions)
        for one, claim, vector in zip(reading.attributions, claims, vectors, strict=True):
            text = Statement(reading, one).text
            wording = matching.wording(text, [hop.name for hop in one.chain])
            yield Told(reading.article.key, claim, text, wording, _unit(vector.astype(float)))


def _asked(events: Path, told: Sequence[Told]) -> Iterator[Asked]:
    made = Counter(one.claim for one in told)
    for row in rows(events / "clusters.jsonl", Purpose.LINKING):
        claim, text = row["claim_cluster"], row["paraphrase"]
        if made[claim]:
            yield Asked("claims", claim, text, "")
            parts = text.split()
            kept = round(0.6 * len(parts))
            if kept >= FEWEST:
                first = int(sha256(claim.encode()).hexdigest(), 16) % 2
                yield Asked("halves", claim, " ".join(parts[:kept] if first else parts[-kept:]), "")
    for one in told:
        if made[one.claim] > 1 and len(one.wording.words) >= FEWEST:
            yield Asked("statements", one.claim, one.text, one.key)


def _pairs(told: Sequence[Told], asked: Sequence[Asked]) -> Iterator[Pair]:
    held = Counter(word for one in told for word in one.wording.words)
    by_event: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_event[group(one.key, "")].append(one)
    event_of = {one.claim: group(one.key, "") for one in told}
    for number, question in enumerate(asked):
        event = event_of[question.claim]
        vectors = np.stack([one.vector for one in by_event[event]])
        common = search.COMMON * vectors.mean(axis=0)
        wanted = matching.wording(question.text)
        vector = _unit(meaning(encoder(1).encode(question.text)).astype(float)) - common
        rarities = {word: search.rarity(len(told), held[word]) for word in wanted.words}
        for one in by_event[event]:
            if one.key != question.by:
                near = float(_unit(one.vector - common) @ _unit(vector))
                found = matching.features(wanted, one.wording, rarities, near)
                yield Pair(number, question.kind, event, one.claim, found, one.claim == question.claim)


def _report(pairs: Sequence[Pair], sure: Floats) -> Iterator[str]:
    """A claim is held to make what was asked where one of its statements is."""
    best: defaultdict[tuple[str, int, str], float] = defaultdict(float)
    makes: dict[tuple[str, int, str], bool] = {}
    for one, likelihood in zip(pairs, sure, strict=True):
        name = (one.kind, one.asked, one.claim)
        best[name], makes[name] = max(best[name], likelihood), one.makes
    for kind in sorted({one.kind for one in pairs}):
        names = [name for name in best if name[0] == kind]
        for least in (0.4, 0.5, matching.MAKES, 0.7):
            held = [name for name in names if best[name] >= least]
            right = sum(makes[name] for name in held)
            there = sum(makes[name] for name in names)
            yield f"{kind}, from {least}: precision {right / len(held):.3f}, recall {right / there:.3f}"


def _fitted(table: Floats, answers: Floats) -> Floats:
    """Logistic regression by Newton's method, the bias without a penalty."""
    weights, penalty = np.zeros(table.shape[1]), np.diag([1e-6, *[PENALTY] * (table.shape[1] - 1)])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (answers - sure) - penalty @ weights
        weights += np.linalg.solve((table * (sure * (1 - sure))[:, None]).T @ table + penalty, slope)
    return weights


def _unit(vector: Floats) -> Floats:
    unit: Floats = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return unit


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=Path, metavar="EVENTS")
    main(parser.parse_args().events)
