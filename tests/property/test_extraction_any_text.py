"""Whatever the text: spans lie inside it, every chain has a name, and the same text gives the same reading."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction.rules import Rules
from provenance.model import Article

extract = Rules().read

WORDS = (
    "said told according to Reuters , . “ ” \" ' ’ — ( ) who the a officials two that of and in Mr. Brunt He she it "
    "reported citing 2016 : ; … Jan. U.S. « » ‘ `` – News 50% percent was quoted as saying Ada \n \n\n \r\n"
).split(" ")
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_spans_lie_in_the_text(text: str) -> None:
    reading = extract(Article("a", text, published="2026-03-12"))
    for attribution in reading.attributions:
        assert attribution.content
        assert attribution.chain
        spans = [*attribution.content, *attribution.cue, *attribution.source]
        for hop in attribution.chain:
            assert hop.name.strip()
            spans.extend([*hop.mention, *hop.evidence])
        assert all(0 <= start < end <= len(text) for start, end in spans)
    assert extract(Article("a", text, published="2026-03-12")) == reading
