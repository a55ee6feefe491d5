"""Loud channels: a few numbers, far greater than all others, which leave these too few of the 256 steps of a byte.

Each is given in copies that share it, until none is louder than the LOUDth loudest was (splitting outlier channels:
Zhao et al. 2019). The product stays what it was: a weight is multiplied by every copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from training.model import Reader

LOUD = 5


def reaches(reader: Reader, windows: Iterable[tuple[Tensor, Tensor]]) -> Mapping[str, Tensor]:
    """The greatest absolute value of each channel that each linear layer of `reader` is given; by the layer's name.

    `windows` are pieces [length] and features [length, one for each].
    """
    found: dict[str, Tensor] = {}

    def hear(name: str, given: Tensor) -> None:
        loudest = given.abs().flatten(0, -2).amax(0)
        found[name] = torch.maximum(found.get(name, loudest), loudest)

    hooks = [
        part.register_forward_pre_hook(lambda _, given, name=name: hear(name, given[0]))
        for name, part in reader.named_modules()
        if isinstance(part, nn.Linear)
    ]
    with torch.inference_mode():
        for ids, features in windows:
            reader(ids[None], features[None], torch.ones_like(ids, dtype=torch.bool)[None])
    for hook in hooks:
        hook.remove()
    return found


def copied(reach: Tensor) -> tuple[Tensor, Tensor]:
    """Which channels to give, all once and then loud ones again, even in number; and each one's share."""
    copies = (reach / reach.sort(descending=True).values[LOUD - 1]).ceil().clamp(min=1).long()
    copies[reach.argmax()] += copies.sum() % 2
    channels = torch.arange(len(reach))
    index = torch.cat([channels, channels.repeat_interleave(copies - 1)])
    return index, 1 / copies[index]


class Shared(nn.Module):
    """Channels [..., channels] → [..., those of `copied`]."""

    def __init__(self, reach: Tensor) -> None:
        super().__init__()
        self.index, share = copied(reach)
        self.share, self.more = nn.Buffer(share[: len(reach)]), nn.Buffer(self.index[len(reach) :])

    def forward(self, states: Tensor) -> Tensor:
        shared = states * self.share
        return torch.cat([shared, shared.index_select(-1, self.more)], -1)
