"""Variants of an invented article: names exchanged everywhere at once, spans on the same words, the same graph."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evaluation.gold import Type
from provenance.model import Article, Kind, Publisher, Relation, Span
from training.data.examples import Example, GoldHop, GoldStatement
from training.data.variants import Exchange, exchange, renamed, variant
from training.data.variants.moved import Piece, laid
from training.data.variants.paragraphs import with_credits_moved, with_dropped
from training.oracle.graphs import gold_graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.oracle.graphs import GoldGraph

TEXT = (
    "By Ruth Amberly\n\n"
    "BRUNT SAYS DAM LEAKS\n\n"
    "The dam leaks, Ada Brunt told the Washington Post. Brunt’s deputy, Carl O'Hara, said on Twitter that it holds.\n\n"
    "It may burst, she said, the Post reported.\n\n"
    "Rain fell on the hills all week.\n\n"
    "Nobody will pay, according to papers that WikiLeaks put out."
)


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


POST = GoldHop("The Washington Post", Kind.OUTLET, Relation.REPORTED, at("Washington Post"))
POST_AGAIN = replace(POST, mention=at("the Post"))
BRUNT = GoldHop("Ada Brunt", Kind.PERSON, Relation.TOLD, at("Ada Brunt"))
SHE = replace(BRUNT, mention=at("she"))
TWITTER = GoldHop("Twitter", Kind.PLATFORM, Relation.POSTED, at("Twitter"))
OHARA = GoldHop("Carl O’Hara", Kind.PERSON, Relation.SAID, at("Carl O'Hara"))
LEAKERS = GoldHop("WikiLeaks", Kind.ORGANIZATION, Relation.LEAKED, at("WikiLeaks"))
PAPERS = GoldHop("papers", Kind.DOCUMENT, Relation.SAID, at("papers"))
STATEMENTS = (
    GoldStatement("1", Type.SAID, (at("The dam leaks"),), (at("told"),), (at("Ada Brunt"),), (POST, BRUNT)),
    GoldStatement("2", Type.SAID, (at("that it holds"),), (at("said"),), (at("Carl O'Hara"),), (TWITTER, OHARA)),
    GoldStatement(
        "3", Type.SAID, (at("It may burst"),), (at("said", TEXT.index("she")),), (at("she"),), (POST_AGAIN, SHE)
    ),
    GoldStatement("4", Type.SAID, (at("Nobody will pay"),), (at("according to"),), (at("papers"),), (LEAKERS, PAPERS)),
)
ARTICLE = Article("harl-1", TEXT, "Brunt: dam leaks", Publisher("WaPo", Kind.OUTLET), "Ruth Amberly")
EXAMPLE = Example("tarn", ARTICLE, STATEMENTS)
BARE = replace(EXAMPLE, statements=tuple(replace(one, type=None, chain=()) for one in STATEMENTS), has_chains=False)
SEEDS = range(25)


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def spans(example: Example) -> Iterator[Span]:
    for one in example.statements:
        yield from (*one.content, *one.cue, *one.source, *(hop.mention for hop in one.chain if hop.mention))


def words(example: Example) -> list[str]:
    return [example.article.text[slice(*span)] for span in spans(example)]


def shape(gold: GoldGraph) -> list[object]:
    arcs = [(arc.kind, arc.dependent, arc.head, arc.statement, arc.label) for arc in gold.graph.arcs]
    return [arcs, [(one.type, one.naming) for one in gold.graph.mentions]]


@pytest.mark.parametrize("example", [EXAMPLE, BARE], ids=["chains", "spans"])
@pytest.mark.parametrize("seed", SEEDS)
def test_each_span_has_the_exchanged_words(example: Example, seed: int) -> None:
    new = exchange(example, seeded(seed))
    made = renamed(example, new)
    assert words(made) == [new(one) for one in words(example)]
    assert made.article.text == new(TEXT)
    assert not new.is_in(made.article.text)
    for name in ("Brunt", "BRUNT", "Ada", "Hara", "Amberly", "Washington Post", "Post", "WikiLeaks"):
        assert not re.search(rf"\b{name}\b", made.article.text)
    assert [one.id for one in made.statements] == [one.id for one in example.statements]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_graph_keeps_its_shape_and_names_follow(seed: int) -> None:
    new = exchange(EXAMPLE, seeded(seed))
    made = renamed(EXAMPLE, new)
    assert shape(gold_graph(made)) == shape(gold_graph(EXAMPLE))
    first, third = made.statements[0].chain, made.statements[2].chain
    assert [hop.name for hop in first] == [hop.name for hop in third] == [new(hop.name) for hop in (POST, BRUNT)]
    given, surname = first[1].name.split()
    assert made.article.title == f"{surname}: dam leaks"
    assert f"{surname.upper()} SAYS DAM LEAKS" in made.article.text
    assert f"{surname}’s deputy" in made.article.text
    assert f"{given} {surname} told the {first[0].name.removeprefix('The ')}." in made.article.text
    assert made.article.publisher
    assert made.article.publisher.name == first[0].name.removeprefix("The ")
    assert made.article.byline == made.article.text.split("\n")[0].removeprefix("By ")


def test_a_platform_that_a_verb_tells_keeps_its_name() -> None:
    tweeted = replace(EXAMPLE, article=replace(ARTICLE, text=f"{TEXT} He tweeted it."))
    assert not any("Twitter" in exchange(tweeted, seeded(seed)).words for seed in SEEDS)
    assert {"Twitter" in exchange(EXAMPLE, seeded(seed)).words for seed in SEEDS} == {True, False}


def test_a_name_that_is_also_a_word_of_the_article_is_kept() -> None:
    text = TEXT.replace("all week", "all week with brunt")
    new = exchange(replace(EXAMPLE, article=replace(ARTICLE, text=text)), seeded(1))
    assert "Brunt" not in new.words
    assert "Ada" in new.words


def test_a_seed_gives_one_variant_and_another_another() -> None:
    texts = [variant(EXAMPLE, seeded(seed)).article.text for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize("seed", SEEDS)
def test_dropped_paragraphs_take_only_their_own_statements(seed: int) -> None:
    made = with_dropped(EXAMPLE, seeded(seed))
    old = {one.id: one for one in STATEMENTS}
    assert made.statements
    assert words(made) == words(replace(EXAMPLE, statements=tuple(old[one.id] for one in made.statements)))
    left = made.article.text.split("\n\n")
    assert left == [block for block in TEXT.split("\n\n") if block in left]
    if any(hop == "Ada Brunt" for one in made.statements for hop in (one.chain[-1].name,)):
        assert "Ada Brunt" in made.article.text
    gold_graph(made)


def test_something_is_dropped_at_times() -> None:
    made = [with_dropped(EXAMPLE, seeded(seed)) for seed in SEEDS]
    assert any("Rain fell" not in one.article.text and len(one.statements) == len(STATEMENTS) for one in made)
    assert any(len(one.statements) < len(STATEMENTS) for one in made)


def test_a_line_of_credit_goes_or_goes_to_the_other_end() -> None:
    body = TEXT.split("\n\n", 1)[1]
    made = [with_credits_moved(EXAMPLE, seeded(seed)) for seed in SEEDS]
    assert {one.article.text for one in made} == {body, f"{body}\n\nBy Ruth Amberly"}
    assert all(words(one) == words(EXAMPLE) for one in made)


def test_a_line_of_credit_that_a_statement_needs_stays() -> None:
    author = GoldHop("Ruth Amberly", Kind.PERSON, Relation.SAID, at("Ruth Amberly"))
    needed = replace(EXAMPLE, statements=(replace(STATEMENTS[0], chain=(author,)),))
    made = [with_credits_moved(needed, seeded(seed)) for seed in SEEDS]
    assert all(one.article.text.endswith("By Ruth Amberly") and words(one) == words(needed) for one in made)


def test_a_span_in_part_of_exchanged_words_has_them_all() -> None:
    layout = laid(Exchange({"Tarn Post": "Orsk Argus"}).pieces("In the Tarn Post, Post readers."))
    assert layout.text == "In the Orsk Argus, Post readers."
    assert layout.text[slice(*layout.at(Span(7, 11)))] == "Orsk Argus"
    assert layout.text[slice(*layout.at(Span(3, 16)))] == "the Orsk Argus"


def test_a_span_that_is_gone_has_no_place() -> None:
    layout = laid([Piece(Span(4, 8), "dam "), Piece(Span(0, 4), "The ")])
    assert layout.at(Span(4, 7)) == (0, 3)
    assert layout.at(Span(0, 3)) == (4, 7)
    with pytest.raises(KeyError):
        layout.at(Span(7, 12))
