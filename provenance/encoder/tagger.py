"""The model's session and tensors: a page's pieces go in, what each word scores comes out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np

from provenance.encoder import tokens
from provenance.encoder.labels import LINK, LINKS, TAGS
from provenance.interrupts import held_back
from provenance.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from provenance.encoder.tokens import Pieces

    Floats = NDArray[np.float32]

CORE, CONTEXT = 350, 16  # pieces: with [CLS] and [SEP] the 384 of the training windows
WEIGHTS = "reader.onnx"
SCALE = np.float32(LINK**-0.5)


@dataclass(frozen=True, slots=True)
class Links:
    """The vectors of each word that score links, with the tables for how far apart two spans stand."""

    vectors: Floats
    near: tuple[Floats, ...]

    def part(self, name: str) -> Floats:
        start = LINKS.index(name) * LINK
        return self.vectors[:, start : start + LINK]

    def content(self, spans: NDArray[np.int64], cues: NDArray[np.int64], near: NDArray[np.int64]) -> Floats:
        """How well each of `cues` fits each of the contents `spans`, [spans, cues]."""
        return self._score("content", 1, spans, cues, near)

    def source(self, spans: NDArray[np.int64], cues: NDArray[np.int64], near: NDArray[np.int64]) -> Floats:
        """How well each of the sources `spans`, and last none, fits each of `cues`, [cues, spans + 1]."""
        none = self.vectors[cues[:, 0], len(LINKS) * LINK]
        return np.concatenate([self._score("source", 0, spans, cues, near).T, none[:, None]], axis=1)

    def _score(
        self, role: str, number: int, spans: NDArray[np.int64], cues: NDArray[np.int64], near: NDArray[np.int64]
    ) -> Floats:
        keys = self.part(f"{role}.start")[spans[:, 0]] + self.part(f"{role}.end")[spans[:, 1] - 1]
        score: Floats = (keys @ self.part(f"{role}.cue")[cues[:, 0]].T * SCALE).astype(np.float32)
        for feature, table in enumerate(self.near):
            score += table[number][near[..., feature]]
        return score


@dataclass(frozen=True, slots=True)
class Scores:
    """For each word of a page: `tags` [words, 2 levels, 7], `entities` [words, 5], its links, its `embedding`."""

    tags: Floats
    entities: Floats
    links: Links
    embedding: Floats


class Tagger:
    """One session of the trained encoder; what it says of a page depends on that page alone."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, tables: Mapping[str, Any]) -> None:
        self.session = session
        self.tokenizer = tokenizer
        self.transitions = np.array(tables["transitions"], dtype=np.float32)
        self.near = tuple(np.array(table, dtype=np.float32) for table in tables["near"])
        self.far = np.array(tables["far"], dtype=np.float32)
        self.confidence = tables.get("confidence")

    def read(self, cut: Pieces) -> Scores:
        """Score every word of a page that has at least one; a long page in windows that overlap by CONTEXT."""
        rows = [self._window(cut, core, window) for core, window in windows(cut)]
        tags, links, embedding = (np.concatenate(part) for part in zip(*rows, strict=True))
        levels = tags[:, : 2 * TAGS].reshape(-1, 2, TAGS)
        return Scores(levels, tags[:, 2 * TAGS :], Links(links, self.near), embedding)

    def _window(self, cut: Pieces, core: tuple[int, int], window: tuple[int, int]) -> list[Floats]:
        """One run for each window: dynamic quantization scales by the tensor, so a batch would change what is read."""
        bounds = np.append(cut.first, len(cut.ids))
        low, high = bounds[window[0]], bounds[window[1]]
        ids = np.concatenate([[tokens.START], cut.ids[low:high], [tokens.END]])
        features = np.pad(cut.features[low:high], ((1, 1), (0, 0)))
        made = self.session.run(None, {"ids": ids[None], "features": features[None]})
        at = cut.first[core[0] : core[1]] - low + 1
        return [part[0, at] for part in made]


def windows(cut: Pieces) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges of words that together are the page, each with the wider range it is read in."""
    bounds = np.append(cut.first, len(cut.ids))
    count, last = len(cut.first), int(bounds[-1])
    parts = 1 if last <= CORE + 2 * CONTEXT else -(-last // CORE)
    start = 0
    for number in range(1, parts + 1):
        end = count if number == parts else int(np.searchsorted(bounds, last * number / parts, side="right")) - 1
        wide = (
            int(np.searchsorted(bounds, bounds[start] - CONTEXT)),
            int(np.searchsorted(bounds, bounds[end] + CONTEXT, side="right")) - 1,
        )
        if end > start:
            yield (start, end), (wide[0], min(wide[1], count))
        start = max(start, end)


@cache
def tagger(threads: int = 0) -> Tagger:
    """The tagger whose weights ship with the program, on `threads` (0: one for each core)."""
    return load(folder(), threads)


def load(place: Path, threads: int = 0) -> Tagger:
    """The tagger whose `reader.onnx`, `tokenizer.json` and `reader.json` lie in `place`."""
    with held_back():
        import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(place / WEIGHTS), options, providers=["CPUExecutionProvider"])
    return Tagger(session, tokenizer(place), json.loads((place / "reader.json").read_text(encoding="utf8")))


def folder() -> Path:
    """Where the shipped reader lies."""
    return resource(f"reader/{WEIGHTS}").parent


def tokenizer(place: Path) -> Tokenizer:
    """That of the folder `place`, without the truncation that a sentence encoder comes with."""
    with held_back():
        from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(place / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


@cache
def fingerprint() -> str:
    """The SHA-256 of the weights."""
    return sha256((folder() / WEIGHTS).read_bytes()).hexdigest()
