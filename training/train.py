"""Train the reader: `python -m training.train WORK [--epochs N] [--seed N] [--without HEAD …]`.

Goes on from `WORK/state.pt` where one stands, else begins; writes it after each epoch and `WORK/reader.pt` at the end.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cosine_similarity, cross_entropy

from provenance.encoder.labels import TAGS
from training.model import Reader, arc_loss, crf_loss, link_losses, parts
from training.windows import UNKNOWN, batches, tensors

WEIGHTS = {
    "outer": 1.0, "inner": 0.3, "source": 0.15, "content": 0.15,
    "mention": 0.05, "entity": 0.1, "arc": 0.1, "embedding": 0.2,
}  # fmt: skip
BATCH, ENCODER_RATE, HEAD_RATE, DECAY, LAYER_DECAY, WARMUP, AVERAGE = 8, 3e-4, 1e-3, 0.01, 0.9, 0.06, 0.995
RELAYS_EACH = 150  # pages an epoch
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
BFLOAT = DEVICE == "cuda" or any(torch.cpu.get_capabilities().get(name) for name in ("avx512_bf16", "amx_bf16"))


def computing() -> torch.autocast:
    """In bfloat16, where the processor can: imitated, it takes six times as long as float32."""
    return torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=BFLOAT)


def losses(reader: Reader, batch: dict[str, Any]) -> dict[str, torch.Tensor]:
    """The loss of every head on one batch."""
    batch = {name: value.to(DEVICE) if name != "pages" else value for name, value in batch.items()}
    with computing():
        scores, links, embedding, states = reader(batch["ids"], batch["features"], batch["visible"])
    at = batch["first"]
    scores, links, embedding, states = (
        x.float().gather(1, at[..., None].expand(-1, -1, x.shape[-1])) for x in (scores, links, embedding, states)
    )
    seen, count = batch["seen"], len(at)
    both = torch.cat([scores[..., :TAGS], scores[..., TAGS : 2 * TAGS]])
    steps = reader.transitions.repeat_interleave(count, 0)
    tags = torch.cat([batch["tags"][..., 0], batch["tags"][..., 1]])
    made = {
        "outer": crf_loss(both[:count], steps[:count], tags[:count], seen),
        "inner": crf_loss(both[count:], steps[count:], tags[count:], seen),
        "entity": cross_entropy(scores[..., 2 * TAGS :].flatten(0, 1), batch["entity"].flatten(), ignore_index=UNKNOWN),
        "arc": arc_loss(reader, states, batch["head"], seen),
    }
    rows: dict[str, list[torch.Tensor]] = {"source": [], "content": [], "mention": [], "embedding": []}
    for number, page in enumerate(batch["pages"]):
        words = parts(links[number])
        for name, values in link_losses(reader, words, page).items():
            rows[name] += values
        if "taught" in page and len(page["taught"]):
            sums = torch.cat([torch.zeros(1, 384, device=DEVICE), embedding[number].cumsum(0)])
            spans, taught = page["outer.content"], page["taught"].to(DEVICE)
            rows["embedding"].append(1 - cosine_similarity(sums[spans[:, 1]] - sums[spans[:, 0]], taught))
    return made | {name: torch.cat(values).mean() for name, values in rows.items() if values}


def optimizer(reader: Reader) -> torch.optim.Optimizer:
    """AdamW, slower in the lower layers."""
    groups = []
    for name, weight in reader.named_parameters():
        depth = 0
        rate = HEAD_RATE
        if name.startswith("encoder."):
            depth = 6 - int(name.split(".")[2]) if ".layers." in name else 7
            rate = ENCODER_RATE * LAYER_DECAY**depth
        if ".features." in name or name.startswith(("near", "far", "transitions")):
            rate = HEAD_RATE * 3
        groups.append(
            {"params": [weight], "lr": rate, "base": rate, "weight_decay": DECAY if weight.dim() > 1 else 0.0}
        )
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), foreach=True)


def rate(step: int, steps: int) -> float:
    """Up in the first WARMUP, then down to a twentieth along a line."""
    warm = WARMUP * steps
    return (step + 1) / warm if step < warm else max(0.05, (steps - step) / (steps - warm))


def main(work: Path, epochs: int, seed: int, without: list[str], articles: int | None) -> None:
    torch.manual_seed(seed)
    pages, relays = torch.load(work / "train.pt")[:articles], torch.load(work / "relays.pt")
    reader = Reader().to(DEVICE)
    stepper = optimizer(reader)
    average = {name: value.clone() for name, value in reader.state_dict().items()}
    done, step = 0, 0
    state = work / "state.pt"
    if state.exists():
        kept = torch.load(state, map_location=DEVICE)
        reader.load_state_dict(kept["reader"])
        stepper.load_state_dict(kept["stepper"])
        average, done, step = kept["average"], kept["epochs"], kept["step"]
    each = sum(1 for _ in batches([*pages, *relays[:RELAYS_EACH]], BATCH, seed))
    for epoch in range(done, epochs):
        begun, sums = time.time(), dict.fromkeys(WEIGHTS, 0.0)
        fresh = [] if "relays" in without else relays[epoch * RELAYS_EACH % len(relays) :][:RELAYS_EACH]
        reader.train()
        for number, batch in enumerate(batches([*pages, *fresh], BATCH, seed * 1000 + epoch), 1):
            for group in stepper.param_groups:
                group["lr"] = group["base"] * rate(step, each * epochs)
            found = losses(reader, tensors(batch))
            sum(WEIGHTS[name] * value for name, value in found.items() if name not in without).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            stepper.step()
            stepper.zero_grad(set_to_none=True)
            step += 1
            keep = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                held = reader.state_dict()
                torch._foreach_lerp_(list(average.values()), list(held.values()), 1 - keep)
            for name, value in found.items():
                sums[name] += value.item()
            if number % 50 == 0:
                told = " ".join(f"{name} {value / number:.3f}" for name, value in sums.items())
                print(f"epoch {epoch + 1} step {number}/{each} {time.time() - begun:.0f} s  {told}", flush=True)
        torch.save({"reader": reader.state_dict(), "stepper": stepper.state_dict(), "average": average,
                    "epochs": epoch + 1, "step": step}, state)  # fmt: skip
        torch.save(average, work / "reader.pt")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", nargs="*", default=[], help="losses or data (relays) to leave out")
    parser.add_argument("--articles", type=int, help="train on the first so many only (for comparisons)")
    options = parser.parse_args()
    main(options.work, options.epochs, options.seed, options.without, options.articles)
