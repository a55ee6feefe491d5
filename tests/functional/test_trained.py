"""The model as it ships: what it reads, that it reads it the same every time, and that it leaves plain pages alone."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.documents.segmentation import segment
from provenance.encoder.encoder import folder
from provenance.encoder.tokens import tokenize, tokenizer
from provenance.encoder.windows import CONTEXT, CORE, windows
from provenance.extraction import extractor
from provenance.model import Article

PLAIN = sorted((Path(__file__).parents[1] / "plain").glob("*.txt"))
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*.txt"))
LONG = "\n\n".join(f"The harbour board, clerk Ada Brunt said on day {n}, will meet again in May." for n in range(90))


def test_pages_that_attribute_nothing() -> None:
    """Recipes, match reports, weather, lists: fewer than one false attribution in two articles."""
    found = {path.stem: len(extractor("model").read(Article("a", path.read_text())).attributions) for path in PLAIN}
    assert len(found) == 20
    assert sum(found.values()) < 10, found


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    articles = [Article(path.stem, path.read_text(encoding="utf8")) for path in EXAMPLES[:4]] + [Article("long", LONG)]
    read = extractor("model").read
    first = [read(article) for article in articles]
    assert [read(article) for article in reversed(articles)] == first[::-1]


def test_a_long_page_is_read_to_its_end() -> None:
    found = extractor("model").read(Article("a", LONG)).attributions
    assert len(found) >= 85
    assert all(one.chain[-1].name == "Ada Brunt" for one in found)


@given(st.lists(st.sampled_from(["dam", "unquestionably", "Ünwörter", "“x”", ".", "\n", "1,234"]), max_size=1500))
@settings(max_examples=40, deadline=None)
def test_windows_cover_every_word_once_and_fit_the_encoder(words: list[str]) -> None:
    tokens = tokenize(segment(" ".join(words)), tokenizer(folder()))
    bounds = np.append(tokens.first, len(tokens.ids))
    found = list(windows(tokens)) if len(tokens) else []
    assert [core[0] for core, _ in found[:1]] == ([0] if found else [])
    assert all(one[0][1] == other[0][0] for one, other in pairwise(found))
    assert not found or found[-1][0][1] == len(tokens)
    for core, window in found:
        assert window[0] <= core[0] < core[1] <= window[1]
        assert bounds[window[1]] - bounds[window[0]] <= CORE + 2 * CONTEXT


@pytest.mark.parametrize("text", ["", " \n ", "é", "…", "\u200b", "a" * 5000, "“" * 700, "said " * 3000])
def test_any_text_can_be_read(text: str) -> None:
    extractor("model").read(Article("a", text))


def test_the_run_names_its_weights() -> None:
    weights = b"".join(path.read_bytes() for path in sorted(folder().glob("*.onnx")))
    assert extractor("model").identity.model == sha256(weights).hexdigest()
