"""The shipped weights as training knows them: `python -m training.restore TO [--place data/reader]`.

Writes TO, to begin with (`training.folds … --start TO`): to learn on from what ships, whose weights of training nobody
kept. What was rounded to bytes stays rounded; copies of loud channels (`loud`) are left out, as all that they say
stands in the first.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from provenance.encoder.labels import WIDTH
from provenance.extraction.parser.heads import NODES, POINTERS
from provenance.extraction.parser.pairs import PAIR
from training.encoder import INNER, LAYERS, POSITIONS
from training.summed import taken_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from torch import Tensor

    Held = Mapping[str, NDArray[np.float32]]

PARTS = ("query", "key", "value")
FEATURES = "pointers.features"


def held(path: Path) -> Held:
    """The weights of a model, by the names that they had; of a product without one, by its node's."""
    graph = onnx.load(str(path)).graph
    found = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for node in graph.node:
        if node.op_type in ("MatMul", "Gemm") and node.input[1].startswith("onnx::"):
            weight = found[node.input[1]]
            found[f"{'.'.join(node.name.strip('/').split('/')[:-1])}.weight"] = weight.T
    return found


def encoder(found: Held) -> dict[str, NDArray[np.float32]]:
    """Of the encoder and the heads of words."""
    made = {name: values for name, values in found.items() if ".features." in name or ".normal." in name}
    made["encoder.words.weight"] = found["encoder.words.numbers"] * found["encoder.words.scale"]
    made["encoder.places.weight"] = found["encoder.places"][:POSITIONS]  # with the one kind of pieces added
    made["encoder.kind"] = np.zeros(WIDTH, np.float32)
    for number in range(LAYERS):
        at = f"encoder.layers.{number}"
        parts = [_product(found, f"{at}.{part}", WIDTH, WIDTH) for part in PARTS]
        made[f"{at}.attend.weight"] = np.concatenate([weight for weight, _ in parts])
        made[f"{at}.attend.bias"] = np.concatenate([bias for _, bias in parts])
        for part, inputs, outputs in (("gather", WIDTH, WIDTH), ("widen", WIDTH, INNER), ("narrow", INNER, WIDTH)):
            made[f"{at}.{part}.weight"], made[f"{at}.{part}.bias"] = _product(found, f"{at}.{part}", inputs, outputs)
        for part in ("after_attention", "after_inner"):
            made |= {f"{at}.{part}.{kind}": found[f"{at}.{part}.{kind}"] for kind in ("weight", "bias")}
    for part in ("scores", "hidden", "links"):
        name = f"reader.{part}.1"
        outputs = len(found[f"{name}.bias"])
        inputs = len(found["reader.hidden.1.bias"]) if part == "links" else WIDTH
        made[f"{part}.weight"], made[f"{part}.bias"] = _product(found, name, inputs, outputs)
    return made


def _product(found: Held, name: str, inputs: int, outputs: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    weight = found[f"{name}.weight"].astype(np.float32) * found[f"{name}.scale"]
    return weight[:inputs, :outputs].T, found[f"{name}.bias"][:outputs]


def single(found: Held) -> dict[str, NDArray[np.float32]]:
    """`found`, its tables of features of pairs that were summed taken apart."""
    summed = sorted(name for name in found if name.startswith(f"{FEATURES}.tables."))
    apart = taken_apart([torch.from_numpy(found[name].copy()) for name in summed], PAIR)
    kept = {name: values for name, values in found.items() if not name.startswith(f"{FEATURES}.")}
    return kept | {f"{FEATURES}.{number}.weight": table.numpy() for number, table in enumerate(apart)}


def tables(place: Path) -> dict[str, NDArray[np.float32]]:
    """What lies beside the models."""
    kept = json.loads((place / "reader.json").read_text(encoding="utf8"))
    embedding = np.load(place / "embedding.npy").astype(np.float32)
    near = {f"near.{number}": np.array(table, np.float32) for number, table in enumerate(kept["near"])}
    return near | {
        "transitions": np.array(kept["transitions"], np.float32),
        "embedding.weight": embedding[:-1].T, "embedding.bias": embedding[-1],
    }  # fmt: skip


def restored(place: Path) -> dict[str, Tensor]:
    """All weights of the reader that lies in `place`, by the names of `training.model`."""
    heads = held(place / NODES) | held(place / POINTERS)
    found = encoder(held(place / "reader.onnx")) | tables(place)
    found |= {name: values for name, values in heads.items() if name.startswith(("nodes.", "pointers."))}
    found = single(found)
    return {name: torch.from_numpy(np.array(values, np.float32)) for name, values in found.items()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.restore", description=__doc__)
    parser.add_argument("to", type=Path)
    parser.add_argument("--place", type=Path, default=Path("data/reader"))
    given = parser.parse_args()
    torch.save(restored(given.place), given.to)
