"""Whom "he" and "she" stand for: the last who spoke in the paragraph, or nobody in particular."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.model import Article, is_undecided


def last(text: str) -> tuple[str, bool]:
    """The last origin, and whether it is undecided."""
    hop = Rules().read(Article("a", text)).attributions[-1].chain[-1]
    return hop.name, is_undecided(hop.confidence)


def test_she_is_who_spoke_before() -> None:
    assert last("Alice Maren said that the sluice leaked. It was old, she said.") == ("Alice Maren", False)


def test_a_name_that_tells_nothing_may_be_meant() -> None:
    assert last("Tamsyn Orrel said that the sluice leaked. It was old, she said.") == ("Tamsyn Orrel", False)


@pytest.mark.parametrize(
    "text",
    [
        "Alice Maren said that the sluice leaked. It was old, he said.",
        "Alice Maren said that the sluice leaked.\n\nIt was old, she said.",
        "Alice Maren said that Clara Lund keeps the sluice. It was old, she said.",
        "Alice Maren keeps the sluice. It was old, she said.",
    ],
    ids=["a man", "another paragraph", "another woman named since", "one who said nothing"],
)
def test_else_it_is_left_undecided(text: str) -> None:
    name, undecided = last(text)
    assert name in {"unidentified man", "unidentified woman"}
    assert undecided
