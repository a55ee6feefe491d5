"""The reader as it is exported: one window a run, whole nodes, and nothing computed that is not read."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from training.encoder import HEADS, WIDTH, Encoder, Layer
from training.loud import Shared, copied
from training.operators import Product, Table, attention

if TYPE_CHECKING:
    from collections.abc import Mapping

    from training.model import Reader

    Reaches = Mapping[str, Tensor]


class FusedLayer(nn.Module):
    """`Layer`, whose linear layers are given what `reaches` says by their names under `name`."""

    def __init__(self, layer: Layer, reaches: Reaches, name: str) -> None:
        super().__init__()
        self.attended, self.widened = Shared(reaches[f"{name}.attend"]), Shared(reaches[f"{name}.widen"])
        weights, biases = layer.attend.weight[:, self.attended.index].split(WIDTH), layer.attend.bias.split(WIDTH)
        self.query, self.key, self.value = (Product(*part) for part in zip(weights, biases, strict=True))
        self.gather = Product(layer.gather.weight, layer.gather.bias)
        inner, share = copied(reaches[f"{name}.narrow"])
        self.widen = Product(layer.widen.weight[inner][:, self.widened.index], layer.widen.bias[inner])
        self.share, self.narrow = nn.Buffer(share), Product(layer.narrow.weight[:, inner], layer.narrow.bias)
        self.after_attention, self.after_inner = layer.after_attention, layer.after_inner

    def forward(self, states: Tensor, at: Tensor | None = None) -> Tensor:
        """The states after this layer: of all pieces, or of those `at`, which attend to all."""
        attended = self.attended(states)
        own, asking = (states, attended) if at is None else (states[:, at], attended[:, at])
        seen = attention(self.query(asking), self.key(attended), self.value(attended), HEADS)
        own = self.after_attention(own + self.gather(seen))
        inner = nn.functional.gelu(self.widen(self.widened(own)))
        return self.after_inner(own + self.narrow(inner * self.share))


class FusedEncoder(nn.Module):
    """`Encoder` on one window, of which every piece is visible."""

    def __init__(self, encoder: Encoder, reaches: Reaches) -> None:
        super().__init__()
        self.words, self.normal = Table(encoder.words.weight), encoder.normal
        self.places = nn.Buffer((encoder.places.weight + encoder.kind).detach())
        self.features = encoder.features
        self.layers = nn.ModuleList(
            FusedLayer(layer, reaches, f"encoder.layers.{number}") for number, layer in enumerate(encoder.layers)
        )

    def forward(self, ids: Tensor, features: Tensor, at: Tensor) -> Tensor:
        """`ids` [1, length]; `features` [1, length, one for each]; `at` [words], the pieces whose states to give."""
        states = self.words(ids) + self.places[: ids.shape[1]]
        for number, table in enumerate(self.features):
            states = states + table(features[..., number])
        states = self.normal(states)
        for layer in self.layers[:-1]:
            states = layer(states)
        return self.layers[-1](states, at)


class Fused(nn.Module):
    """The heads of `reader`, whichever it has, over its encoder."""

    def __init__(self, reader: Reader, reaches: Reaches) -> None:
        super().__init__()
        self.encoder = FusedEncoder(reader.encoder, reaches)
        self.reader = deepcopy(reader)
        self.reader.encoder = nn.Identity()
        for name, part in list(self.reader.named_modules()):
            if isinstance(part, nn.Linear) and name in reaches:
                shared = Shared(reaches[name])
                product = Product(part.weight[:, shared.index], part.bias)
                self.reader.set_submodule(name, nn.Sequential(shared, product))

    def forward(self, ids: Tensor, features: Tensor, at: Tensor) -> tuple[Tensor, ...]:
        return self.reader.heads(self.encoder(ids, features, at)[0])


class Plain(nn.Module):
    """The same inputs and outputs in 32 bits, by the reader's own code: what quantization is compared with."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, features: Tensor, at: Tensor) -> tuple[Tensor, ...]:
        states = self.reader.encoder(ids, features, torch.ones_like(ids, dtype=torch.bool))
        return self.reader.heads(states[0, at])
