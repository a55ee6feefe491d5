"""Fit the weights of `data/linking/claims.toml`: `python -m training.linking DATA`.

DATA is the folder of all corpora. Learnt from pairs of statements of one event, those of the annotators and those that
the program reads and that lie on one of the annotators'. Printed with the agreement on each set (B-cubed F1 of Bagga
and Baldwin 1998; F1 of pairs), each event by what the other folds gave.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from functools import partial
from itertools import combinations_with_replacement
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from evaluation.measures import total
from provenance.linking.clustering.clusters import clusters
from provenance.linking.matching.claims import compare
from provenance.linking.matching.features import features
from provenance.linking.matching.likelihood import likelihoods
from training.statements import SETS, agreement, statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from provenance.linking.records import ArticleRecord
    from training.statements import Statements

    Floats = NDArray[np.float64]

MEASURES = ("B-cubed", "pairwise")
FOLDS = 5
PENALTY = 10.0
STEPS = 30
REAL = 3.0
"""How much a pair of reworded real articles counts beside one of invented ones, of which there are more."""


class Table(NamedTuple):
    """The features of pairs [pairs, names], whether each makes one claim, and how much it counts."""

    names: tuple[str, ...]
    rows: Floats
    same: Floats
    counts: Floats

    @classmethod
    def of(cls, articles: Sequence[Statements]) -> Table:
        """All pairs of statements of one event of which the annotator has both."""
        parts = [part for one, other in combinations_with_replacement(articles, 2) if (part := _pairs(one, other))]
        names = parts[0][0]
        rows, same = (np.concatenate([part[at] for part in parts]) for at in (1, 2))
        return cls(names, rows, same, np.full(len(same), REAL if articles[0].set == "events" else 1.0))

    @classmethod
    def together(cls, tables: Sequence[Table]) -> Table:
        return cls(tables[0].names, *(np.concatenate(each) for each in list(zip(*tables, strict=True))[1:]))

    def weights(self) -> dict[str, float]:
        """Logistic regression with a ridge on all but the bias, by Newton's method."""
        weights = np.zeros(self.rows.shape[1])
        ridge = np.diag([1e-6, *[PENALTY] * (len(weights) - 1)])
        spread = np.diag([1.0, *(self.rows[:, 1:].std(axis=0) + 1e-9)])
        scaled = self.rows @ np.linalg.inv(spread)
        for _ in range(STEPS):
            likely = 1 / (1 + np.exp(-scaled @ weights))
            slope = scaled.T @ ((likely - self.same) * self.counts) + ridge @ weights
            bent = (scaled * (likely * (1 - likely) * self.counts)[:, None]).T @ scaled
            weights -= np.linalg.solve(bent + ridge, slope)
        return dict(zip(self.names, (np.linalg.inv(spread) @ weights).tolist(), strict=True))


def main(data: Path) -> None:
    found = [one for name in SETS for one in statements(data, name)]
    tables = {key: Table.of(articles) for key, articles in _by_event(found).items()}
    _print(found, tables, _folds(found))
    for name, weight in Table.together(list(tables.values())).weights().items():
        print(f'"{name}" = {weight:.2f}')


def _folds(found: Sequence[Statements]) -> list[list[Statements]]:
    """The articles of an event together, the events of each set dealt out."""
    numbers = {event: n % FOLDS for name in SETS for n, event in enumerate(
        dict.fromkeys(one.event for one in found if one.set == name))}  # fmt: skip
    return [[one for one in found if numbers[one.event] == part] for part in range(FOLDS)]


def _by_event(found: Iterable[Statements]) -> dict[tuple[str, bool], list[Statements]]:
    """The articles of each event, as annotated and as read apart."""
    events: defaultdict[tuple[str, bool], list[Statements]] = defaultdict(list)
    for one in found:
        events[one.event, one.given].append(one)
    return dict(events)


def _pairs(one: Statements, other: Statements) -> tuple[tuple[str, ...], Floats, Floats] | None:
    if not (one.claims and other.claims):
        return None
    found = {"bias": np.ones((len(one.claims), len(other.claims)))} | features(one.record, other.record)
    kept = np.logical_and.outer(*(np.array([name is not None for name in each.claims]) for each in (one, other)))
    if one is other:
        kept &= np.tri(len(one.claims), k=-1, dtype=np.bool_).T
    same = np.array([[claim == tale for tale in other.claims] for claim in one.claims], dtype=np.float64)
    return tuple(found), np.stack([value[kept] for value in found.values()], axis=1), same[kept]


def _print(
    found: list[Statements], tables: Mapping[tuple[str, bool], Table], parts: Sequence[list[Statements]]
) -> None:
    """How well statements are joined by the weights of the other folds, for each set, annotators' and own apart."""
    scores = defaultdict(list)
    for part in parts:
        held = {one.event for one in part}
        weights = Table.together([table for (event, _), table in tables.items() if event not in held]).weights()
        for (event, given), articles in _by_event(found).items():
            if event in held:
                joined = _joined([one.record for one in articles], weights)
                scores[articles[0].set, given].append(agreement(articles, joined))
    for (name, given), tallies in scores.items():
        figures = total(tallies)
        told = ", ".join(f"{measure} {100 * figures[measure].value:.1f}" for measure in MEASURES)
        print(f"{name}, {'annotated' if given else 'own'} statements: {told}")


def _joined(records: Sequence[ArticleRecord], weights: Mapping[str, float]) -> list[tuple[str, ...]]:
    judge = partial(likelihoods, weights=weights)
    links: dict[tuple[str, str], float] = {}
    for a, b in combinations_with_replacement(records, 2):
        links |= {(a.statements[i].iri, b.statements[j].iri): p for i, j, p in compare(a, b, judge)}
    return list(clusters((said.iri for one in records for said in one.statements), links))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    main(parser.parse_args().data)
