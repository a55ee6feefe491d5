"""Write the trained reader for the program: `python -m training.export WORK [--to data/reader] [--float]`.

ONNX with dynamic 8-bit weights (one scale for each output channel; unsigned, see `unsigned`), the tokenizer, and the
small tables as JSON. What calibration wrote into the tables before is dropped: it belonged to other weights.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from provenance.encoder.labels import OUTPUTS
from provenance.encoder.tokens import FEATURES
from training.encoder import MODEL
from training.model import Reader
from training.unsigned import unsigned

NAMES = list(OUTPUTS)


class Exported(nn.Module):
    """The reader on whole windows: every piece is visible."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.reader(ids, features, torch.ones_like(ids, dtype=torch.bool))[:3]


def load(path: Path) -> Reader:
    reader = Reader()
    reader.load_state_dict(torch.load(path, map_location="cpu"))
    return reader.eval()


def main(work: Path, to: Path, *, whole: bool) -> None:
    reader = load(work / "reader.pt")
    plain = work / "reader.onnx"
    example = (torch.full((1, 7), 1000), torch.zeros(1, 7, len(FEATURES), dtype=torch.long))
    axes = {name: {1: "pieces"} for name in ("ids", "features", *NAMES)}
    torch.onnx.export(
        Exported(reader), example, str(plain), input_names=["ids", "features"], output_names=NAMES,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    to.mkdir(parents=True, exist_ok=True)
    if whole:
        shutil.copy(plain, to / "reader.onnx")
    else:
        prepared = work / "prepared.onnx"
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(to / "reader.onnx"), per_channel=True, weight_type=QuantType.QInt8)
        onnx.save(unsigned(onnx.load(to / "reader.onnx")), to / "reader.onnx")
    shutil.copy(MODEL / "tokenizer.json", to / "tokenizer.json")
    tables = {
        "transitions": rounded(reader.transitions),
        "near": [rounded(table) for table in reader.near],
        "far": rounded(reader.far),
    }
    (to / "reader.json").write_text(json.dumps(tables, indent=1) + "\n", encoding="utf8")
    print(f"{to / 'reader.onnx'}: {(to / 'reader.onnx').stat().st_size / 1e6:.1f} MB")


def rounded(table: Tensor) -> list[object]:
    return json.loads(json.dumps((table.detach().double() * 1e4).round().div(1e4).tolist()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--to", type=Path, default=Path("data/reader"))
    parser.add_argument("--float", action="store_true", dest="whole", help="do not quantize")
    options = parser.parse_args()
    main(options.work, options.to, whole=options.whole)
