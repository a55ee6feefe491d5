"""Many articles in one picture: nobody lost, no way invented."""

from __future__ import annotations

from dataclasses import replace

from pictures import article, drawing, fan, source, told

from provenance.model import Assertion
from provenance.views.diagram.folding import MOST, folded
from provenance.views.diagram.model import Shape


def test_a_small_picture_stays_as_it_is() -> None:
    shown = fan(MOST - 2)
    assert folded(shown) is shown


def test_articles_that_had_it_from_the_same_teller_are_one_box() -> None:
    origin, wire, crowd = folded(fan(100)).boxes
    assert (origin.name, wire.name, crowd.name) == ("Ilse Maren", "Kestrel Wire", "100 articles")
    assert crowd.shape is Shape.ARTICLES
    assert crowd.date == "2031-02-04 to 2031-02-23"
    assert crowd.notes == ("Post 000", "Post 001", "Post 002", "Post 003", "Post 004", "and 95 more")


def test_the_lines_to_a_crowd_are_one_the_surest() -> None:
    shown = fan(40)
    lines = (*shown.lines[:-1], replace(shown.lines[-1], confidence=0.97, changes=("may → will",)))
    [line] = [line for line in folded(replace(shown, lines=lines)).lines if line.tail == "Kestrel Wire"]
    assert (line.confidence, line.changes) == (0.97, ("may → will",))


def test_those_who_deny_it_stay_apart() -> None:
    shown = fan(40)
    lines = tuple(replace(line, assertion=Assertion.DENIES) if line.head < "Post 010" else line for line in shown.lines)
    found = folded(replace(shown, lines=(shown.lines[0], *lines[1:])))
    assert sorted(box.name for box in found.boxes if box.shape is Shape.ARTICLES) == ["10 articles", "30 articles"]


def test_an_article_that_others_had_it_from_stays_by_itself() -> None:
    shown = fan(40)
    late = article("The Lantern", "2031-02-28")
    found = folded(drawing([*shown.boxes, late], [*shown.lines, told("Post 007", "The Lantern")]))
    assert {"Post 007", "39 articles", "The Lantern"} <= {box.name for box in found.boxes}


def test_where_too_many_pass_it_on_the_rest_is_told_by_whom_they_had_it_from_in_the_end() -> None:
    boxes, lines = [source("Ilse Maren"), article("Kestrel Wire")], [told("Ilse Maren", "Kestrel Wire")]
    for number in range(60):
        boxes += [article(f"Post {number:02d}", "2031-02-04"), article(f"Echo {number:02d}", "2031-02-05")]
        lines += [told("Kestrel Wire", f"Post {number:02d}"), told(f"Post {number:02d}", f"Echo {number:02d}")]
    found = folded(drawing(boxes, lines))
    assert len(found.boxes) <= MOST
    [crowd] = [box for box in found.boxes if box.shape is Shape.ARTICLES and int(box.name.split()[0]) > 50]
    assert {line.tail for line in found.lines if line.head == crowd.node} == {"Kestrel Wire"}


def test_sources_that_few_articles_lead_to_are_told_together() -> None:
    boxes = [source(f"Witness {number:02d}") for number in range(40)] + [article(f"P {n:02d}") for n in range(40)]
    lines = [told(f"Witness {number:02d}", f"P {number:02d}") for number in range(40)]
    found = folded(drawing(boxes, lines))
    assert len(found.boxes) <= MOST
    assert any(box.shape is Shape.SOURCES and box.is_origin for box in found.boxes)
