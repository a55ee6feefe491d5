"""A statement that was decided upon is found again in another reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import at, hop, reading, said
from decided import READINGS, target

from provenance.decisions import Target
from provenance.decisions.anchors import anchor, found, overlap, reattached
from provenance.iris import attribution_iri, cited_iri, snapshot_iri
from provenance.model import Attribution, Kind, Reading, Relation, Span, Statement

OSTRA = READINGS["ostra"]
TEXT = OSTRA.article.text


def reread(*attributions: Attribution, text: str = TEXT) -> Reading:
    return replace(OSTRA, article=replace(OSTRA.article, text=text), attributions=attributions)


def named(one: Reading, index: int = 0) -> str:
    return attribution_iri(snapshot_iri(one.article), one.attributions[index])


def content(words: str, text: str = TEXT, name: str = "Ilse Maren") -> Attribution:
    return replace(
        OSTRA.attributions[0],
        content=at(text, words),
        cue=at(text, "told"),
        source=(),
        chain=(replace(OSTRA.attributions[0].chain[0], name=name, mention=(), evidence=()),),
    )


def test_it_is_found_by_its_name() -> None:
    assert found(target("ostra"), OSTRA) == named(OSTRA)
    assert found(replace(target("ostra"), anchor=None), OSTRA) == named(OSTRA)


def test_another_reading_of_the_text_has_it_where_half_the_words_are() -> None:
    longer = reread(content("“The Tarsk dam will be drained before spring,”"))
    assert found(target("ostra"), longer) == named(longer) != target("ostra").iri
    shorter = reread(content("be drained before spring"))
    assert overlap(shorter.attributions[0].content, OSTRA.attributions[0].content) > 0.5
    assert found(target("ostra"), shorter) == named(shorter)


def test_it_is_gone_where_less_overlaps_or_nothing_is_anchored() -> None:
    scrap = reread(content("before spring"))
    assert found(target("ostra"), scrap) is None
    moved = reread(content("The Tarsk dam will be drained before spring"))
    assert found(replace(target("ostra"), anchor=None), moved) is None
    assert found(target("ostra"), READINGS["kestrel"]) is None


def test_of_several_the_same_source_counts_before_the_better_overlap() -> None:
    exact, same = (
        content("The Tarsk dam will be drained before spring,", name="Pell"),
        content("The Tarsk dam will be drained"),
    )
    both = reread(exact, same)
    assert found(target("ostra"), both) == named(both, 1)
    other = reread(exact, replace(same, chain=exact.chain))
    assert found(target("ostra"), other) == named(other, 0)


@pytest.mark.parametrize("before", ["", "Corrected on Tuesday. ", "Elsewhere the weather was fine all week long. "])
def test_a_newer_text_of_the_article_has_it_where_the_same_words_stand(before: str) -> None:
    text = before + TEXT
    newer = reread(content("The Tarsk dam will be drained before spring", text), text=text)
    assert found(target("ostra"), newer) == named(newer)


def test_a_newer_text_in_other_words_has_it_not() -> None:
    text = "“The Tarsk dam will be emptied before spring,” Ilse Maren told Radio Ostra."
    newer = reread(content("The Tarsk dam will be emptied before spring,", text), text=text)
    assert found(target("ostra"), newer) is None


def test_divided_words_are_found_part_by_part() -> None:
    text = "“The dam,” Ilse Maren said, “will be drained.”"
    source = hop(text, "Ilse Maren", Kind.PERSON, Relation.SAID, "Ilse Maren said")
    parts = replace(said(text, "The dam", "said", (source,)), content=at(text, "The dam", "will be drained"))
    one = reading("parts", "Radio Ostra", None, text, attributions=(parts,))
    wanted = target_of(one)
    newer_text = f"Update: {text}"
    moved = replace(parts, content=at(newer_text, "The dam", "will be drained"), cue=at(newer_text, "said"), source=())
    newer = replace(one, article=replace(one.article, text=newer_text), attributions=(moved,))
    assert found(wanted, newer) == named(newer)
    gone = replace(newer, article=replace(one.article, text="“The dam,” she said, “is full.”"), attributions=())
    assert found(wanted, gone) is None


def target_of(one: Reading) -> Target:
    return Target(named(one), "Ilse Maren", anchor=anchor(Statement(one, one.attributions[0])))


def test_what_a_statement_cites_moves_with_it() -> None:
    cited = replace(target("ostra"), iri=cited_iri(target("ostra").iri, 2))
    assert found(cited, OSTRA) == named(OSTRA)
    assert reattached(cited, "urn:x:now").iri == "urn:x:now/cited/2"
    assert reattached(target("ostra"), "urn:x:now").iri == "urn:x:now"


def test_overlap_is_the_share_of_characters_in_both() -> None:
    assert overlap((Span(0, 10),), (Span(0, 10),)) == 1
    assert overlap((Span(0, 10),), (Span(5, 15),)) == pytest.approx(1 / 3)
    assert overlap((Span(0, 2), Span(4, 6)), (Span(0, 6),)) == pytest.approx(2 / 3)
    assert overlap((), ()) == 0
