"""An invented article laid out anew: the same words said by the same persons, questions and headings by nobody."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from evaluation.gold import Type
from provenance.documents.layout import Block, blocks
from provenance.documents.segmentation import segment
from provenance.model import Article, Kind, Publisher, Relation, Span
from training.data.examples import Example, GoldHop, GoldStatement
from training.data.variants import SPOKEN, variant
from training.data.variants.formats import parted, spoken
from training.data.variants.formats.headings import headed, stamped
from training.data.variants.formats.interviews import interview
from training.data.variants.formats.letters import signed
from training.data.variants.formats.lists import listed
from training.data.variants.formats.stock import stock
from training.oracle.graphs import gold_graph

TEXT = (
    "The lock at Harl stays shut, Mayor Ada Brunt, a former diver, told the Tarn Courier on Monday.\n\n"
    "Bram Ost, the engineer, said the gate had moved by an inch.\n\n"
    "“We saw the crack in May,” Brunt said, “and the council did nothing about it.”\n\n"
    "“My deputy said that it would hold until winter. It did not,” Brunt recalled. Rain fell all week.\n\n"
    "The water must go down first, Brunt said. She refused to name a day.\n\n"
    "“I will not send divers into the dark!” she said.\n\n"
    "Ost said that nobody had asked for a new gate. “Steel is cheap these days,” he said. “Time is not.”\n\n"
    "Ost called it “a mess”. “Do we want to drown?” he asked."
)


def at(words: str, before: str = "") -> Span:
    start = TEXT.index(before + words) + len(before)
    return Span(start, start + len(words))


def by(mention: Span, name: str = "Ada Brunt") -> GoldHop:
    return GoldHop(name, Kind.PERSON, Relation.SAID, mention)


def said(number: int, contents: tuple[Span, ...], cue: Span, *chain: GoldHop) -> GoldStatement:
    *_, last = chain
    assert last.mention
    return GoldStatement(str(number), Type.SAID, contents, (cue,), (last.mention,), chain)


COURIER = GoldHop("Tarn Courier", Kind.OUTLET, Relation.REPORTED, at("the Tarn Courier"))
BRUNT, RECALLING = by(at("Brunt", before="May,” ")), by(at("Brunt", before="not,” "))
DEPUTY = GoldHop("deputy of Ada Brunt", Kind.ANONYMOUS, Relation.TOLD, at("My deputy"))
STATEMENTS = (
    said(1, (at("The lock at Harl stays shut"),), at("told"), COURIER, by(at("Mayor Ada Brunt"))),
    said(2, (at("the gate had moved by an inch"),), at("said"), by(at("Bram Ost"), "Bram Ost")),
    said(3, (at("“We saw the crack in May,”"), at("“and the council did nothing about it.”")),
         at("said", before="May,” Brunt "), BRUNT),
    said(4, (at("“My deputy said that it would hold until winter. It did not,”"),), at("recalled"), RECALLING),
    said(5, (at("that it would hold until winter"),), at("said", before="My deputy "), RECALLING, DEPUTY),
    said(6, (at("The water must go down first"),), at("said", before="first, Brunt "),
         by(at("Brunt", before="first, "))),
    said(7, (at("“I will not send divers into the dark!”"),), at("said", before="she "), by(at("she"))),
    said(8, (at("that nobody had asked for a new gate"),), at("said", before="\n\nOst "),
         by(at("Ost", before="\n\n"), "Bram Ost")),
    said(9, (at("“Steel is cheap these days,”"), at("“Time is not.”")), at("said", before="he "),
         by(at("he", before="days,” "), "Bram Ost")),
)  # fmt: skip
ALONE = {
    "2": "The gate had moved by an inch",
    "3": "We saw the crack in May, and the council did nothing about it",
    "4": "My deputy said that it would hold until winter. It did not",
    "6": "The water must go down first",
    "7": "I will not send divers into the dark",
    "8": "Nobody had asked for a new gate",
    "9": "Steel is cheap these days. Time is not",
}
"""What is said, as sentences."""
EXAMPLE = Example("tarn", Article("harl-2", TEXT, "Lock stays shut", Publisher("Harl Argus", Kind.OUTLET)), STATEMENTS)
OLD = {one.id: one for one in STATEMENTS}
SEEDS = range(40)
FORMS = (interview, listed, signed)
Form = Callable[[Example, random.Random], Example | None]


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def laid(form: Form, seed: int) -> Example:
    made = form(EXAMPLE, seeded(seed))
    assert made
    return made


def words(example: Example, spans: Iterable[Span]) -> list[str]:
    return [example.article.text[slice(*span)] for span in spans]


def anew(example: Example) -> list[GoldStatement]:
    """What was laid out, not kept as it was."""
    return [one for one in example.statements if one.id in ALONE and not one.cue]


def lines(example: Example, *kinds: Block) -> list[Span]:
    page = segment(example.article.text)
    return [span for span, kind in zip(page.paragraphs, blocks(page), strict=True) if kind in kinds]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_laid_out_anew_has_the_words_of_its_content(form: Form, seed: int) -> None:
    made = laid(form, seed)
    assert len(anew(made)) > 1
    assert len({one.id for one in made.statements}) == len(made.statements)
    for one in made.statements:
        if one in anew(made):
            assert words(made, one.content) == [ALONE[one.id]]
        else:
            found = [word.strip("“”,.") for word in words(made, (*one.content, *one.cue))]
            assert found == [word.strip("“”,.") for word in words(EXAMPLE, (*OLD[one.id].content, *OLD[one.id].cue))]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_laid_to_whoever_said_it(form: Form, seed: int) -> None:
    made = laid(form, seed)
    for one in made.statements:
        assert [hop.name for hop in one.chain] == [hop.name for hop in OLD[one.id].chain]
    for one in anew(made):
        (label,) = words(made, [hop.mention for hop in one.chain if hop.mention])
        assert label == "A" or label.casefold().split()[-1] in one.chain[0].name.casefold()
        assert all(word == label for word in words(made, one.source))
    assert len(gold_graph(made).statements) == len(made.statements)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_statement_inside_an_answer_goes_through_the_speaker(seed: int) -> None:
    for made in (laid(form, seed) for form in FORMS):
        both = {one.id: one for one in made.statements if one.id in "45"}
        if both and not both["4"].cue:
            assert both["5"].chain[0] == both["4"].chain[0]
            assert words(made, both["5"].source) == ["My deputy"]


@pytest.mark.parametrize("seed", SEEDS)
def test_questions_are_nobody_s(seed: int) -> None:
    made = laid(interview, seed)
    text = made.article.text
    asked = list(re.finditer(r"[^\n]+\?\**$", text, re.MULTILINE))
    forms = [
        re.escape(one).replace(r"\{topic\}", "the [a-z ]+") + "$" for one in (*stock("questions"), *stock("about"))
    ]
    assert len(asked) > 1
    spans = [span for one in made.statements for span in one.content]
    for question in asked:
        assert not any(start < question.end() and question.start() < end for start, end in spans)
        assert any(re.search(form, question[0].strip("*")) for form in forms)


def test_the_program_knows_some_of_the_layouts_and_others_not() -> None:
    for form, kind in ((interview, Block.QUESTION), (listed, Block.LABEL), (signed, Block.SIGNATURE)):
        assert {bool(lines(laid(form, seed), kind)) for seed in SEEDS} == {True, False}
    assert sum(bool(lines(laid(listed, seed), Block.ITEM)) for seed in SEEDS) > len(SEEDS) / 2


@pytest.mark.parametrize("seed", SEEDS)
def test_items_begin_with_a_mark_and_letters_end_with_a_name(seed: int) -> None:
    made = laid(listed, seed)
    items = re.findall(r"^(?:[•–*·-]|\d+\.) (.*?)[.;]?$", made.article.text, re.MULTILINE)
    assert items == [ALONE[one.id] for one in made.statements if one in anew(made)]
    page = laid(signed, seed).article.text
    *_, last = re.split(r"\n(?=[^\n]*(?:Ada Brunt|Bram Ost))", page)
    assert last.count("\n") <= 2


@pytest.mark.parametrize("form", [headed, stamped])
@pytest.mark.parametrize("seed", SEEDS)
def test_headings_and_times_leave_the_article_as_it_is(form: Form, seed: int) -> None:
    made = laid(form, seed)
    left = iter(made.article.text.split("\n\n"))
    assert all(any(line.endswith(block) for line in left) for block in TEXT.split("\n\n"))
    assert len(made.article.text) > len(TEXT)
    for old, new in zip(STATEMENTS, made.statements, strict=True):
        assert [old.id, *words(EXAMPLE, old.content)] == [new.id, *words(made, new.content)]
        assert all("\n" not in word for word in words(made, new.content))


def test_a_content_that_runs_on_has_no_heading_in_it() -> None:
    end = TEXT.index("Rain")
    long = replace(STATEMENTS[2], content=(Span(at("“We saw").start, end),))
    example = replace(EXAMPLE, statements=(long,))
    for seed in SEEDS:
        for made in (form(example, seeded(seed)) for form in (headed, stamped)):
            assert made
            assert words(made, made.statements[0].content) == words(example, long.content)


def test_an_article_in_which_nobody_says_enough_has_no_other_form() -> None:
    for few in (STATEMENTS[:3], tuple(replace(one, type=Type.DENIED) for one in STATEMENTS)):
        assert spoken(replace(EXAMPLE, statements=few), seeded(1)) is None
    assert spoken(replace(EXAMPLE, has_chains=False), seeded(1)) is None
    first, _ = TEXT.split("\n\n", maxsplit=1)
    short = replace(EXAMPLE, article=replace(EXAMPLE.article, text=first), statements=STATEMENTS[:1])
    assert parted(short, seeded(1)) == short


def test_a_letter_needs_the_name_of_whomever_it_calls_by_a_pronoun() -> None:
    inner = replace(STATEMENTS[4], chain=(RECALLING, replace(DEPUTY, name="Carl Dunmore", kind=Kind.PERSON)))
    example = replace(EXAMPLE, statements=(*STATEMENTS[:4], inner, *STATEMENTS[5:]))
    for made in (spoken(example, seeded(seed)) for seed in SEEDS):
        assert made is None or not any(one.id == "5" for one in made.statements)


def test_a_part_of_the_variants_is_laid_out_anew_with_other_names() -> None:
    made = [variant(EXAMPLE, seeded(seed)) for seed in range(200)]
    other = [one for one in made if anew(one)]
    assert SPOKEN / 2 < len(other) / len(made) < 2 * SPOKEN
    assert not any("Brunt" in one.article.text or "Ost " in one.article.text for one in other)
