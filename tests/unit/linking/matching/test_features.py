"""All pairs of two articles at once: as one by one, by the definition in plain words."""

from collections.abc import Callable
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.linking.matching.closeness import COMMON
from provenance.linking.matching.features import FEW, features
from provenance.linking.matching.likelihood import likelihoods
from provenance.linking.rarity import rarity
from provenance.linking.records import ArticleRecord, StatementRecord
from provenance.model import Kind

WIDTH = 4
WORDS = st.frozensets(st.sampled_from("ferry dock fare tram mayor the qwzx storm".split()), max_size=6)
PARTS = st.frozensets(st.sampled_from(["12", "9", "3.5"]), max_size=2)
NAMES = st.sampled_from(["", "ilse maren", "maren", "otto lund", "ilse lund"])
CHAINS = st.lists(NAMES, max_size=3).map(tuple)
KINDS = st.sampled_from([Kind.PERSON, Kind.WIRE])
SPEAKERS = NAMES.map(lambda name: frozenset(name.split()))
STATEMENTS = st.builds(
    StatementRecord, st.just("iri"), st.just("passage"), WORDS, PARTS, PARTS, SPEAKERS, CHAINS, KINDS, st.booleans()
)
VECTORS = st.lists(st.integers(-127, 127), min_size=WIDTH, max_size=WIDTH)


@st.composite
def articles(draw: st.DrawFn) -> ArticleRecord:
    said = draw(st.lists(st.tuples(STATEMENTS, VECTORS), min_size=1, max_size=5))
    statements, vectors = zip(*said, strict=True)
    return ArticleRecord(None, (), statements, (), np.array(vectors, dtype=np.int8))


def plainly(one: ArticleRecord, i: int, other: ArticleRecord, j: int) -> dict[str, float]:
    """The features of one pair, but for how far it is ahead."""
    pages = [one] if one is other else [one, other]
    ours, theirs = one.statements[i], other.statements[j]
    speakers, percents, numbers = (
        (getattr(ours, name), getattr(theirs, name)) for name in ("speaker", "percents", "figures")
    )
    figures = shared(pages, *numbers, "figures", lambda _: 1.0)
    return {
        "meaning": cosine(one.vectors, i, other.vectors, j),
        "words": shared(pages, ours.words, theirs.words, "words", rarity),
        "figures": figures,
        "other figures": (1 - figures) if all(numbers) else 0.0,
        "one has a percentage": bool(percents[0]) != bool(percents[1]),
        "other percentages": all(percents) and not percents[0] & percents[1],
        "other speakers": all(speakers) and not within(*speakers),
        "same origin": named_alike(ours.chain[-1:], theirs.chain[-1:]),
        "same first hop": named_alike(ours.chain[:1], theirs.chain[:1]),
        "a hop in common": named_alike(ours.chain, theirs.chain),
        "same kind of origin": ours.kind == theirs.kind,
        "hops": len(ours.chain) + len(theirs.chain),
        "one does not assert": ours.asserts != theirs.asserts,
        "neither asserts": not ours.asserts and not theirs.asserts,
        "few words": min(len(ours.words), len(theirs.words)) <= FEW,
        "one article": one is other,
    }


def cosine(left: np.ndarray, i: int, right: np.ndarray, j: int) -> float:
    rows = np.concatenate([left, right]).astype(float)
    common = COMMON * (1 - (2 / len(rows)) ** 4) * rows.mean(axis=0)
    ours, theirs = left[i] - common, right[j] - common
    return float(ours @ theirs / max(np.linalg.norm(ours), 1e-9) / max(np.linalg.norm(theirs), 1e-9))


def shared(
    pages: list[ArticleRecord], ours: frozenset[str], theirs: frozenset[str], name: str, tells: Callable[[str], float]
) -> float:
    held = [getattr(said, name) for page in pages for said in page.statements]
    weight = {
        word: tells(word) * log((len(held) + 1) / sum(word in each for each in held)) / log(len(held) + 1.5)
        for word in ours | theirs
    }
    both, one, other = (sum(weight[word] for word in side) for side in (ours & theirs, ours, theirs))
    return 2 * both / (one + other + 1e-9)


def named_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return any(a and b and within({*a.split()}, {*b.split()}) for a in ours for b in theirs)


def within(one: set[str] | frozenset[str], other: set[str] | frozenset[str]) -> bool:
    return one <= other or other <= one


def assert_as_plainly(one: ArticleRecord, other: ArticleRecord) -> None:
    found = features(one, other)
    for i in range(len(one.statements)):
        for j in range(len(other.statements)):
            if one is not other or i != j:
                wanted = plainly(one, i, other, j)
                assert [float(found[name][i, j]) for name in wanted] == pytest.approx(
                    list(map(float, wanted.values())), abs=1e-9
                )


@settings(deadline=None)
@given(articles(), articles())
def test_two_articles(one: ArticleRecord, other: ArticleRecord) -> None:
    assert_as_plainly(one, other)
    assert np.allclose(likelihoods(one, other), likelihoods(other, one).T, atol=1e-9)


@settings(deadline=None)
@given(articles())
def test_an_article_with_itself(one: ArticleRecord) -> None:
    assert_as_plainly(one, one)


@settings(deadline=None)
@given(articles(), articles())
def test_a_pair_leads_by_what_it_is_nearer_than_the_next_best_of_both(one: ArticleRecord, other: ArticleRecord) -> None:
    found = features(one, other)
    near, leads = found["words"], found["lead in words"]
    for (i, j), lead in np.ndenumerate(leads):
        rows, columns = (np.delete(line, at) for line, at in ((near[i], j), (near[:, j], i)))
        assert lead == pytest.approx(sum(near[i, j] - line.max() if len(line) else 0.5 for line in (rows, columns)))


def test_a_pair_is_as_likely_as_its_features_weigh() -> None:
    words = frozenset({"ferry", "dock"})
    said = StatementRecord(
        "iri", "passage", words, frozenset(), frozenset(), frozenset(), (), Kind.PERSON, asserts=True
    )
    one = ArticleRecord(None, (), (said,), (), np.ones((1, WIDTH), dtype=np.int8))
    weights = dict.fromkeys(features(one, one), 0.0) | {"bias": -1.0, "hops": 5.0, "few words": 2.0}
    assert likelihoods(one, one, weights)[0, 0] == pytest.approx(1 / (1 + np.exp(-1.0)))
