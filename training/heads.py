"""The heads above the words as two small models: `nodes.onnx` and `pointers.onnx`, not quantized."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from provenance.encoder.labels import WIDTH
from provenance.extraction.parser.features import MENTION, STATEMENT
from provenance.extraction.parser.heads import NODE, NODES, POINTERS, Described
from provenance.extraction.parser.pairs import PAIR
from training.operators import OPSET
from training.summed import Summed

if TYPE_CHECKING:
    from pathlib import Path

    from training.model import Reader


class _Nodes(nn.Module):
    """The nodes of one page, all of which are there."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.nodes = reader.nodes

    def forward(self, mentions: Tensor, statements: Tensor, of_mentions: Tensor, of_statements: Tensor, apart: Tensor
                ) -> tuple[Tensor, ...]:  # fmt: skip
        seen = torch.ones_like(apart[:1], dtype=torch.bool)
        inputs = (mentions, statements, of_mentions.int(), of_statements.int(), apart.int())
        return tuple(part[0] for part in self.nodes(*(value[None] for value in inputs), seen))


class _Pointers(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.pointers = deepcopy(reader.pointers)
        self.pointers.features = Summed(reader.pointers.features, PAIR)

    def forward(self, mentions: Tensor, by: Tensor, of: Tensor, asked: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor]:
        return self.pointers(mentions, by, of, asked, pairs)


def export(reader: Reader, to: Path) -> None:
    """Write both into the folder `to`."""
    small = {"dtype": torch.uint8}
    nodes = (
        torch.randn(5, 3 * WIDTH), torch.randn(3, 6 * WIDTH), torch.zeros(5, len(MENTION), **small),
        torch.zeros(3, len(STATEMENT), **small), torch.zeros(8, 8, **small),
    )  # fmt: skip
    _write(_Nodes(reader).eval(), nodes, to / NODES,
           ["mentions", "statements", "of_mentions", "of_statements", "apart"], [*Described._fields])  # fmt: skip
    pointers = (
        torch.randn(5, NODE), torch.randn(4, NODE), torch.randn(4, NODE), torch.zeros(4, dtype=torch.long),
        torch.zeros(4, 5, len(PAIR), **small),
    )  # fmt: skip
    _write(_Pointers(reader).eval(), pointers, to / POINTERS, ["mentions", "by", "of", "asked", "pairs"],
           ["scores", "relation"])  # fmt: skip


def _write(module: nn.Module, example: tuple[Tensor, ...], to: Path, inputs: list[str], outputs: list[str]) -> None:
    axes = {name: {0: f"{name} 0"} for name in (*inputs, *outputs)}
    axes |= {name: {0: f"{name} 0", 1: f"{name} 1"} for name in ("apart", "pairs", "scores") if name in axes}
    torch.onnx.export(module, example, str(to), input_names=inputs, output_names=outputs, dynamic_axes=axes,
                      opset_version=OPSET, dynamo=False)  # fmt: skip
