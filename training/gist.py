"""Teach `provenance.linking.gist`: statements that make one claim close together, others of their event apart.

By contrast with the other statements of the event (Khosla et al. 2020), and by whether each pair is one claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, normalize

from provenance.encoder.labels import WIDTH
from provenance.linking.gist import GIST
from provenance.linking.matching.closeness import COMMON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    Floats = NDArray[np.float32]

EPOCHS, PACE, DROPOUT = 12, 1e-3, 0.1
TEMPERATURE = 0.07
CONTEXT = 0.3
"""How much sentences count beside contents at the start."""
STAY = 0.05
"""What it costs to leave the start."""
PAIRS = 10.0
"""How much the pairs count beside the contrast."""


class Event(NamedTuple):
    """The statements of one event: what is mapped of each (`provenance.linking.gist.inputs`), and the claim it makes.

    Claims are numbers, below 0 for what the annotator does not have.
    """

    inputs: Floats
    claims: NDArray[np.int64]


def taught(events: Sequence[Event]) -> Floats:
    """The map [2 * WIDTH, GIST]; it starts from the directions in which contents differ most."""
    torch.manual_seed(0)
    everything = np.concatenate([one.inputs for one in events])
    layer = nn.Linear(2 * WIDTH, GIST, bias=False)
    start = torch.from_numpy(_start(everything[:, :WIDTH]))
    layer.weight.data = start.clone()
    scale = nn.Parameter(torch.tensor([8.0, -4.0]))
    found = torch.optim.Adam([{"params": layer.parameters(), "lr": PACE}, {"params": [scale], "lr": 20 * PACE}])
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for number in order.permutation(len(events)):
            inputs, claims = (torch.from_numpy(part) for part in events[number])
            near = _cosines(layer(nn.functional.dropout(inputs, DROPOUT)))
            loss = _loss(near, claims, scale) + STAY * ((layer.weight - start) ** 2).sum()
            found.zero_grad()
            loss.backward()
            found.step()
    made: Floats = layer.weight.detach().numpy().T
    return made


def _start(contents: Floats) -> Floats:
    centred = contents - contents.mean(axis=0)
    directions = np.linalg.svd(centred, full_matrices=False)[2][:GIST]
    directions /= (centred @ directions.T).std()
    return np.concatenate([directions, CONTEXT * directions], axis=1)


def _cosines(vectors: Tensor) -> Tensor:
    vectors = normalize(vectors - vectors.mean(dim=0) * COMMON, dim=-1)
    return vectors @ vectors.T


def _loss(near: Tensor, claims: Tensor, scale: Tensor) -> Tensor:
    others = ~torch.eye(len(claims), dtype=torch.bool)
    known = (claims >= 0)[:, None] & (claims >= 0) & others
    same = (claims[:, None] == claims) & known
    shares = (near / TEMPERATURE).masked_fill(~others, -torch.inf).log_softmax(dim=1).masked_fill(~others, 0.0)
    has = same.any(dim=1)
    contrast = -((shares * same).sum(dim=1)[has] / same.sum(dim=1)[has]).mean()
    pairs = binary_cross_entropy_with_logits(near[known] * scale[0] + scale[1], same[known].float())
    return contrast + PAIRS * pairs
