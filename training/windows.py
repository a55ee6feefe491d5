"""Articles in batches: whole ones, cut into windows that the encoder reads, elsewhere in every epoch."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from provenance.encoder.tokens import END, START
from provenance.encoder.windows import CONTEXT, CORE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LENGTH = CORE + 2 * CONTEXT  # pieces, without [CLS] and [SEP]
UNKNOWN = -1
FILL = {
    "outer.source.target": UNKNOWN, "outer.content.target": UNKNOWN, "inner.source.target": UNKNOWN,
    "inner.content.target": UNKNOWN, "mention.kind": UNKNOWN, "mention.naming": UNKNOWN, "statement.stance": UNKNOWN,
    "query.relation": UNKNOWN,
}  # fmt: skip
COUNTED = {
    "mention": "mention", "cue": "statement", "query.asked": "query", "taught.spans": "taught",
    "outer.cue": "outer.cue", "outer.source": "outer.source", "inner.cue": "inner.cue", "inner.source": "inner.source",
}  # fmt: skip
"""Of what lists are padded, and under which name it is told which of their rows are real."""
APART = frozenset({"ids", "features", "first", "paragraph", "levels", "apart", "query.right", "query.able"})
"""What of a page is not padded like the rest: it is cut into windows, laid out by node, or not needed."""


def windows(page: dict[str, Any], offset: int) -> Iterator[tuple[int, int]]:
    """Ranges of whole words of `page` that fill LENGTH pieces each, the first only `offset` pieces long."""
    bounds = [*page["first"].tolist(), len(page["ids"])]
    start, room = 0, offset or LENGTH
    while start < len(bounds) - 1:
        end = start + 1
        while end < len(bounds) - 1 and bounds[end + 1] - bounds[start] <= room:
            end += 1
        yield start, end
        start, room = end, LENGTH


def batches(pages: Sequence[dict[str, Any]], words: int, seed: int) -> Iterator[list[dict[str, Any]]]:
    """Every page once, in random order, in batches of pages of like length, at most `words` words each."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    order = sorted(pages, key=lambda page: len(page["first"]) * chance.uniform(0.8, 1.25))
    made: list[list[dict[str, Any]]] = [[]]
    for page in order:
        if made[-1] and (len(made[-1]) + 1) * max(len(one["first"]) for one in [*made[-1], page]) > words:
            made.append([])
        made[-1].append(page)
    chance.shuffle(made)
    yield from made


def tensors(batch: Sequence[dict[str, Any]], seed: int) -> dict[str, Any]:
    """One batch, padded; `window` says for each word of a window which word it is of all in the padded articles."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    most = max(len(page["first"]) for page in batch)
    whole = [name for name, value in batch[0].items() if isinstance(value, Tensor) and name not in APART]
    made = {name: padded([page[name] for page in batch], FILL.get(name, 0)) for name in whole}
    made["levels"] = torch.stack([page["levels"] for page in batch])
    for of, name in COUNTED.items():
        made[f"{name}.seen"] = padded([torch.ones(len(page[of]), dtype=torch.bool) for page in batch], 0)
    mentions, statements, queries = (made[name].shape[1] for name in ("mention", "cue", "query.asked"))
    for name in ("query.right", "query.able"):
        made[name] = _answers([page[name] for page in batch], queries, mentions)
    made["apart"] = _apart(batch, mentions, statements)
    cut = [(number, page, *ends) for number, page in enumerate(batch)
           for ends in windows(page, chance.randrange(LENGTH // 2, LENGTH))]  # fmt: skip
    rows = [_window(page, start, end) for _, page, start, end in cut]
    for name in ("ids", "features", "first"):
        made[name] = padded([row[name] for row in rows], 0)
    made["visible"] = padded([torch.ones(len(row["ids"]), dtype=torch.bool) for row in rows], 0)
    made["window"] = padded([torch.arange(start, end) + number * most for number, _, start, end in cut], 0)
    made["window.seen"] = padded([torch.ones(end - start, dtype=torch.bool) for _, _, start, end in cut], 0)
    made["window.page"] = torch.tensor([number for number, *_ in cut])
    made["place"] = padded(list(_places(cut, len(batch), made["first"].shape[1])), 0)
    return made


def words_of(states: Tensor, batch: dict[str, Any]) -> Tensor:
    """What the encoder made of windows [windows, pieces, width], as [articles, words, width]."""
    first = states.gather(1, batch["first"][..., None].expand(-1, -1, states.shape[-1]))
    return first.flatten(0, 1)[batch["place"]]


def padded(values: Sequence[Tensor], fill: int) -> Tensor:
    """Stacked, each dimension filled up to the largest."""
    size = [max(value.shape[axis] for value in values) for axis in range(values[0].dim())]
    kind = torch.long if values[0].dtype in (torch.int32, torch.int64) else values[0].dtype
    made = torch.full((len(values), *size), fill, dtype=kind)
    for number, value in enumerate(values):
        made[(number, *(slice(0, length) for length in value.shape))] = value
    return made


def _answers(values: Sequence[Tensor], queries: int, mentions: int) -> Tensor:
    """Padded, the column for none kept last, and true for queries that are not there."""
    made = torch.zeros(len(values), queries, mentions + 1, dtype=torch.bool)
    for number, value in enumerate(values):
        rows, columns = value.shape
        made[number, :rows, : columns - 1] = value[:, :-1]
        made[number, :rows, -1] = value[:, -1]
        made[number, rows:, -1] = True
    return made


def _apart(batch: Sequence[dict[str, Any]], mentions: int, statements: int) -> Tensor:
    """How far apart all nodes are: mentions, filled up to so many, then statements."""
    made = torch.zeros(len(batch), mentions + statements, mentions + statements, dtype=torch.uint8)
    for number, page in enumerate(batch):
        at = torch.cat([torch.arange(len(page["mention"])), mentions + torch.arange(len(page["cue"]))])
        made[number, at[:, None], at[None]] = page["apart"]
    return made


def _places(cut: Sequence[tuple[int, dict[str, Any], int, int]], count: int, width: int) -> Iterator[Tensor]:
    """For each article where its words lie among the first pieces of all windows."""
    rows: list[list[Tensor]] = [[] for _ in range(count)]
    for number, (page, _, start, end) in enumerate(cut):
        rows[page].append(torch.arange(end - start) + number * width)
    yield from (torch.cat(row) for row in rows)


def _window(page: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    bounds = [*page["first"].tolist(), len(page["ids"])]
    low, high = bounds[start], bounds[end]
    edge = torch.zeros(1, page["features"].shape[1], dtype=torch.long)
    return {
        "ids": torch.cat([torch.tensor([START]), page["ids"][low:high].long(), torch.tensor([END])]),
        "features": torch.cat([edge, page["features"][low:high].long(), edge]),
        "first": page["first"][start:end].long() - low + 1,
    }
