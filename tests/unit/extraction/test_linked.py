"""Which cue a content belongs to, and whose it is: in blocks, from what is near enough on a page of any length."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from provenance.encoder.labels import OUTPUTS
from provenance.encoder.links import Links
from provenance.encoder.pairs import FEATURES
from provenance.extraction import decode
from provenance.extraction.decode import Range, linked

COUNT = 90


def page(count: int) -> tuple[dict[str, list[Range]], Links, np.ndarray]:
    """A source, a cue and a content in every twelve words, a paragraph in every two such, and random scores."""
    chance = np.random.default_rng(5)
    starts = [12 * n for n in range(count)]
    found = {
        "source": [Range(at, at + 2, -0.1) for at in starts],
        "cue": [Range(at + 2, at + 3, -0.1) for at in starts],
        "content": [Range(at + 3, at + 10, -0.1) for at in starts],
    }
    near = tuple(chance.normal(size=(2, size)).astype(np.float32) for size in FEATURES)
    vectors = chance.normal(size=(12 * count, OUTPUTS["links"])).astype(np.float32)
    return found, Links(vectors, near), np.arange(12 * count) // 24


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = linked(*page(COUNT))
    monkeypatch.setattr(decode, "BLOCK", 7)
    parts = linked(*page(COUNT))
    assert len(whole) > COUNT // 4
    assert [(one.cue, one.contents, one.source) for one in parts] == [
        (one.cue, one.contents, one.source) for one in whole
    ]
    assert [one.source_link for one in parts] == pytest.approx([one.source_link for one in whole], abs=1e-5)
    assert [one.content_link for one in parts] == pytest.approx([one.content_link for one in whole], abs=1e-5)


def test_nothing_beyond_reach_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    far = [abs(one.source.start - one.cue.start) for one in linked(*page(COUNT)) if one.source]
    assert max(far) > 3 * 12
    monkeypatch.setattr(decode, "REACH", 3)
    made = linked(*page(COUNT))
    assert made
    assert all(abs(one.source.start - one.cue.start) <= 3 * 12 for one in made if one.source)


def test_what_is_scored_grows_with_the_page_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    scored: list[int] = []
    pairs = decode.pairs

    def counted(spans: np.ndarray, cues: np.ndarray, *rest: np.ndarray) -> np.ndarray:
        scored[-1] += len(spans) * len(cues)
        return pairs(spans, cues, *rest)

    monkeypatch.setattr(decode, "pairs", counted)
    for count in (1000, 2000, 4000):
        scored.append(0)
        linked(*page(count))
    assert all(longer < 2.3 * shorter for shorter, longer in pairwise(scored))


def test_a_page_without_sources_has_cues_without() -> None:
    found, links, paragraph = page(3)
    made = linked(found | {"source": []}, links, paragraph)
    assert made
    assert all(one.source is None and one.source_link == 1 for one in made)
