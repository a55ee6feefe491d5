"""From a text to what each of its words scores and means, in one pass."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from provenance.documents.segmentation import segment
from provenance.encoder.encoded import Encoded, WordScores
from provenance.encoder.labels import LEVELS, OUTPUTS, TAGS
from provenance.encoder.links import Links
from provenance.encoder.session import WEIGHTS, Session
from provenance.encoder.tables import Tables
from provenance.encoder.tokens import END, START, tokenize, tokenizer
from provenance.encoder.windows import windows
from provenance.errors import InputError
from provenance.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from provenance.encoder.tokens import Tokens

LONGEST = 200_000
"""The most words of a text, marks included: some 4.5 kB each, so that a pass stays under a gigabyte."""
WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_]+|[^\w\s]|_")


class Encoder:
    """The trained encoder of the folder `place` on so many `threads` (0: one for each core).

    What it says of a text depends on that text alone. Raises ExtractorError where the model does not load.
    """

    def __init__(self, place: Path, threads: int = 0) -> None:
        self.session = Session(place, threads)
        self.tokenizer = tokenizer(place)
        self.tables = Tables.read(place)

    def encode(self, text: str) -> Encoded:
        """Read every word of `text`; a long one in windows that overlap. Raises InputError above LONGEST words."""
        check_length(text)
        page = segment(text)
        tokens = tokenize(page, self.tokenizer)
        scores, links, states = (np.empty((len(tokens), width), np.float32) for width in OUTPUTS.values())
        for core, window in windows(tokens) if len(tokens) else ():
            made = self.session.run(*window_of(tokens, core, window))
            for whole, part in zip((scores, links, states), made, strict=True):
                whole[slice(*core)] = part
        words = WordScores(scores.reshape(-1, LEVELS, TAGS))
        return Encoded(page, tokens, words, Links(links, self.tables.near), states, self.tables)


def window_of(
    tokens: Tokens, core: tuple[int, int], window: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The pieces of `window` and their features as the model takes them, and where the words of `core` begin."""
    low, high = tokens.begin(window[0]), tokens.begin(window[1])
    ids = np.concatenate([[START], tokens.ids[low:high], [END]])
    features = np.pad(tokens.features[low:high], ((1, 1), (0, 0)))
    return ids, features, tokens.first[slice(*core)] - low + 1


def check_length(text: str) -> None:
    """Raises InputError where `text` is too long for one pass."""
    count = sum(1 for _ in WORD.finditer(text))
    if count > LONGEST:
        raise InputError(
            f"too long: {count:,} words and marks, and at most {LONGEST:,} are read as one article: split it"
        )


@cache
def encoder(threads: int = 0) -> Encoder:
    """The encoder whose weights ship with the program, loaded once for each number of `threads`."""
    return Encoder(folder(), threads)


def folder() -> Path:
    """Where the shipped model lies."""
    return resource(f"reader/{WEIGHTS}").parent


@cache
def fingerprint() -> str:
    """The SHA-256 of the shipped weights: of the encoder and of the heads above, in the order of their names."""
    found = sha256()
    for path in sorted(folder().glob("*.onnx")):
        found.update(path.read_bytes())
    return found.hexdigest()
