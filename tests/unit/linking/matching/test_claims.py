"""Which pairs of statements may make one claim."""

from functools import cache

import numpy as np
from corpus import STORY, hop, reading, said

from provenance.encoder.encoder import encoder
from provenance.encoder.meaning import meanings
from provenance.extraction.rules import Rules
from provenance.linking import records
from provenance.linking.matching.claims import LEAST, compare
from provenance.linking.records import ArticleRecord
from provenance.model import Article, Kind, Reading, Relation


@cache
def record(reading: Reading) -> ArticleRecord:
    return records.record(reading, meanings(encoder().encode(reading.article.text), reading.attributions))


def read(key: str, *sentences: str) -> ArticleRecord:
    return record(Rules().read(Article(key, "\n\n".join(sentences), published="2031-02-03")))


WEEK = read(
    "week",
    "The ferry will stop running in October, said the harbour master, Ilse Maren.",
    "Fares rose by 12% last year, said the harbour master, Ilse Maren.",
    "The council has bought a second snow plough, said the mayor, Otto Lund.",
)
DAY = read(
    "day",
    "Ilse Maren, the harbour master, said that in October the ferry stops running.",
    "Fares went up by 9% last year, Otto Lund said.",
    "“We have never had so many tourists on the quay,” Maren said.",
)


def test_the_same_in_other_words_is_likely_one_claim() -> None:
    pairs = {(i, j): share for i, j, share in compare(WEEK, DAY)}
    assert pairs[0, 0] > 0.5
    assert max(pairs, key=lambda pair: pairs[pair]) == (0, 0)


def test_another_percentage_is_another_claim() -> None:
    assert (1, 1) not in {(i, j) for i, j, _ in compare(WEEK, DAY)}


def test_what_has_nothing_in_common_is_no_pair() -> None:
    assert (2, 2) not in {(i, j) for i, j, _ in compare(WEEK, DAY)}


def test_either_way_round() -> None:
    there = {(i, j): share for i, j, share in compare(WEEK, DAY)}
    back = {(j, i): share for i, j, share in compare(DAY, WEEK)}
    assert there.keys() == back.keys()
    assert all(abs(there[pair] - back[pair]) < 1e-12 for pair in there)


def test_an_article_with_itself_gives_each_pair_once() -> None:
    assert all(i < j and share >= LEAST for i, j, share in compare(WEEK, WEEK))


def test_what_is_laid_to_two_people_at_one_place_is_one_claim() -> None:
    text = "The dam is sound, Ilse Maren and Otto Lund said."
    chains = [(hop(text, name, Kind.PERSON, Relation.SAID, name),) for name in ("Ilse Maren", "Otto Lund")]
    both = tuple(said(text, "The dam is sound", "said", chain) for chain in chains)
    twice = record(reading("twice", "Post", None, text, attributions=both))
    assert list(compare(twice, twice)) == [(0, 1, 1.0)]


def test_a_record_survives_being_written() -> None:
    for one in (WEEK, record(STORY[0])):
        again = records.read(*records.written(one))
        assert (again.day, again.terms, again.statements, again.cast) == (one.day, one.terms, one.statements, one.cast)
        assert np.array_equal(again.vectors, one.vectors)
        assert list(compare(again, DAY)) == list(compare(one, DAY))


def test_what_only_points_to_a_claim_is_the_same_where_the_articles_share_another() -> None:
    ferry = "The ferry will stop running in October, said the harbour master, Ilse Maren."
    fares = "Fares rose by 12% last year, said the harbour master, Ilse Maren."
    plough = "The council has bought a second snow plough, said the mayor, Otto Lund."
    denied = "The mayor, Otto Lund, denied the claim."
    stops = "Ilse Maren, the harbour master, said that in October the ferry stops running."
    one = read("one", ferry, fares, denied)
    assert (2, 2) in {(i, j) for i, j, _ in compare(one, read("same", stops, plough, denied))}
    assert (2, 1) not in {(i, j) for i, j, _ in compare(one, read("other", plough, denied))}


def test_a_small_number_is_known_by_what_it_counts() -> None:
    [said] = read("count", "Two ferries and 40 trucks were late by 9%, said Ilse Maren.").statements
    assert {"40", "9%"} < said.figures
    assert "2" not in said.figures
    assert any(figure.startswith("2:") for figure in said.figures)
