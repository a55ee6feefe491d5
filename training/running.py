"""Trained weights in place of the exported ones: the same texts through torch, for reading what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from provenance.documents.segmentation import segment
from provenance.encoder.encoded import Encoded, WordScores
from provenance.encoder.encoder import window_of
from provenance.encoder.labels import LEVELS, OUTPUTS, TAGS
from provenance.encoder.links import Links
from provenance.encoder.tables import Tables
from provenance.encoder.tokens import tokenize
from provenance.encoder.windows import windows
from provenance.extraction.parser.heads import Described

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer
    from torch import Tensor

    from training.model import Reader

    Array = NDArray[Any]


class Running:
    """An encoder and the heads above it, as `provenance` knows them."""

    def __init__(self, reader: Reader, tokenizer: Tokenizer, device: str) -> None:
        self._reader, self._tokenizer, self._device = reader.eval().to(device), tokenizer, device
        self._tables = tables(reader)

    @torch.inference_mode()
    def encode(self, text: str) -> Encoded:
        page = segment(text)
        tokens = tokenize(page, self._tokenizer)
        sizes = [*list(OUTPUTS.values())[:2], self._reader.embedding.in_features]
        scores, links, states = (np.empty((len(tokens), size), np.float32) for size in sizes)
        for core, window in windows(tokens) if len(tokens) else ():
            ids, features, at = window_of(tokens, core, window)
            seen = torch.ones(1, len(ids), dtype=torch.bool, device=self._device)
            made = self._reader(self._put(ids, torch.long), self._put(features, torch.long), seen)
            for whole, part in zip((scores, links, states), made, strict=True):
                whole[slice(*core)] = part[0, torch.from_numpy(at)].float().cpu().numpy()
        words = WordScores(scores.reshape(-1, LEVELS, TAGS))
        return Encoded(page, tokens, words, Links(links, self._tables.near), states, self._tables)

    @torch.inference_mode()
    def describe(self, mentions: Array, statements: Array, of_mentions: Array, of_statements: Array, apart: Array
                 ) -> Described:  # fmt: skip
        seen = torch.ones(1, len(mentions) + len(statements), dtype=torch.bool, device=self._device)
        made = self._reader.nodes(
            self._put(mentions, torch.float), self._put(statements, torch.float), self._put(of_mentions, torch.int),
            self._put(of_statements, torch.int), self._put(apart, torch.int), seen,
        )  # fmt: skip
        return Described(*(one[0].float().cpu().numpy() for one in made))

    @torch.inference_mode()
    def point(self, mentions: Array, by: Array, of: Array, asked: Array, pairs: Array) -> tuple[Array, Array]:
        made = self._reader.pointers(
            self._put(mentions, torch.float), self._put(by, torch.float), self._put(of, torch.float),
            self._put(asked, torch.long), self._put(pairs, torch.int),
        )  # fmt: skip
        scores, relation = (one[0].float().cpu().numpy() for one in made)
        return scores, relation

    def _put(self, values: Array, kind: torch.dtype) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(values)).to(self._device).to(kind)[None]


def tables(reader: Reader) -> Tables:
    """The small tables beside the weights."""
    layer = reader.embedding
    return Tables(
        _array(reader.transitions),
        tuple(_array(table) for table in reader.near),
        np.concatenate([_array(layer.weight).T, _array(layer.bias)[None]]),
        None,
    )


def _array(values: Tensor) -> Array:
    made: Array = values.detach().float().cpu().numpy()
    return made
