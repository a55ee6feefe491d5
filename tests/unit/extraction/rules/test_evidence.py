"""Where the text shows a hop, a reason, a date."""

from __future__ import annotations

import pytest

from provenance.extraction import extractor
from provenance.model import Article

read = extractor("rules").read


def test_every_hop_has_evidence_and_is_not_certain() -> None:
    text = "The dam will close, Reuters reported, citing two officials."
    (attribution,) = read(Article("a", text)).attributions
    assert len(attribution.chain) == 2
    assert all(hop.evidence and 0 < hop.confidence < 1 for hop in attribution.chain)


def test_a_sentence_of_its_own_shows_the_reason() -> None:
    text = "Two engineers said the dam leaked. They asked not to be identified because the talks are private."
    first = read(Article("a", text)).attributions[0].chain[-1]
    assert text[slice(*first.evidence[-1])].startswith("They asked")


@pytest.mark.parametrize(
    "phrase", ["on Tuesday", "on March 3", "on 3 March 2024", "in late October", "yesterday", "last month"]
)
def test_a_date_is_where_it_stands(phrase: str) -> None:
    text = f"Ada Brunt told reporters {phrase} that the dam was safe."
    (attribution,) = read(Article("a", text, published="2026-03-12")).attributions
    assert attribution.date is not None
    assert text[slice(*attribution.date.span)] == attribution.date.phrase
    assert attribution.date.phrase in phrase
