"""Texts that no newspaper printed are read, in time that grows with their length."""

from __future__ import annotations

import time

import pytest

from provenance.extraction.rules import Rules
from provenance.model import Article

TEXTS = {
    "paragraphs": "Alice Maren said that the sluice leaked. She said it was old.\n\n",
    "relays": "BBC told CNN. ",
    "nested": "Alice said that ",
    "unclosed": "“Alice said ",
    "open to the end": '"Alice said.\n\n',
    "sources": "according to Alice, ",
    "citations": "Reuters said, citing Alice, ",
    "interviews": "in an interview with the BBC ",
}
FEW, MANY = 500, 4000


def seconds(text: str) -> float:
    started = time.process_time()
    Rules().read(Article("a", text))
    return time.process_time() - started


@pytest.mark.parametrize("part", TEXTS.values(), ids=TEXTS.keys())
def test_eight_times_the_text_takes_no_more_than_its_share(part: str) -> None:
    seconds(part)
    few = min(seconds(part * FEW) for _ in range(3))
    assert seconds(part * MANY) < 3 * MANY / FEW * max(few, 0.02)
