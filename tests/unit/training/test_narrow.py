"""Weights in bytes: near what they were, and never so great that two products of neighbours leave 16 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from training.narrow import narrow, narrow_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

FLOATS = arrays(np.float32, (3, 8), elements=st.floats(-4, 4, width=32).filter(lambda x: x == 0 or abs(x) > 1e-6))


@given(FLOATS)
def test_no_sum_of_two_products_saturates(weight: NDArray[np.float32]) -> None:
    numbers = narrow(weight)[0].astype(np.int64).reshape(3, -1, 2)
    assert 255 * np.maximum(numbers, 0).sum(2).max() < 2**15
    assert 255 * np.minimum(numbers, 0).sum(2).min() >= -(2**15)


@given(FLOATS)
def test_each_weight_keeps_to_half_a_step(weight: NDArray[np.float32]) -> None:
    numbers, scale = narrow(weight)
    assert np.abs(numbers * scale[:, None] - weight).max() <= scale.max() * 0.501
    numbers, scale = narrow_rows(weight)
    assert np.abs(numbers * scale - weight).max() <= scale.max() * 0.501


def test_a_lone_weight_takes_the_whole_byte_and_two_neighbours_of_a_sign_share_it() -> None:
    numbers, scale = narrow(np.array([[1, 0, 0, -1], [1, 1, 0, 0], [1, -1, 0, 0], [0, 0, -1, -1]], dtype=np.float32))
    assert np.abs(numbers).max(1).tolist() == [127, 64, 127, 64]
    assert scale == pytest.approx([1 / 127, 2 / 127, 1 / 127, 2 / 127])


def test_a_channel_of_nothing_has_a_scale() -> None:
    numbers, scale = narrow(np.zeros((1, 4), dtype=np.float32))
    assert not numbers.any()
    assert scale.tolist() == [1]
