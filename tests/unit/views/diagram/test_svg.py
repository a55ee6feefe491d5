"""The drawing itself: nothing overlaps, nothing is told by colour alone, nothing breaks out."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from corpus import CLAIM, STORY, statements
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pictures import article, drawing, fan, source, told

from provenance.linking.matching.reports import resolve
from provenance.model import Assertion
from provenance.trace import trace
from provenance.views.diagram.layout import plan
from provenance.views.diagram.lettering import broken, width
from provenance.views.diagram.model import Picture, Proof, Shape
from provenance.views.diagram.outlines import GLYPHS, outline
from provenance.views.diagram.svg import drawn, svg

NAMES = {"s": "http://www.w3.org/2000/svg"}
ELEMENTS = frozenset("svg title desc style rect path g text".split())


def story() -> Picture:
    from provenance.views.diagram.picture import picture

    known = statements(STORY)
    return picture(trace(CLAIM, known, resolve(known)))


def texts(file: str) -> list[str]:
    return [text.text or "" for text in etree.fromstring(file.encode()).iterfind(".//s:text", NAMES)]


@pytest.mark.parametrize("shown", [story(), fan(12)], ids=["story", "fan"])
def test_no_box_lies_on_another_or_outside_of_the_picture(shown: Picture) -> None:
    laid = plan(shown)
    for one in laid.boxes:
        assert -0.1 <= one.x <= one.x + one.block.width <= laid.width + 0.1
        assert -0.1 <= one.y <= one.y + one.block.height <= laid.height + 0.1
    for one, other in combinations(laid.boxes, 2):
        beside = one.x + one.block.width <= other.x or other.x + other.block.width <= one.x
        assert beside or one.y + one.block.height <= other.y or other.y + other.block.height <= one.y


def test_no_label_lies_on_a_box() -> None:
    laid = plan(story())
    for line in laid.lines:
        for box in laid.boxes:
            aside = abs(line.at[0] - box.x - box.block.width / 2) >= (line.label.width + box.block.width) / 2 - 1
            over = abs(line.at[1] - box.y - box.block.height / 2) >= (line.label.height + box.block.height) / 2 - 1
            assert aside or over


def test_what_stands_in_a_box_is_within_its_outline() -> None:
    for placed in plan(story()).boxes:
        for line in placed.block.lines:
            assert line.x + width(line.words, line.style.size, bold=line.style.is_bold) <= placed.block.width
            assert line.y <= placed.block.height


def test_every_shape_has_an_outline_and_a_sign_of_its_own() -> None:
    assert set(GLYPHS) == set(Shape)
    assert len(set(GLYPHS.values())) == len(Shape)
    told_apart = {Shape.ARTICLE, Shape.ARTICLES, Shape.PLATFORM, Shape.DOCUMENT, Shape.PERSON, Shape.ORGANIZATION}
    assert len({outline(shape, 100, 60) for shape in told_apart}) == len(told_apart)


def test_a_denial_ends_in_a_bar_and_says_so() -> None:
    line = replace(told("Ministry", "Post"), assertion=Assertion.DENIES, how="denies")
    file = drawn(drawing([source("Ministry", Shape.ORGANIZATION), article("Post")], [line]))
    assert 'class="line denial"' in file
    assert any(text.startswith("denies, 90%") for text in texts(file))
    assert "denied" in texts(file)


def test_the_legend_has_what_is_drawn_and_no_more() -> None:
    shown = texts(drawn(drawing([source("Ilse Maren"), article("Post")], [told("Ilse Maren", "Post")])))
    assert "a person" in shown
    assert "a document" not in shown
    assert "denied" not in shown


def test_the_surer_line_is_the_thicker() -> None:
    boxes = [source("Ilse Maren"), article("A"), article("B")]
    file = drawn(drawing(boxes, [told("Ilse Maren", "A", 0.95), told("Ilse Maren", "B", 0.55)]))
    ways = etree.fromstring(file.encode()).xpath("//s:path[@class='way' and ../@id]", namespaces=NAMES)
    assert float(ways[0].get("stroke-width")) > float(ways[1].get("stroke-width"))


def test_words_that_prove_a_hop_are_told_with_it() -> None:
    assert "<title>Ilse Maren reported</title>" in drawn(
        drawing([source("Ilse Maren"), article("Post")], [told("Ilse Maren", "Post")])
    )


def test_a_trace_of_nothing_is_a_picture_that_says_so() -> None:
    assert "No article in the store makes the claim." in texts(svg(trace("the moon", ())))


def test_the_same_trace_is_the_same_file() -> None:
    assert drawn(story()) == drawn(story())


@given(st.text(max_size=60))
def test_hostile_words_stay_words(words: str) -> None:
    hostile = f"{words}<img src=x onerror=alert(1)>]]>&lt;"
    box = replace(article("A", wording=hostile), name=hostile, notes=(hostile,))
    line = replace(told("Ilse Maren", "A"), proofs=(Proof(hostile),), changes=(hostile[:20],))
    root = etree.fromstring(drawn(replace(drawing([source("Ilse Maren"), box], [line]), claim=hostile)).encode())
    assert {etree.QName(element).localname for element in root.iter(etree.Element)} <= ELEMENTS
    assert not root.xpath("//@*[local-name() = 'href' or starts-with(local-name(), 'on')]")


@given(st.text(max_size=80), st.integers(20, 200), st.integers(1, 4))
def test_lines_fit(words: str, most: int, lines: int) -> None:
    found = broken(words, 12, most, lines=lines)
    assert len(found) <= lines
    assert all(width(line, 12) <= most or len(line) <= 2 for line in found)
