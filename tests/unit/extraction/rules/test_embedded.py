"""Posts that a page shows as they were, signed by an outlet."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.model import Article

SAID = "#Harl: Ada Brunt, the harbour master, says, “The ferry is old and it will not sail again this year.”"


def chains(text: str) -> list[list[str]]:
    return [[hop.name for hop in one.chain] for one in Rules().read(Article("a", text)).attributions]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}\n\n— Reuters (@Reuters) May 5, 2026",
        f"{SAID} — Reuters (@Reuters) 5 May 2026",
        f"{SAID}\n\nReuters (@Reuters) May 5",
        f"{SAID} — Reuters (@Reuters) 5 May 2026\n\nBBC News (@BBCNews) 6 May 2026 It rained.",
    ],
)
def test_an_outlet_signs_a_post(text: str) -> None:
    assert chains(text) == [["Reuters", "Ada Brunt"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}\n\nIt rained. — Reuters (@Reuters) May 5, 2026",
        f"{SAID}\n\n— Leo Marsh (@marsh) May 5, 2026",
        f"{SAID}\n\nWrite to Reuters (@Reuters) for more.",
        f"— Reuters (@Reuters) May 5, 2026\n\n{SAID}",
    ],
)
def test_what_no_outlet_signs_is_no_post(text: str) -> None:
    assert chains(text) == [["Ada Brunt"]]
