"""The same weights as unsigned bytes, so that every processor reads the same: `python -m training.unsigned MODEL`.

On x86 without VNNI, onnxruntime multiplies unsigned by signed bytes with VPMADDUBSW, whose sums saturate at 16 bits:
the same model then reads differently there (onnxruntime's documentation, "Quantize ONNX models", on U8S8). Unsigned by
unsigned does not saturate. A weight w with zero point z and w + 128 with z + 128 are the same number.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

SHIFT = 128


def unsigned(model: onnx.ModelProto) -> onnx.ModelProto:
    """`model` with the signed weights of its integer products shifted to unsigned, in place."""
    products = [node for node in model.graph.node if node.op_type == "MatMulInteger"]
    weights = {name for node in products for name in (node.input[1], node.input[3])}
    for tensor in model.graph.initializer:
        if tensor.name in weights and tensor.data_type == onnx.TensorProto.INT8:
            shifted = (numpy_helper.to_array(tensor).astype(np.int16) + SHIFT).astype(np.uint8)
            tensor.CopyFrom(numpy_helper.from_array(shifted, tensor.name))
    return model


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    path = parser.parse_args().model
    onnx.save(unsigned(onnx.load(path)), path)
