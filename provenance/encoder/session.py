"""The weights, run on one window at a time; held to the outputs that `labels` names before they are used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from provenance.encoder.labels import OUTPUTS
from provenance.errors import ExtractorError
from provenance.interrupts import held_back

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WEIGHTS = "reader.onnx"
INPUTS = ("ids", "features", "at")
"""The pieces of a window [1, pieces], their features [1, pieces, one for each], and which pieces to tell of [words]."""


class Session:
    """One onnxruntime session of the weights in the folder `place`.

    `threads` is how many it runs on, 0 for one on each core; never more than there are cores. Raises ExtractorError
    where the weights do not load, or have other inputs than INPUTS or outputs than OUTPUTS.
    """

    def __init__(self, place: Path, threads: int) -> None:
        self._session = opened(place / WEIGHTS, threads)
        _check(place / WEIGHTS, self._session)
        self._width = next(one.shape[-1] for one in self._session.get_inputs() if one.name == "features")

    def run(self, ids: NDArray[np.int64], features: NDArray[np.int64], at: NDArray[np.int64]) -> list[Floats]:
        """Each of OUTPUTS for the pieces `at` of one window, [words, numbers]; of `features` those the weights know.

        One window a run: dynamic quantization scales by the tensor, so a batch would change what is read.
        """
        given = dict(zip(INPUTS, (ids[None], features[None, :, : self._width], at), strict=True))
        made: list[Floats] = self._session.run(list(OUTPUTS), given)
        return made


def opened(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """The model in the file `path`. Raises ExtractorError where it does not load."""
    with held_back():
        import onnxruntime
        from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidGraph, InvalidProtobuf, NoSuchFile

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(threads, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # beside others it waits for cores
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC  # what is more was exported
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (Fail, InvalidGraph, InvalidProtobuf, NoSuchFile) as error:
        raise ExtractorError(f"{path}: no model that can be loaded: install the program again ({error})") from error


def _check(path: Path, session: onnxruntime.InferenceSession) -> None:
    found = {output.name: output.shape[-1] for output in session.get_outputs()}
    taken = [one.name for one in session.get_inputs()]
    if taken != list(INPUTS):
        raise ExtractorError(f"{path}: a model with the inputs {taken}, not {[*INPUTS]}: export it again (training/)")
    if found != OUTPUTS:
        raise ExtractorError(f"{path}: a model with the outputs {found}, not {OUTPUTS}: export it again (training/)")
