"""Fit the weights of `provenance.linking.claims`: `python -m training.linking EVENTS`.

EVENTS holds `articles.jsonl` and `gold.jsonl`. Fitted on the pairs of statements of one event, those of the annotator
and those that the program reads and that lie on one of the annotator's; printed with the agreement (B-cubed F1,
Bagga and Baldwin 1998) on each event by weights fitted on the others.
"""

from __future__ import annotations

import argparse
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
from provenance.linking import claims, clusters
from provenance.linking.told import page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from provenance.linking.told import Page
    from provenance.model import Attribution, Reading

    Floats = NDArray[np.float64]
    Named = tuple[Page, Sequence[str | None]]
    """A page, and the claim that each of its statements makes; none for one that the annotator does not have."""

PENALTY = 10.0
STEPS = 30


def main(events: Path) -> None:
    annotated = given.readings(
        rows(events / "articles.jsonl", Purpose.LINKING), rows(events / "gold.jsonl", Purpose.LINKING)
    )
    marked = [(_page(reading), names) for reading, names in annotated]
    read = [_read(reading, names) for reading, names in annotated]
    story = [group(reading.article.key, reading.article.text) for reading, _ in annotated]
    evidence, same, event = [], [], []
    for pages in (marked, read):
        for a, b in combinations_with_replacement(range(len(pages)), 2):
            if story[a] == story[b]:
                for found, answer in _pairs(pages[a], pages[b]):
                    evidence.append([1.0, *found.values()])
                    same.append(answer)
                    event.append(story[a])
                    names = ["bias", *found]
    table, answers, of = np.array(evidence), np.array(same, dtype=float), np.array(event)
    scores = []
    for held in sorted(set(story)):
        weights = _fit(table[of != held], answers[of != held])
        claims.WEIGHTS = dict(zip(names, weights.tolist(), strict=True))
        inside = [pages for pages, key in zip(marked, story, strict=True) if key == held]
        scores.append((held, sum(len(p.told) for p, _ in inside), _agreement(inside)))
    for held, statements, score in scores:
        print(f"{held}: {statements} statements, B-cubed F1 {score:.3f} by weights of the other events")
    total = sum(n for _, n, _ in scores)
    print(
        f"together {sum(n * s for _, n, s in scores) / total:.3f}; {len(evidence)} pairs, {int(answers.sum())} the same"
    )
    for name, weight in zip(names, _fit(table, answers), strict=True):
        print(f'    "{name}": {weight:.2f},')


def _page(reading: Reading) -> Page:
    return page(reading, meanings(encoder().encode(reading.article.text), reading.attributions))


def _read(marked: Reading, names: list[str]) -> tuple[Page, list[str | None]]:
    """The program's own reading, with the claim of the annotator's statement that each lies on."""
    reading = reading_of(marked.article, extractor())
    found = [_claim(one, marked, names) for one in reading.attributions]
    return _page(reading), found


def _claim(one: Attribution, marked: Reading, names: list[str]) -> str | None:
    said = covered(one.content)
    shares = [same_statement(said, covered(other.content)) or 0.0 for other in marked.attributions]
    most = max(shares, default=0.0)
    return names[shares.index(most)] if most else None


def _pairs(one: Named, other: Named) -> Iterator[tuple[dict[str, float], bool]]:
    (page_a, names_a), (page_b, names_b) = one, other
    if not (page_a.told and page_b.told):
        return
    near = claims.meaning(page_a, page_b)
    weight = claims.weights(page_a, page_b)
    for i, told in enumerate(page_a.told):
        for j, tale in enumerate(page_b.told):
            if names_a[i] and names_b[j] and (page_a is not page_b or i < j):
                yield claims.features(told, tale, float(near[i, j]), weight), names_a[i] == names_b[j]


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


def _agreement(pages: list[Named]) -> float:
    links: dict[tuple[str, str], float] = {}
    for (a, _), (b, _) in combinations_with_replacement(pages, 2):
        links |= {(a.told[i].iri, b.told[j].iri): p for i, j, p in claims.alike(a, b)}
    truth = {one.iri: name for one_page, names in pages for one, name in zip(one_page.told, names, strict=True)}
    number = {iri: n for n, members in enumerate(clusters.clusters(truth, links)) for iri in members}
    made = [Row(claim, number[iri]) for iri, claim in truth.items()]
    return joined(made, range(len(made)))["B-cubed"].value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    main(parser.parse_args().events)
