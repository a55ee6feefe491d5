"""Weights that are not what `labels` says are not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from provenance.encoder import session
from provenance.encoder.encoder import folder
from provenance.encoder.labels import OUTPUTS
from provenance.encoder.session import Session
from provenance.encoder.tokens import FEATURES
from provenance.errors import ExtractorError

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_weights_have_the_outputs_of_the_labels() -> None:
    Session(folder(), 1)


@pytest.mark.parametrize("other", [OUTPUTS | {"links": 9}, {"tags": 19, **OUTPUTS}, {"scores": OUTPUTS["scores"]}])
def test_a_model_with_other_outputs_is_not_used(other: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "OUTPUTS", other)
    with pytest.raises(ExtractorError, match=r"reader\.onnx: a model with the outputs .*'states': 384.*, not "):
        Session(folder(), 1)


def test_a_model_with_other_inputs_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "INPUTS", ("ids", "features"))
    with pytest.raises(ExtractorError, match=r"reader\.onnx: a model with the inputs .*'at'\], not "):
        Session(folder(), 1)


def test_damaged_weights_are_named(tmp_path: Path) -> None:
    (tmp_path / "reader.onnx").write_bytes(b"no model")
    with pytest.raises(ExtractorError, match=r"reader\.onnx: no model that can be loaded"):
        Session(tmp_path, 1)


def test_no_more_threads_than_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    import onnxruntime

    asked: list[int] = []
    made = onnxruntime.InferenceSession

    def opened(path: str, options: onnxruntime.SessionOptions, **more: object) -> onnxruntime.InferenceSession:
        asked.append(options.intra_op_num_threads)
        return made(path, options, **more)

    monkeypatch.setattr(onnxruntime, "InferenceSession", opened)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    for threads in (0, 1, 10**12):
        Session(folder(), threads)
    assert asked == [0, 1, 2]


def test_features_that_the_weights_do_not_know_change_nothing() -> None:
    loaded = Session(folder(), 1)
    ids, at = np.array([101, 2000, 3000, 102]), np.array([1, 2])
    known = np.zeros((4, len(FEATURES)), dtype=np.int64)
    wide = np.pad(known, ((0, 0), (0, 3)), constant_values=1)
    assert all(np.array_equal(a, b) for a, b in zip(loaded.run(ids, known, at), loaded.run(ids, wide, at), strict=True))
