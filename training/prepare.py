"""Cut the corpora into tensors: `python -m training.prepare WORK [--data DATA]`.

DATA is the folder of all corpora. WORK gets `pages.pt`: one page an article, of spans alone or with whole chains (an
article that has both comes with chains), and `variant-0.pt` …: those with chains again, their names exchanged.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from evaluation.splits import group
from provenance.encoder.tokens import tokenizer
from training.data import BESIDE, CHAINS, OWN, SPANS
from training.data.variants import variant
from training.encoder import MODEL
from training.lessons import VARIANTS
from training.pages import page_of

if TYPE_CHECKING:
    from training.data.examples import Example


def main(data: Path, work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    cutter = tokenizer(MODEL)
    made, held = [], set()
    for name, examples in (CHAINS | OWN | SPANS).items():
        fresh = [page_of(one, cutter, grouped(one)) for one in examples(data) if one.article.text not in held]
        held |= {one.article.text for one in examples(data)}
        made += fresh
        print(name, len(fresh), "articles,", sum(len(one["ids"]) for one in fresh), "pieces", flush=True)
    torch.save(made, work / "pages.pt")
    for number in range(VARIANTS):
        chance = random.Random(number)  # noqa: S311 - no secret
        plain = (one for examples in (CHAINS | OWN).values() for one in examples(data))
        exchanged = [page_of(variant(one, chance), cutter, grouped(one)) for one in plain]
        torch.save(exchanged, work / f"variant-{number}.pt")


def grouped(example: Example) -> str:
    """What an example must stay together with, whatever its names were exchanged for."""
    return group(example.article.key, example.article.text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.prepare", description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--data", type=Path, default=BESIDE)
    options = parser.parse_args()
    main(options.data, options.work)
