"""Time runs to the right, whatever cites what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pictures import article, drawing, source, told

from provenance.views.diagram.columns import columns, forward

if TYPE_CHECKING:
    from provenance.views.diagram.model import Picture

NAMES = [f"a{number}" for number in range(7)]


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    days = draw(st.lists(st.sampled_from(["", "2031-02-03", "2031-02-04", "2031-02-05"]), min_size=6, max_size=6))
    pairs = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), unique=True, max_size=12))
    boxes = [source(NAMES[0]), *(article(name, day) for name, day in zip(NAMES[1:], days, strict=True))]
    return drawing(boxes, [told(tail, head) for tail, head in pairs])


@given(pictures())
def test_what_is_taken_from_something_stands_right_of_it(shown: Picture) -> None:
    found = columns(shown)
    assert all(found[line.tail] < found[line.head] for line in forward(shown))


@given(pictures())
def test_no_article_stands_right_of_a_later_one_that_took_it_from_none_later(shown: Picture) -> None:
    found, dates = columns(shown), {box.node: box.date for box in shown.boxes}
    cites = {line.head for line in shown.lines}
    for one in NAMES:
        for other in NAMES:
            if dates[one] and dates[other] and dates[one] < dates[other] and one not in cites:
                assert found[one] <= found[other]


def test_who_is_quoted_late_stands_by_who_quotes_them() -> None:
    boxes = [source("Ilse Maren"), article("A"), article("B", "2031-02-04"), article("C", "2031-02-05")]
    found = columns(drawing(boxes, [told("A", "B"), told("B", "C"), told("Ilse Maren", "C")]))
    assert found == {"A": 0, "B": 1, "Ilse Maren": 1, "C": 2}


def test_a_circle_is_drawn_back() -> None:
    shown = drawing([article("A"), article("B", "2031-02-04")], [told("A", "B"), told("B", "A")])
    assert [(line.tail, line.head) for line in forward(shown)] == [("A", "B")]
    assert columns(shown) == {"A": 0, "B": 1}
