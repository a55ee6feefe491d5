"""Which pages each epoch learns from.

Those with whole chains, as they are and with names exchanged in turn, and a part of those of spans alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import torch

from training.pages import finished
from training.teach import taught, untaught

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Page = dict[str, Any]

VARIANTS = 4


@dataclass(frozen=True)
class Lessons:
    """The pages of the folder `work` for which `is_learnt` says so.

    `parts`: into how many parts the articles of spans alone are divided, one an epoch.
    """

    work: Path
    is_learnt: Callable[[Page], bool]
    device: str
    parts: int = 4

    @cached_property
    def plain(self) -> list[Page]:
        """As they are, with what the frozen encoder makes of their contents."""
        made = [finished(page) for page in self._read("pages.pt")]
        taught(made, self.device)
        return made

    def __call__(self, epoch: int) -> list[Page]:
        """The pages of an epoch, from 0."""
        spans = [page for page in self.plain if not page["levels"][1]][epoch % self.parts :: self.parts]
        variant = self.work / f"variant-{epoch // 2 % VARIANTS}.pt"
        if epoch % 2 and variant.exists():
            return [*spans, *(untaught(finished(page)) for page in self._read(variant.name))]
        return [*spans, *(page for page in self.plain if page["levels"][1])]

    def _read(self, name: str) -> list[Page]:
        return [page for page in torch.load(self.work / name, weights_only=False) if self.is_learnt(page)]
