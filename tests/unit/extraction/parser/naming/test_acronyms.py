"""What acronyms stand for, and what looking for them costs on text of any script."""

from __future__ import annotations

import pytest

from provenance.extraction.parser.naming.acronyms import acronyms


def test_a_name_beside_its_acronym_and_by_its_initials() -> None:
    text = "The Tarn Water Board (TWB) met. The Harl Bridge Trust did not; the HBT is closed."
    assert acronyms(text) == {"TWB": "Tarn Water Board", "HBT": "Harl Bridge Trust"}


@pytest.mark.parametrize("word", ["привет", "Harl’s", "Ünïts", "Ал’и", "٣٤", "名前"])
def test_long_runs_of_names_end(word: str) -> None:
    """A character that two parts of the pattern take doubles the time with each letter: this would not end."""
    assert "TWB" not in acronyms(f"{word} " * 400 + "(")
