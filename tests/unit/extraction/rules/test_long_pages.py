"""Steps that must not look through a whole page for each of its statements."""

from __future__ import annotations

import re
from time import process_time

import pytest

from provenance.extraction.rules import Rules
from provenance.extraction.rules.cast import _either
from provenance.model import Article

NAMES = ["Brunt", "Brunton", "Bru", "Marsh", "Mar", "O’Neil", "M.", "Ann (Jr)"]


@pytest.mark.parametrize("text", ["Brunton", "Brunt", "Brun", "Mar", "Marsh", "O’Neil", "M.", "Ann (Jr)", "x", ""])
def test_a_branching_pattern_matches_as_a_plain_one(text: str) -> None:
    words = sorted(NAMES, key=len, reverse=True)
    plain = re.match("|".join(map(re.escape, words)), text)
    branching = re.match(_either(words, 3), text)
    assert (branching and branching.group()) == (plain and plain.group())


def test_time_grows_with_the_page() -> None:
    """Every paragraph names somebody new, and unnamed people and pronouns look back for whom they mean."""

    def seconds(count: int) -> float:
        names = (f"Ada B{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{'e' * (n // 676 + 1)}rt" for n in range(count))
        text = "\n\n".join(f"{name} saw the dam. It is old, he said. The judge said that it leaks." for name in names)
        start = process_time()
        assert len(Rules().read(Article("a", text)).attributions) >= count
        return process_time() - start

    seconds(50)
    assert seconds(2400) < 8 * seconds(600)
