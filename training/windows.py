"""Windows of prepared pages, batched: random in training, so that every epoch cuts elsewhere."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from provenance.encoder.tokens import END, START
from provenance.encoder.windows import CONTEXT, CORE

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = CORE + 2 * CONTEXT  # pieces, without [CLS] and [SEP]
UNKNOWN = 255
LEVELS = ("outer", "inner")


def windows(page: dict[str, Any], offset: int) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Ranges of whole words of `page` that fill LENGTH pieces each, the first only `offset` pieces long."""
    bounds = [*page["first"].tolist(), len(page["ids"])]
    start, room = 0, offset or LENGTH
    while start < len(bounds) - 1:
        end = start + 1
        while end < len(bounds) - 1 and bounds[end + 1] - bounds[start] <= room:
            end += 1
        yield page, start, min(end, start + LENGTH)
        start, room = end, LENGTH


def batches(pages: list[dict[str, Any]], size: int, seed: int) -> Iterator[list[tuple[dict[str, Any], int, int]]]:
    """Every word of `pages` once, in batches of windows of like length, in random order."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    cut = [w for page in pages for w in windows(page, chance.randrange(LENGTH // 2, LENGTH))]
    chance.shuffle(cut)
    cut.sort(key=lambda w: (w[2] - w[1]) // 40)
    made = [cut[i : i + size] for i in range(0, len(cut), size)]
    chance.shuffle(made)
    yield from made


def tensors(batch: list[tuple[dict[str, Any], int, int]]) -> dict[str, Any]:
    """One batch as padded tensors, with the spans of each window, counted from its first word, under `pages`."""
    rows = [_window(*window) for window in batch]
    made: dict[str, Any] = {"pages": [row.pop("page") for row in rows]}
    fill = {"tags": 0, "head": -1, "entity": UNKNOWN}
    for name in rows[0]:
        made[name] = pad_sequence([row[name] for row in rows], batch_first=True, padding_value=fill.get(name, 0))
    made["visible"] = pad_sequence([torch.ones_like(row["ids"]) for row in rows], batch_first=True).bool()
    made["seen"] = pad_sequence([torch.ones_like(row["first"]) for row in rows], batch_first=True).bool()
    return made


def _window(page: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    bounds = [*page["first"].tolist(), len(page["ids"])]
    low, high = bounds[start], bounds[end]
    count = end - start
    edge = torch.zeros(1, page["features"].shape[1], dtype=torch.long)
    made = {
        "ids": torch.cat([torch.tensor([START]), page["ids"][low:high].long(), torch.tensor([END])]),
        "features": torch.cat([edge, page["features"][low:high].long(), edge]),
        "first": page["first"][start:end].long() - low + 1,
        "tags": torch.stack([page[level][start:end].long() for level in LEVELS], dim=1),
        "entity": page["entity"][start:end].long() if "entity" in page else torch.full((count,), UNKNOWN),
        "head": torch.full((count,), -1),
    }
    if "head" in page:
        head = page["head"][start:end].long() - start
        made["head"] = torch.where((head >= 0) & (head < count) & (page["head"][start:end] >= 0), head, -1)
    made["page"] = {"paragraph": page["paragraph"][start:end].long()}
    for level in LEVELS:
        _spans(page, level, start, end, made["page"])
    mentions = page.get("mentions", torch.zeros(0, 3)).long()
    mentions = mentions[(mentions[:, 0] >= start) & (mentions[:, 1] <= end)]
    made["page"]["mentions"] = mentions - torch.tensor([start, start, 0])
    return made


def _spans(page: dict[str, Any], level: str, start: int, end: int, into: dict[str, Tensor]) -> None:
    """The spans of one level inside the window, their links, and for each cue its source: its number, none, or -1."""
    places = {}
    for role in ("cue", "source", "content"):
        spans = page[f"{level}.{role}"].long()
        inside = (spans[:, 0] >= start) & (spans[:, 1] <= end)
        places[role] = torch.where(inside, inside.cumsum(0) - 1, -1)
        into[f"{level}.{role}"] = spans[inside] - start
        if role == "content" and level == "outer" and "taught" in page:
            into["taught"] = page["taught"][inside].float()
    for role in ("source", "content"):
        of = page[f"{level}.{role}.of"].long()
        into[f"{level}.{role}.of"] = torch.stack([places["cue"][of[:, 0]], places[role][of[:, 1]]], dim=1)
    of = into[f"{level}.source.of"]
    target = torch.full((len(into[f"{level}.cue"]),), len(into[f"{level}.source"]))
    target[of[of[:, 0] >= 0][:, 0]] = of[of[:, 0] >= 0][:, 1]
    into[f"{level}.source.target"] = target
    of = into[f"{level}.content.of"]
    into[f"{level}.content.of"] = of[(of >= 0).all(1)]
