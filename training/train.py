"""Train the reader: `python -m training.train WORK [--epochs N] [--seed N] …`.

Goes on from `WORK/state.pt` where one stands, else begins; writes it after each epoch and `WORK/reader.pt` at the end.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import torch

from training.lessons import Lessons
from training.losses import losses
from training.model import Reader
from training.windows import batches, tensors, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WEIGHTS = {
    "outer": 1.0, "inner": 0.5, "third": 0.5, "source": 0.15, "content": 0.15, "embedding": 0.2,
    "said_by": 0.2, "through": 0.4, "same_as": 0.2, "kind": 0.1, "naming": 0.1, "stance": 0.1, "relation": 0.1,
}  # fmt: skip
WORDS = 2500
"""In a batch."""
ENCODER_RATE, HEAD_RATE, DECAY, LAYER_DECAY, WARMUP, AVERAGE = 3e-4, 1e-3, 0.01, 0.9, 0.06, 0.995
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
BFLOAT = DEVICE == "cuda" or any(torch.cpu.get_capabilities().get(name) for name in ("avx512_bf16", "amx_bf16"))


torch.set_float32_matmul_precision("high")


def computing() -> torch.autocast:
    """In bfloat16, where the processor can: imitated, it takes six times as long as float32."""
    return torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=BFLOAT)


def found(reader: Reader, batch: dict[str, Any]) -> dict[str, torch.Tensor]:
    """The loss of every head on one batch."""
    batch = {name: value.to(DEVICE, non_blocking=True) for name, value in batch.items()}
    with computing():
        scores, links, states = reader(batch["ids"], batch["features"], batch["visible"])
    return losses(reader, batch, tuple(words_of(one.float(), batch) for one in (scores, links, states)))


def optimizer(reader: Reader) -> torch.optim.Optimizer:
    """AdamW, slower in the lower layers."""
    groups = []
    layers = len(reader.encoder.layers)
    for name, weight in reader.named_parameters():
        if not weight.requires_grad:
            continue
        rate = HEAD_RATE
        if name.startswith("encoder."):
            depth = layers - int(name.split(".")[2]) if ".layers." in name else layers + 1
            rate = ENCODER_RATE * LAYER_DECAY**depth
        if "encoder.features." in name or name.startswith(("near", "transitions")):
            rate = HEAD_RATE * 3
        groups.append(
            {"params": [weight], "lr": rate, "base": rate, "weight_decay": DECAY if weight.dim() > 1 else 0.0}
        )
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), foreach=True)


def held_still(reader: Reader, layers: int) -> Reader:
    """`reader` whose word pieces and so many of the lowest layers of the encoder are not trained."""
    lower = ("encoder.words", "encoder.places", "encoder.kind", "encoder.features", "encoder.normal",
             *(f"encoder.layers.{number}." for number in range(layers)))  # fmt: skip
    for name, weight in reader.named_parameters():
        weight.requires_grad_(not (layers and name.startswith(lower)))
    return reader


def rate(step: int, steps: int) -> float:
    """Up in the first WARMUP, then down to a twentieth along a line."""
    warm = WARMUP * steps
    return (step + 1) / warm if step < warm else max(0.05, (steps - step) / (steps - warm))


class Plan(NamedTuple):
    """How long to learn, from which seed, `without` which losses, and at what share of all rates."""

    epochs: int
    seed: int
    without: Sequence[str] = ()
    pace: float = 1.0


def train(reader: Reader, lesson: Callable[[int], Sequence[dict[str, Any]]], state: Path, plan: Plan
          ) -> dict[str, torch.Tensor]:  # fmt: skip
    """The weights, averaged along the way; `lesson` gives the pages of an epoch."""
    epochs, seed = plan.epochs, plan.seed
    stepper = optimizer(reader)
    average = {name: value.clone() for name, value in reader.state_dict().items()}
    done, step = 0, 0
    if state.exists():
        kept = torch.load(state, map_location=DEVICE)
        reader.load_state_dict(kept["reader"])
        stepper.load_state_dict(kept["stepper"])
        average, done, step = kept["average"], kept["epochs"], kept["step"]
    each = sum(1 for _ in batches(lesson(0), WORDS, seed))
    for epoch in range(done, epochs):
        begun, sums = time.time(), dict.fromkeys(WEIGHTS, 0.0)
        reader.train()
        for number, batch in enumerate(batches(lesson(epoch), WORDS, seed * 1000 + epoch), 1):
            for group in stepper.param_groups:
                group["lr"] = group["base"] * plan.pace * rate(step, each * epochs)
            lost = found(reader, tensors(batch, seed * 1000 + epoch))
            sum(WEIGHTS[name] * value for name, value in lost.items() if name not in plan.without).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            stepper.step()
            stepper.zero_grad(set_to_none=True)
            step += 1
            keep = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                held = reader.state_dict()
                torch._foreach_lerp_(list(average.values()), list(held.values()), 1 - keep)
            for name, value in lost.items():
                sums[name] += value.detach()
            if number % 50 == 0:
                told = " ".join(f"{name} {float(value) / number:.3f}" for name, value in sums.items())
                print(f"epoch {epoch + 1} step {number}/{each} {time.time() - begun:.0f} s  {told}", flush=True)
        torch.save({"reader": reader.state_dict(), "stepper": stepper.state_dict(), "average": average,
                    "epochs": epoch + 1, "step": step}, state)  # fmt: skip
    return average


def main(work: Path, epochs: int, seed: int, without: Sequence[str]) -> None:
    torch.manual_seed(seed)
    lessons = Lessons(work, lambda _: True, DEVICE)
    reader = Reader().to(DEVICE)
    torch.save(train(reader, lessons, work / "state.pt", Plan(epochs, seed, without)), work / "reader.pt")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", nargs="*", default=[], help="losses to leave out")
    options = parser.parse_args()
    main(options.work, options.epochs, options.seed, options.without)
