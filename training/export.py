"""Write the trained reader for the program: `python -m training.export WORK [--to data/reader] [--float]`.

ONNX as `fused` has it, weights in 8 bits (one scale for each output channel), the heads above (`heads`), the tokenizer,
and the small tables. What calibration wrote into the tables before is dropped: it belonged to other weights.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from provenance.encoder.labels import OUTPUTS
from provenance.encoder.session import INPUTS
from provenance.encoder.tokens import END, FEATURES, START
from provenance.encoder.windows import CONTEXT, CORE
from training import heads
from training.encoder import MODEL, pretrained
from training.fused import Fused, Plain
from training.loud import reaches
from training.model import Reader
from training.operators import DOMAIN, OPSET
from training.running import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGES = 40
"""How many prepared pages tell which channels are loud."""


def load(path: Path) -> Reader:
    held = torch.load(path, map_location="cpu")
    known = sum(name.startswith("encoder.features.") for name in held)
    reader = Reader(pretrained(FEATURES[:known]))
    reader.load_state_dict(held)
    return reader.eval()


def openings(pages: Sequence[dict[str, Any]]) -> Iterator[tuple[Tensor, Tensor]]:
    """The first window of each of `pages`."""
    for page in pages:
        ids, features = (torch.as_tensor(page[name]).long()[: CORE + 2 * CONTEXT] for name in ("ids", "features"))
        edge = torch.zeros(1, features.shape[1], dtype=torch.long)
        yield torch.cat([torch.tensor([START]), ids, torch.tensor([END])]), torch.cat([edge, features, edge])


def write(model: nn.Module, to: Path, features: int) -> None:
    """`model`, which takes so many `features` of a piece, as ONNX, simplified so that loading does nothing more."""
    names = list(OUTPUTS)
    example = (torch.full((1, 7), 1000), torch.zeros(1, 7, features, dtype=torch.long), torch.tensor([1, 2, 4]))
    axes = {"ids": {1: "pieces"}, "features": {1: "pieces"}} | {name: {0: "words"} for name in ("at", *names)}
    plain = to.with_suffix(".plain.onnx")
    torch.onnx.export(
        model.eval(), example, str(plain), input_names=list(INPUTS), output_names=names,
        dynamic_axes=axes, opset_version=OPSET, custom_opsets={DOMAIN: 1}, dynamo=False,
    )  # fmt: skip
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(to)
    onnxruntime.InferenceSession(str(plain), options, providers=["CPUExecutionProvider"])
    plain.unlink()


def main(work: Path, to: Path, *, whole: bool) -> None:
    reader = load(work / "reader.pt")
    to.mkdir(parents=True, exist_ok=True)
    loud = reaches(reader, openings(torch.load(work.parent / "pages.pt", weights_only=False)[:PAGES]))
    write(Plain(reader) if whole else Fused(reader, loud), to / "reader.onnx", len(reader.encoder.features))
    shutil.copy(MODEL / "tokenizer.json", to / "tokenizer.json")
    heads.export(reader, to)
    found = tables(reader)
    np.save(to / "embedding.npy", found.embedding.astype(np.float16))
    kept = {"transitions": rounded(reader.transitions), "near": [rounded(table) for table in reader.near]}
    (to / "reader.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")
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
