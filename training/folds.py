"""Train without a part of the articles, and read those: `python -m training.folds WORK PART [--epochs N] …`.

PART is `fold-0` to `fold-7` (of the articles with whole chains, an event together), a corpus, or `none`. WORK/PART gets
the weights and `read.pkl`, what the reader makes of each article that it has not seen: the graph and the tags.
Goes on where it stopped, as `training.train` does.
"""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from evaluation.splits import fold
from provenance.encoder.tokens import tokenizer
from provenance.extraction.parser.parser import parsed
from training.data import OWN
from training.encoder import MODEL
from training.lessons import Lessons
from training.model import Reader
from training.running import Running
from training.train import DEVICE, Plan, held_still, train

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOLDS, HUNDRED = 8, 100


def is_held_out(page: dict[str, Any], part: str) -> bool:
    """Whether a page is of the part that is left out; none of our own is, which are learnt from and never scored."""
    if not page["levels"][1] or page["corpus"] in OWN:
        return False
    name, _, number = part.partition("-")
    return fold(page["group"], FOLDS) == int(number) if name == "fold" else page["corpus"] == part


def learner(part: str, corpora: Sequence[str], share: float) -> Callable[[dict[str, Any]], bool]:
    """Whether a page is learnt from: outside of `part`, of one of `corpora` (none: all), in a `share` of articles."""

    def is_learnt(page: dict[str, Any]) -> bool:
        own = fold(page["group"], HUNDRED) < share * HUNDRED
        return own and not is_held_out(page, part) and (not corpora or page["corpus"] in corpora)

    return is_learnt


def main(work: Path, part: str, options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    to = work / (options.name or part)
    to.mkdir(parents=True, exist_ok=True)
    lessons = Lessons(work, learner(part, options.corpora, options.share), DEVICE, options.parts)
    reader = Reader()
    if options.start:
        reader.load_state_dict(torch.load(options.start), strict=False)
    held_still(reader, options.still).to(DEVICE)
    plan = Plan(options.epochs, options.seed, options.without, options.pace)
    weights = train(reader, lessons, to / "state.pt", plan)
    torch.save(weights, to / "reader.pt")
    reader.load_state_dict(weights)
    running = Running(reader, tokenizer(MODEL), DEVICE)
    pages = torch.load(work / "pages.pt", weights_only=False)
    read = {page["key"]: parsed(running.encode(page["text"]), running) for page in pages if is_held_out(page, part)}
    (to / "read.pkl").write_bytes(pickle.dumps(read))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.folds", description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("part")
    parser.add_argument("--name", help="of the folder, where it is not the part's")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles outside the part")
    parser.add_argument("--corpora", nargs="*", default=[], help="to learn from; all by default")
    parser.add_argument("--parts", type=int, default=4, help="of the articles of spans alone, one part an epoch")
    parser.add_argument("--still", type=int, default=0, help="how many of the lowest layers are left as they are")
    parser.add_argument("--start", type=Path, help="weights to begin with, as far as they fit")
    parser.add_argument("--pace", type=float, default=1.0, help="a share of all rates of learning, to learn on gently")
    parser.add_argument("--without", nargs="*", default=[], help="losses to leave out")
    given = parser.parse_args()
    main(given.work, given.part, given)
