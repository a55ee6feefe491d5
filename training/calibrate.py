"""Fit how sure the reader is: `python -m training.calibrate PART [--data DATA]`; writes the shipped tables.

PART is a folder that `training.folds` made: what the reader made of articles that no head of it has seen. A statement
is right where annotators have it, from the same origin; a hop, where their chain of it names the same. The fit is a
logistic regression (Platt 1999) on what `parser.confidence` takes for evidence; the reliability curves that it prints
are of five folds by article, each scored by a fit on the other four.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch.nn.functional import binary_cross_entropy, binary_cross_entropy_with_logits

from evaluation import names
from evaluation.matching import covered, pairs, same_statement
from evaluation.metrics import hops
from provenance.documents.segmentation import segment
from provenance.extraction.parser.scale import evidence
from provenance.extraction.parser.told import told
from training.data import BESIDE
from training.oracle.__main__ import lines
from training.unseen import unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evaluation.gold import Line
    from provenance.extraction.parser.parser import Parsed
    from provenance.extraction.parser.told import Told
    from training.data.examples import Example

FOLDS, STEPS = 5, 100
PENALTIES = (3.0, 10.0, 30.0, 100.0, 300.0)
"""Of the weights, in cases: of these the one that is least surprised by what it was not fitted on."""
TABLES = Path("data/reader/reader.json")
EDGES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
Case = tuple[list[float], bool]
"""What speaks for something, and whether it is right."""


def cases(example: Example, parsed: Parsed) -> Iterator[tuple[str, Case]]:
    """Of an article, by what is judged: "statement", or the kind of an arc."""
    found = list(told(segment(example.article.text), parsed.graph, example.article))
    gold = lines(example)
    matches = dict(pairs([covered(one.node.content) for one in found], [line.content for line in gold], same_statement))
    for number, one in enumerate(found):
        line = gold[matches[number]] if number in matches else None
        if line is None and any(same_statement(covered(one.node.content), other.content) is not None
                                for other in gold if not other.is_statement):  # fmt: skip
            continue
        if line is None or line.is_statement:
            yield "statement", (evidence(parsed.tagged, one), line is not None and hops.origin(one.chain, line.chain))
        if line is not None and line.chain:
            yield from _hops(one, line)


def _hops(one: Told, line: Line) -> Iterator[tuple[str, Case]]:
    for hop, arc, values in zip(one.chain, one.arcs, one.hops, strict=True):
        yield arc.kind, (values, any(names.near(hop.name, other.name) for other in line.chain))


def fit(rows: torch.Tensor, labels: torch.Tensor, penalty: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Weights and bias of a logistic regression whose weights cost something."""
    weights, bias = torch.zeros(rows.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    stepper = torch.optim.LBFGS([weights, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        stepper.zero_grad()
        scored = binary_cross_entropy_with_logits(rows @ weights + bias, labels)
        total = scored + penalty / len(rows) * weights.square().sum()
        total.backward()
        return total

    stepper.step(loss)
    return weights.detach(), bias.detach()


def main(part: Path, data: Path) -> None:
    found: defaultdict[str, list[tuple[int, Case]]] = defaultdict(list)
    for number, (example, parsed) in enumerate(unseen(part, data)):
        for what, case in cases(example, parsed):
            found[what].append((number % FOLDS, case))
    tables = json.loads(TABLES.read_text(encoding="utf8"))
    tables["confidence"] = {what: _fitted(what, rows) for what, rows in sorted(found.items())}
    TABLES.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf8")


def _held(fold: torch.Tensor, table: torch.Tensor, truth: torch.Tensor, penalty: float) -> torch.Tensor:
    """How sure each case is by a fit on the other folds."""
    held = torch.zeros(len(table))
    for number in range(FOLDS):
        weights, bias = fit(table[fold != number], truth[fold != number], penalty)
        held[fold == number] = (table[fold == number] @ weights + bias).sigmoid()
    return held


def _fitted(what: str, rows: list[tuple[int, Case]]) -> dict[str, object]:
    fold = torch.tensor([number for number, _ in rows])
    table = torch.tensor([evidence for _, (evidence, _) in rows])
    truth = torch.tensor([float(right) for _, (_, right) in rows])
    tried = {penalty: _held(fold, table, truth, penalty) for penalty in PENALTIES}
    penalty = min(tried, key=lambda one: float(binary_cross_entropy(tried[one], truth)))
    held = tried[penalty]
    print(f"{what}: {len(table)}, {100 * truth.mean():.1f} % right; penalty {penalty:.0f}")
    print("| said (mean) | were right | cases |\n|---|---|---|")
    error = 0.0
    for low, high in pairwise(EDGES):
        part = (held >= low) & (held < high)
        if part.any():
            error += float((held[part].mean() - truth[part].mean()).abs()) * int(part.sum()) / len(table)
            print(f"| {held[part].mean():.2f} | {truth[part].mean():.2f} | {int(part.sum())} |")
    print(f"expected calibration error {error:.3f}")
    weights, bias = fit(table, truth, penalty)
    return {"weights": [round(float(w), 4) for w in weights], "bias": round(float(bias), 4)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    parser.add_argument("part", type=Path)
    parser.add_argument("--data", type=Path, default=BESIDE)
    given = parser.parse_args()
    main(given.part, given.data)
