"""What the frozen encoder makes of each content on its own: what the embedding of contents is taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch.nn.functional import normalize
from torch.nn.utils.rnn import pad_sequence

from provenance.encoder.labels import WIDTH
from provenance.encoder.tokens import END, START
from training.encoder import pretrained

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECES, AT_ONCE = 96, 256


def untaught(page: dict[str, Any]) -> dict[str, Any]:
    """`page` with nothing to be taught."""
    return page | {"taught.spans": torch.zeros(0, 2, dtype=torch.long), "taught": torch.zeros(0, WIDTH).half()}


@torch.inference_mode()
def taught(pages: Sequence[dict[str, Any]], device: str) -> None:
    """Add to each page the spans of its contents and their vectors: mean over the pieces, of length one."""
    encoder = pretrained((1,)).eval().to(device)
    jobs = []
    for number, made in enumerate(pages):
        bounds = [*made["first"].tolist(), len(made["ids"])]
        made["taught.spans"] = made["outer.content"]
        made["taught"] = torch.zeros(len(made["taught.spans"]), WIDTH, dtype=torch.float16)
        jobs += [(number, i, made["ids"][bounds[s] : bounds[e]].tolist()[:PIECES])
                 for i, (s, e) in enumerate(made["taught.spans"].tolist())]  # fmt: skip
    jobs.sort(key=lambda job: len(job[2]))
    for at in range(0, len(jobs), AT_ONCE):
        part = jobs[at : at + AT_ONCE]
        rows = [torch.tensor([START, *ids, END]) for _, _, ids in part]
        padded = pad_sequence(rows, batch_first=True).to(device)
        seen = pad_sequence([torch.ones_like(row) for row in rows], batch_first=True).bool().to(device)
        states = encoder(padded, torch.zeros(*padded.shape, 1, dtype=torch.long, device=device), seen)
        mean = (states.float() * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
        for (number, i, _), vector in zip(part, normalize(mean, dim=-1).half().cpu(), strict=True):
            pages[number]["taught"][i] = vector
