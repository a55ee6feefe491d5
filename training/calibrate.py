"""Fit how sure the reader is on PolNeAR dev: `python -m training.calibrate DATA`; writes `data/reader/reader.json`.

A statement is right where a gold attribution shares half of its content and touches its cue and its source (the "soft"
measure of the scorer). The fit is a logistic regression (Platt 1999) on what `provenance.extraction.confidence`
takes for evidence; the reliability curve it prints is of five folds, each scored by a fit on the other four.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from provenance.extraction.confidence import evidence
from provenance.extraction.pieces import pieces
from provenance.extraction.segment import segment
from provenance.extraction.tagger import tagger
from provenance.extraction.trained import tagged
from training.prepare import lines

if TYPE_CHECKING:
    from provenance.extraction.statements import Said

FOLDS, STEPS, PENALTY = 5, 60, 1e-3
TABLES = Path("data/reader/reader.json")


def characters(spans: Any) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def right(said: Said, gold: list[dict[str, Any]]) -> bool:
    content, cue = characters(said.content), characters([said.cue])
    source = characters([said.source])
    for one in gold:
        other = characters(one["content"])
        if len(content & other) >= 0.5 * len(content | other) > 0 and cue & characters(one["cue"]):
            theirs = characters(one["source"])
            if source & theirs or not (source or theirs):
                return True
    return False


def fit(rows: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Weights and bias of a logistic regression with a small penalty."""
    weights, bias = torch.zeros(rows.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    stepper = torch.optim.LBFGS([weights, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        stepper.zero_grad()
        scored = torch.nn.functional.binary_cross_entropy_with_logits(rows @ weights + bias, labels)
        total = scored + PENALTY * weights.square().sum()
        total.backward()
        return total

    stepper.step(loss)
    return weights.detach(), bias.detach()


def main(data: Path) -> None:
    eyes = tagger()
    values, labels, folds = [], [], []
    for number, row in enumerate(lines(data / "dev.jsonl.gz")):
        page = segment(row["text"])
        gold = row["annotators"][min(row["annotators"])]
        for one in tagged(page, pieces(page, eyes.tokenizer), eyes):
            values.append(evidence(one))
            labels.append(float(right(one.said, gold)))
            folds.append(number % FOLDS)
    rows, truth, fold = torch.tensor(values), torch.tensor(labels), torch.tensor(folds)
    held = torch.zeros(len(rows))
    for number in range(FOLDS):
        weights, bias = fit(rows[fold != number], truth[fold != number])
        held[fold == number] = (rows[fold == number] @ weights + bias).sigmoid()
    print(f"{len(rows)} statements, {100 * truth.mean():.1f} % right; said (mean), were right, statements:")
    error = 0.0
    for low in (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95):
        high = {0.0: 0.2, 0.2: 0.4, 0.4: 0.6, 0.6: 0.7, 0.7: 0.8, 0.8: 0.9, 0.9: 0.95, 0.95: 1.01}[low]
        part = (held >= low) & (held < high)
        if part.any():
            error += float((held[part].mean() - truth[part].mean()).abs()) * int(part.sum()) / len(rows)
            print(f"  {held[part].mean():.2f}  {truth[part].mean():.2f}  {int(part.sum())}")
    print(f"expected calibration error {error:.3f}")
    weights, bias = fit(rows, truth)
    tables = json.loads(TABLES.read_text(encoding="utf8"))
    tables["confidence"] = {"weights": [round(float(w), 4) for w in weights], "bias": round(float(bias), 4)}
    TABLES.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
