"""Fit the weights of `provenance.linking.matching.likelihood`: `python -m training.linking EVENTS`.

EVENTS holds `articles.jsonl` and `gold.jsonl`. Fitted on the pairs of statements of one event, those of the annotator
and those that the program reads and that lie on one of the annotator's; printed with the agreement (B-cubed F1,
Bagga and Baldwin 1998) on each event by weights fitted on the others.
"""

from __future__ import annotations

import argparse
from functools import partial
from itertools import combinations_with_replacement
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evaluation import given
from evaluation.gate import rows
from evaluation.matching import covered, same_statement
from evaluation.metrics.claims import Row, joined
from evaluation.splits import Purpose, group
from provenance.encoder.encoder import encoder
from provenance.encoder.meaning import meanings
from provenance.extraction import extractor, reading_of
from provenance.linking.clustering.clusters import clusters
from provenance.linking.matching.claims import compare
from provenance.linking.matching.likelihood import features, likelihoods
from provenance.linking.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from provenance.linking.records import ArticleRecord
    from provenance.model import Attribution, Reading

    Floats = NDArray[np.float64]
    Named = tuple[ArticleRecord, Sequence[str | None]]
    """An article, and the claim that each of its statements makes; none for one that the annotator does not have."""

PENALTY = 10.0
STEPS = 30


def main(events: Path) -> None:
    annotated = given.readings(
        rows(events / "articles.jsonl", Purpose.LINKING), rows(events / "gold.jsonl", Purpose.LINKING)
    )
    marked = [(_record(reading), names) for reading, names in annotated]
    read = [_read(reading, names) for reading, names in annotated]
    story = [group(reading.article.key, reading.article.text) for reading, _ in annotated]
    evidence, same, event = [], [], []
    for articles in (marked, read):
        for a, b in combinations_with_replacement(range(len(articles)), 2):
            if story[a] == story[b]:
                for found, answer in _pairs(articles[a], articles[b]):
                    evidence.append([1.0, *found.values()])
                    same.append(answer)
                    event.append(story[a])
                    names = ["bias", *found]
    table, answers, of = np.array(evidence), np.array(same, dtype=float), np.array(event)
    scores = []
    for held in sorted(set(story)):
        weights = dict(zip(names, _fit(table[of != held], answers[of != held]).tolist(), strict=True))
        inside = [one for one, key in zip(marked, story, strict=True) if key == held]
        scores.append((held, sum(len(one.statements) for one, _ in inside), _agreement(inside, weights)))
    for held, statements, score in scores:
        print(f"{held}: {statements} statements, B-cubed F1 {score:.3f} by weights of the other events")
    total = sum(n for _, n, _ in scores)
    print(
        f"together {sum(n * s for _, n, s in scores) / total:.3f}; {len(evidence)} pairs, {int(answers.sum())} the same"
    )
    for name, weight in zip(names, _fit(table, answers), strict=True):
        print(f'"{name}" = {weight:.2f}')


def _record(reading: Reading) -> ArticleRecord:
    return record(reading, meanings(encoder().encode(reading.article.text), reading.attributions))


def _read(marked: Reading, names: list[str]) -> tuple[ArticleRecord, list[str | None]]:
    """The program's own reading, with the claim of the annotator's statement that each lies on."""
    reading = reading_of(marked.article, extractor())
    found = [_claim(one, marked, names) for one in reading.attributions]
    return _record(reading), found


def _claim(one: Attribution, marked: Reading, names: list[str]) -> str | None:
    said = covered(one.content)
    shares = [same_statement(said, covered(other.content)) or 0.0 for other in marked.attributions]
    most = max(shares, default=0.0)
    return names[shares.index(most)] if most else None


def _pairs(one: Named, other: Named) -> Iterator[tuple[dict[str, float], bool]]:
    (ours, claims), (theirs, others) = one, other
    if not (ours.statements and theirs.statements):
        return
    found = features(ours, theirs)
    for i, claim in enumerate(claims):
        for j, tale in enumerate(others):
            if claim and tale and (ours is not theirs or i < j):
                yield {name: float(value[i, j]) for name, value in found.items()}, claim == tale


def _fit(table: Floats, answers: Floats) -> Floats:
    """Logistic regression with a ridge on all but the bias, by Newton's method."""
    weights = np.zeros(table.shape[1])
    ridge = np.diag([1e-6, *[PENALTY] * (table.shape[1] - 1)])
    spread = np.diag([1.0, *table[:, 1:].std(axis=0)])
    scaled = table @ np.linalg.inv(spread)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - answers) + ridge @ weights
        weights -= np.linalg.solve((scaled * (likely * (1 - likely))[:, None]).T @ scaled + ridge, slope)
    return np.linalg.inv(spread) @ weights


def _agreement(articles: list[Named], weights: Mapping[str, float]) -> float:
    judge = partial(likelihoods, weights=weights)
    links: dict[tuple[str, str], float] = {}
    for (a, _), (b, _) in combinations_with_replacement(articles, 2):
        links |= {(a.statements[i].iri, b.statements[j].iri): p for i, j, p in compare(a, b, judge)}
    truth = {said.iri: name for one, names in articles for said, name in zip(one.statements, names, strict=True)}
    number = {iri: n for n, members in enumerate(clusters(truth, links)) for iri in members}
    made = [Row(claim, number[iri]) for iri, claim in truth.items()]
    return joined(made, range(len(made)))["B-cubed"].value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    main(parser.parse_args().events)
