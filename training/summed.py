"""Tables of features that follow one another as one table of their sums: the same answers from fewer rows."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_ROWS = 400
"""Of one table, for each thing asked for."""


class Summed(nn.Module):
    """What `tables` add up to, each of `sizes` rows for each of as many things `asked` for as it has such rows."""

    def __init__(self, tables: Sequence[nn.Embedding], sizes: Sequence[int]) -> None:
        super().__init__()
        parts = list(_runs(sizes))
        self.tables = nn.ParameterList(_sums([tables[at].weight.view(-1, sizes[at], tables[at].embedding_dim)
                                              for at in part]) for part in parts)  # fmt: skip
        steps = torch.zeros(len(sizes), len(parts))  # as floats, which onnxruntime multiplies faster, and exactly
        for number, part in enumerate(parts):
            for at in part:
                steps[at, number] = prod(sizes[at + 1 : part[-1] + 1])
        self.steps = nn.Buffer(steps)
        self.rows = nn.Buffer(torch.tensor([float(prod(sizes[at] for at in part)) for part in parts]))

    def forward(self, values: Tensor, asked: Tensor) -> Tensor:
        """`values` [..., queries, mentions, features], `asked` [..., queries]."""
        at = (values.float() @ self.steps + asked.float()[..., None, None] * self.rows).int()
        made = self.tables[0][at[..., 0]]
        for number, table in enumerate(self.tables[1:], 1):
            made = made + table[at[..., number]]
        return made


def _runs(sizes: Sequence[int]) -> Iterator[range]:
    """Features whose values go together in at most MOST_ROWS ways, or one that has more."""
    start = 0
    for end in range(1, len(sizes) + 1):
        if end == len(sizes) or prod(sizes[start : end + 1]) > MOST_ROWS:
            yield range(start, end)
            start = end


def _sums(parts: Sequence[Tensor]) -> Tensor:
    """`parts` [asked, rows, numbers] as one table, the rows of the last going through fastest."""
    made, *others = parts
    for part in others:
        made = (made[:, :, None] + part[:, None]).flatten(1, 2)
    return made.detach().flatten(0, 1)


def taken_apart(tables: Sequence[Tensor], sizes: Sequence[int]) -> list[Tensor]:
    """For `tables` of Summed, tables of single features that add up to the same: the first of each has all of it."""
    made = []
    for table, part in zip(tables, _runs(sizes), strict=True):
        own = [sizes[at] for at in part]
        whole = table.view(-1, *own, table.shape[-1])
        for number, size in enumerate(own):
            alone = [0] * len(own)
            rows = torch.stack(
                [whole[(slice(None), *alone[:number], row, *alone[number + 1 :])] for row in range(size)], 1
            )
            made.append((rows if number == 0 else rows - rows[:, :1]).flatten(0, 1))
    return made
