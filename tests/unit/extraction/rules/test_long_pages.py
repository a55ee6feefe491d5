"""Steps that must not look through a whole page for each of its statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from provenance.documents.segmentation import segment
from provenance.extraction.rules.cast import _either, cast
from provenance.extraction.rules.context import Context
from provenance.extraction.rules.heard import REACH, Heard, Known
from provenance.extraction.rules.statements import statements
from provenance.extraction.rules.who import Who
from provenance.model import Article, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ["Brunt", "Brunton", "Bru", "Marsh", "Mar", "O’Neil", "M.", "Ann (Jr)"]


class Counted(list[Known]):
    """Counts what is looked at from its end."""

    looked = 0

    def __reversed__(self) -> Iterator[Known]:
        for one in super().__reversed__():
            self.looked += 1
            yield one


@pytest.mark.parametrize("text", ["Brunton", "Brunt", "Brun", "Mar", "Marsh", "O’Neil", "M.", "Ann (Jr)", "x", ""])
def test_a_branching_pattern_matches_as_a_plain_one(text: str) -> None:
    words = sorted(NAMES, key=len, reverse=True)
    plain = re.match("|".join(map(re.escape, words)), text)
    branching = re.match(_either(words, 3), text)
    assert (branching and branching.group()) == (plain and plain.group())


def test_who_spoke_lately_is_looked_for_among_the_last_paragraphs() -> None:
    page = segment("\n\n".join(["The dam leaks, she said."] * 500))
    heard = Heard(Context(page, Article("a", page.text), cast(page, None)))
    spoken = Counted(Known(Who(f"Ada {n}", Kind.PERSON), n, Span(n, n + 1)) for n in range(500))
    heard.spoken = spoken
    last = statements(page)[-1]
    assert last.paragraph == 499
    assert [who.name for who in heard.recent(last, Kind.PERSON)] == [f"Ada {n}" for n in range(499, 498 - REACH, -1)]
    assert list(heard.recent(last, Kind.OUTLET)) == []
    assert spoken.looked <= 2 * (REACH + 2)
