"""What each word piece is told of its page."""

from __future__ import annotations

from provenance.documents.layout import Block
from provenance.documents.segmentation import segment
from provenance.encoder.encoder import encoder
from provenance.encoder.tokens import FEATURES, tokenize


def test_each_word_knows_what_its_paragraph_is() -> None:
    text = "Read more: the dam\n\nThe dam is old, Ada Brunt said on Monday in Harl."
    cut = tokenize(segment(text), encoder(1).tokenizer)
    kinds = list(Block)
    assert cut.features.shape == (len(cut.ids), len(FEATURES))
    assert {kinds[n] for n in cut.features[: cut.begin(5), -1]} == {Block.LINK}
    assert {kinds[n] for n in cut.features[cut.begin(5) :, -1]} == {Block.PROSE}
    assert (cut.features < FEATURES).all()
