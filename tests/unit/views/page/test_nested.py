"""The picture as lists: everybody is told, and where the words are that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pictures import article, drawing, source, told

from provenance.views.page.nested import nested

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def texts(item: Element) -> str:
    return "".join(item.itertext())


def test_from_the_origin_to_whoever_had_it() -> None:
    shown = drawing(
        [source("Ilse Maren"), article("A"), article("B", "2031-02-04")], [told("Ilse Maren", "A"), told("A", "B")]
    )
    root = nested(shown, "of-")
    [origin] = root
    [first] = origin.findall("ul/li")
    [second] = first.findall("ul/li")
    assert texts(origin).startswith("Ilse Maren; the claim starts here")
    assert second.find("a").get("href") == "#of-n1-n2-told"
    assert "reports, 90% → B; 2031-02-04; “The dam will be drained”" in texts(second)


def test_who_had_it_from_two_is_told_under_both_and_followed_once() -> None:
    boxes = [source("Ilse Maren"), source("Ada Brunt"), article("A"), article("B", "2031-02-04")]
    root = nested(drawing(boxes, [told("Ilse Maren", "A"), told("Ada Brunt", "A"), told("A", "B")]), "of-")
    assert texts(root).count("→ A") == 2
    assert texts(root).count("→ B") == 1
    assert "as above" in texts(root)


def test_a_circle_ends() -> None:
    shown = drawing([article("A"), article("B", "2031-02-04")], [told("A", "B"), told("B", "A")])
    assert texts(nested(shown, "of-")).count("B;") == 1
