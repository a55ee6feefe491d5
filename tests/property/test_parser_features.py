"""Features of any nodes are numbers below the sizes declared; likeness and nesting are what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from parsing import within

from provenance.extraction.parser import features
from provenance.extraction.parser.features import FAR, MENTION, STATEMENT, UNITS, WORDS, Nodes
from provenance.extraction.parser.mentions import Listing
from provenance.extraction.parser.page import Laid, spread
from provenance.extraction.parser.pairs import PAIR, Pairs
from provenance.extraction.parser.places import Places
from provenance.extraction.parser.sections import MOST, sections

if TYPE_CHECKING:
    from numpy.typing import NDArray

LENGTH = 1500
"""Words of a page: more than the widest bucket of a distance begins at."""
NAMES = ("Ada Brunt", "Brunt", "the Brunt", "Harl Courier", "The Courier", "the", "", "É!", "ADA", "brunt ada")


SEEDS, COUNTS = st.integers(0, 2**32 - 1), st.integers(0, 12)


def spans(chance: np.random.Generator, count: int) -> NDArray[np.int64]:
    """So many word ranges at random in order, which may overlap and hold each other; few are long."""
    start = chance.integers(0, LENGTH, count)
    made = np.stack([start, np.minimum(start + 2 ** chance.integers(0, 10, count), LENGTH)], axis=1)
    return made[np.lexsort(made.T[::-1])]


def page(seed: int, mentions: int, statements: int) -> Laid:
    """Nodes at random, at least one of them a mention."""
    chance = np.random.default_rng(seed)
    mentioned, contents = spans(chance, mentions + 1), spans(chance, statements)
    bare = chance.random(statements) < 0.3
    first = np.stack([contents[:, 0], contents[:, 0] + 1], axis=1)
    cues = np.where(bare[:, None], first, chance.permutation(spans(chance, statements)))
    nodes = Nodes(
        mentioned,
        chance.integers(0, len(Listing), mentions + 1),
        cues,
        contents,
        chance.integers(1, 9, statements),
        bare,
        chance.integers(-1, mentions + 1, statements),
        features.around(contents, cues),
    )
    step, quoted = chance.integers(1, 90, 2)
    words = np.arange(LENGTH)
    places = Places(words // step, words // (3 * step), np.where(words // quoted % 2, words // quoted, -1))
    return Laid(nodes, places, tuple(chance.choice(NAMES, mentions + 1).tolist()))


@settings(deadline=None)
@given(SEEDS, COUNTS, COUNTS)
def test_features_stay_below_the_sizes_declared(seed: int, mentions: int, statements: int) -> None:
    laid = page(seed, mentions, statements)
    nodes, likeness = laid.nodes, features.alike(laid.words)
    assert within(features.of_mentions(nodes, laid.places, likeness, laid.capitals()), MENTION)
    assert within(features.of_statements(nodes, laid.places), STATEMENT)
    apart = features.between(nodes)
    assert apart.shape == (len(nodes.mentions) + len(nodes.cues),) * 2
    assert (apart < 2 * FAR).all()
    statement, mention = np.mgrid[-1:statements, -1 : mentions + 1].reshape(2, -1)[:, 1:]
    pairs = Pairs.of(nodes, laid.places, likeness, apart).asked(statement, mention)
    assert pairs.shape == (len(statement), len(nodes.mentions), len(PAIR))
    assert within(pairs, PAIR)


@settings(deadline=None)
@given(SEEDS, COUNTS, COUNTS)
def test_what_is_told_of_a_pair_does_not_hang_on_what_else_is_asked(seed: int, mentions: int, statements: int) -> None:
    laid = page(seed, mentions, statements)
    nodes, likeness = laid.nodes, features.alike(laid.words)
    mention = np.arange(len(nodes.mentions))
    none = np.full(len(mention), -1)
    pairs = Pairs.of(nodes, laid.places, likeness, features.between(nodes))
    together = pairs.asked(none, mention)
    for at in mention:
        alone = pairs.asked(none[:1], mention[at : at + 1])
        assert (alone[0] == together[at]).all()


@settings(deadline=None)
@given(SEEDS, COUNTS, COUNTS)
def test_a_pair_is_told_as_one_would_by_hand(seed: int, mentions: int, statements: int) -> None:
    laid = page(seed, mentions, statements)
    nodes, places, likeness = laid.nodes, laid.places, features.alike(laid.words)
    pairs = Pairs.of(nodes, places, likeness, features.between(nodes))
    for statement, mention in np.mgrid[-1:statements, -1 : mentions + 1].reshape(2, -1).T[1:].tolist():
        anchor = nodes.cues[statement] if statement >= 0 else nodes.mentions[mention]
        made = pairs.asked(np.array([statement]), np.array([mention]))[0]
        for (start, end), (words, sentences, _, where, quoted, _, linked, like, off), number in zip(
            nodes.mentions.tolist(), made.tolist(), range(mentions + 1), strict=True
        ):
            gap = anchor[0] - end if start < anchor[0] else start - anchor[1]
            assert words == (start < anchor[0]) * FAR + sum(gap + 1 >= edge for edge in WORDS)
            steps = places.sentence[start] - places.sentence[anchor[0]]
            assert sentences == (steps < 0) * (len(UNITS) + 1) + sum(abs(steps) >= edge for edge in UNITS)
            if statement >= 0:
                (low, high), (begin, stop) = nodes.contents[statement], nodes.cues[statement]
                held = 2 if low <= start and end <= high else 1
                assert where == (3 if start < stop and end > begin else held)
                is_same = places.quote[start] == places.quote[low]
            else:
                assert where == 0
                is_same = False
            assert quoted == (places.quote[start] >= 0) * (1 + is_same)
            assert linked == (statement >= 0 and nodes.sources[statement] == number)
            assert like == (likeness[mention, number] if mention >= 0 else 0)
            assert (off > 0) == (mention >= 0)


@settings(deadline=None)
@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=12), max_size=8))
def test_likeness_is_mutual_and_greatest_with_oneself(words: list[str]) -> None:
    made = features.alike(words)
    assert made.shape == (len(words), len(words))
    assert (made == made.T).all()
    assert (made <= np.diag(made)[:, None]).all()
    assert set(np.diag(made).tolist()) <= {0, 3}


@settings(deadline=None)
@given(SEEDS, COUNTS)
def test_what_lies_within_what_makes_no_circle(seed: int, count: int) -> None:
    nodes = page(seed, 0, count).nodes
    contents, cues, made = nodes.contents, nodes.cues, nodes.around
    for number, around in enumerate(made.tolist()):
        if around >= 0:
            (low, high), (start, end), (begin, stop) = contents[around], contents[number], cues[number]
            assert low <= min(start, begin)
            assert max(end, stop) <= high
            assert high - low > end - start


@settings(deadline=None)
@given(SEEDS, COUNTS)
def test_the_mean_of_a_span_is_that_of_its_words(seed: int, count: int) -> None:
    chance = np.random.default_rng(seed)
    states, ranges = chance.standard_normal((LENGTH, 3)).astype(np.float32), spans(chance, count)
    for row, (start, end) in zip(spread(states, ranges), ranges, strict=True):
        expected = [states[start], states[end - 1], states[start:end].mean(axis=0)]
        assert np.allclose(row, np.concatenate(expected), atol=1e-5)
    assert spread(states, ranges[:0]).shape == (0, 9)


@settings(deadline=None)
@given(st.integers(0, 1300), st.lists(st.integers(0, 4000), max_size=60), st.integers(1, 3))
def test_one_section_answers_for_each_node(count: int, cues: list[int], step: int) -> None:
    at, told = step * np.arange(count), np.array(sorted(cues), dtype=np.int64)
    mentions, statements = (np.stack([one, one + 1], axis=1) for one in (at, told))
    none = np.zeros(0, dtype=np.int64)
    nodes = Nodes(mentions, none, statements, statements, none, none.astype(bool), none, none)
    made = list(sections(nodes))
    assert len(made) == 1 or count > MOST
    answered = [one.mentions[one.mentions >= one.first_mention] for one in made]
    assert np.concatenate(answered).tolist() == list(range(count))
    answered = [one.statements[one.statements >= one.first_statement] for one in made]
    assert np.concatenate(answered).tolist() == list(range(len(cues)))
    for one in made:
        assert len(one.mentions) <= MOST
        assert len(set(one.mentions.tolist())) == len(one.mentions)
