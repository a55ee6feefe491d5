"""Weights as signed bytes that every processor multiplies alike.

On x86 without VNNI, onnxruntime multiplies unsigned by signed bytes with VPMADDUBSW, which adds the products of two
neighbours and saturates at 16 bits: the same model then reads differently there (its documentation, "Quantize ONNX
models", on U8S8). Two neighbours of one sign whose sum is at most 128 never get there, since 255 · 128 < 2¹⁵. So the
scale of a channel is the least at which all of its neighbours keep to that. Unsigned weights would be safe too, but
are multiplied at less than half the speed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Bytes = NDArray[np.int8]

GREATEST, TOGETHER = 127, 128


def narrow(weight: Floats) -> tuple[Bytes, Floats]:
    """`weight` [channels, inputs] as bytes of the same form, and the scale of each channel; `inputs` is even."""
    pairs = weight.reshape(len(weight), -1, 2)
    sums = np.maximum(np.maximum(pairs, 0).sum(2), -np.minimum(pairs, 0).sum(2)).max(1)
    scale = _scale(np.maximum(np.abs(weight).max(1) / GREATEST, sums / (TOGETHER - 1)))  # two halves may round up
    return _rounded(weight, scale[:, None]), scale


def narrow_rows(table: Floats) -> tuple[Bytes, Floats]:
    """`table` [rows, numbers], which nothing multiplies, as bytes of the same form, and the scale of each row."""
    scale = _scale(np.abs(table).max(1, keepdims=True) / GREATEST)
    return _rounded(table, scale), scale


def _scale(least: Floats) -> Floats:
    return np.where(least > 0, least, 1).astype(np.float32)


def _rounded(numbers: Floats, scale: Floats) -> Bytes:
    return np.rint(numbers / scale).astype(np.int8)
