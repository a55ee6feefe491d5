"""Decoding, against exhaustive search."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.encoder.labels import TAGS
from provenance.encoder.pairs import pairs
from provenance.extraction.decode import BLOCK, allowed, best_tags, ranges

SOURCE, CUE, CONTENT = 1, 3, 5


def legal(path: tuple[int, ...]) -> bool:
    """Whether every inside tag follows its begin or itself."""
    before = (0, *path)
    return all(tag % 2 or tag == 0 or last in {tag - 1, tag} for last, tag in zip(before, path, strict=False))


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_best_tags_are_the_best_of_all_that_are_legal(seed: int, count: int) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(count, 1, TAGS)).astype(np.float32)
    transitions = chance.normal(size=(1, TAGS, TAGS)).astype(np.float32)

    def worth(path: tuple[int, ...]) -> float:
        steps = sum(float(transitions[0, a, b]) for a, b in pairwise(path))
        return sum(float(scores[i, 0, tag]) for i, tag in enumerate(path)) + steps

    best = max((path for path in product(range(TAGS), repeat=count) if legal(path)), key=worth)
    assert tuple(best_tags(scores, allowed(transitions))[:, 0]) == best


@pytest.mark.parametrize("count", [BLOCK, BLOCK + 1, BLOCK + 2, 3 * BLOCK])
def test_a_span_runs_over_any_number_of_words(count: int) -> None:
    scores = np.zeros((count, 1, TAGS), dtype=np.float32)
    scores[:, 0, CONTENT + 1] = 1
    tags = best_tags(scores, allowed(np.zeros((1, TAGS, TAGS), dtype=np.float32)))
    assert tags[:, 0].tolist() == [CONTENT, *[CONTENT + 1] * (count - 1)]


def test_two_levels_are_decoded_apart() -> None:
    scores = np.zeros((2, 2, TAGS), dtype=np.float32)
    scores[0, 0, CUE] = scores[1, 1, SOURCE] = 5
    tags = best_tags(scores, allowed(np.zeros((2, TAGS, TAGS), dtype=np.float32)))
    assert tags.tolist()[0][0] == CUE
    assert tags.tolist()[1][1] == SOURCE


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([0, 1, 2, 3, 5, 6, 6], {"source": [(1, 3)], "cue": [(3, 4)], "content": [(4, 7)]}),
        ([5, 5, 6, 0, 5], {"source": [], "cue": [], "content": [(0, 1), (1, 3), (4, 5)]}),
        ([0, 0], {"source": [], "cue": [], "content": []}),
    ],
)
def test_ranges(tags: list[int], found: dict[str, list[tuple[int, int]]]) -> None:
    made = ranges(np.array(tags), np.zeros((len(tags), TAGS), dtype=np.float32))
    assert {role: [(r.start, r.end) for r in spans] for role, spans in made.items()} == found


def test_pairs_tell_side_distance_cues_and_paragraphs_between() -> None:
    cues = np.array([[2, 3], [10, 11]])
    made = pairs(np.array([[0, 2], [20, 30]]), cues, np.array([0] * 5 + [1] * 15 + [2] * 15), cues[:, 0])
    assert made[0].tolist() == [[9, 0, 0], [13, 1, 1]]
    assert made[1].tolist() == [[6, 1, 2], [5, 0, 1]]
