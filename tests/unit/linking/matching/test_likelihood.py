"""All pairs of two articles weighed at once: as one by one, by the definition in plain words."""

from math import exp, log

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.linking.fitted import fitted
from provenance.linking.matching.likelihood import COMMON, FEW, likelihoods
from provenance.linking.rarity import rarity
from provenance.linking.records import ArticleRecord, StatementRecord

WIDTH = 4
WORDS = st.frozensets(st.sampled_from("ferry dock fare tram mayor the qwzx storm".split()), max_size=6)
PARTS = st.frozensets(st.sampled_from(["12", "9", "3.5"]), max_size=2)
NAMES = st.sampled_from([frozenset(name.split()) for name in ("", "ilse maren", "maren", "otto lund", "ilse lund")])


STATEMENTS = st.builds(StatementRecord, st.just("iri"), st.just("passage"), WORDS, PARTS, NAMES, st.booleans())
VECTORS = st.lists(st.integers(-127, 127), min_size=WIDTH, max_size=WIDTH)


@st.composite
def articles(draw: st.DrawFn) -> ArticleRecord:
    said = draw(st.lists(st.tuples(STATEMENTS, VECTORS), min_size=1, max_size=5))
    statements, vectors = zip(*said, strict=True)
    return ArticleRecord(None, (), statements, (), np.array(vectors, dtype=np.int8))


def plainly(one: ArticleRecord, i: int, other: ArticleRecord, j: int) -> float:
    """The likelihood of one pair."""
    pages = [one] if one is other else [one, other]
    near = cosine(one, i, other, j)
    if near <= 0:
        return 0.0
    everything = [said for page in pages for said in page.statements]
    ours, theirs = one.statements[i], other.statements[j]
    weight = {
        word: rarity(word)
        * log((len(everything) + 1) / sum(word in said.words for said in everything))
        / log(len(everything) + 1.5)
        for word in ours.words | theirs.words
    }
    total = {side: sum(weight[word] for word in side) for side in (ours.words, theirs.words, ours.words & theirs.words)}
    speakers = ours.speaker, theirs.speaker
    found = {
        "meaning": near,
        "words": 2 * total[ours.words & theirs.words] / (total[ours.words] + total[theirs.words] + 1e-9),
        "one has a percentage": bool(ours.percents) != bool(theirs.percents),
        "other percentages": bool(ours.percents and theirs.percents) and not ours.percents & theirs.percents,
        "other speakers": all(speakers) and not (speakers[0] <= speakers[1] or speakers[1] <= speakers[0]),
        "one does not assert": ours.asserts != theirs.asserts,
        "neither asserts": not ours.asserts and not theirs.asserts,
        "few words": min(len(ours.words), len(theirs.words)) <= FEW,
    }
    weights = fitted().weights
    return 1 / (1 + exp(-weights["bias"] - sum(weights[name] * value for name, value in found.items())))


def cosine(one: ArticleRecord, i: int, other: ArticleRecord, j: int) -> float:
    rows = np.concatenate([one.vectors, other.vectors]).astype(float)
    common = COMMON * (1 - (2 / len(rows)) ** 4) * rows.mean(axis=0)
    ours, theirs = one.vectors[i] - common, other.vectors[j] - common
    return float(ours @ theirs / max(np.linalg.norm(ours), 1e-9) / max(np.linalg.norm(theirs), 1e-9))


def assert_as_plainly(one: ArticleRecord, other: ArticleRecord) -> None:
    found = likelihoods(one, other)
    for i in range(len(one.statements)):
        for j in range(len(other.statements)):
            near = abs(cosine(one, i, other, j)) < 1e-9
            assert near or abs(found[i, j] - plainly(one, i, other, j)) < 1e-9


@settings(deadline=None)
@given(articles(), articles())
def test_two_articles(one: ArticleRecord, other: ArticleRecord) -> None:
    assert_as_plainly(one, other)
    assert np.allclose(likelihoods(one, other), likelihoods(other, one).T, atol=1e-9)


@settings(deadline=None)
@given(articles())
def test_an_article_with_itself(one: ArticleRecord) -> None:
    assert_as_plainly(one, one)
