"""Cut the corpora into tensors: `python -m training.prepare WORK [--data DATA]`.

DATA is the folder of all corpora. WORK gets `pages.pt`: one page an article, of spans alone or with whole chains. An
article that a corpus of chains has too comes from that.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from provenance.encoder.tokens import tokenizer
from training.data import BESIDE, CHAINS, SPANS
from training.encoder import MODEL
from training.pages import page_of


def main(data: Path, work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    cutter = tokenizer(MODEL)
    made, held = [], set()
    for name, examples in (CHAINS | SPANS).items():
        fresh = [page_of(one, cutter) for one in examples(data) if one.article.text not in held]
        held |= {one.article.text for one in examples(data)}
        made += fresh
        print(name, len(fresh), "articles,", sum(len(one["ids"]) for one in fresh), "pieces", flush=True)
    torch.save(made, work / "pages.pt")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.prepare", description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--data", type=Path, default=BESIDE)
    options = parser.parse_args()
    main(options.data, options.work)
