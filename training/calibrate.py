"""Fit how sure the reader is on PolNeAR dev: `python -m training.calibrate DATA GOLD`; writes the shipped tables.

A statement is right where a gold attribution shares half of its content and touches its cue and its source (the "soft"
measure of the scorer). The fit is a logistic regression (Platt 1999) on what `rules.confidence` takes
for evidence; the reliability curve it prints is of five folds, each scored by a fit on the other four. GOLD holds the
chains and sources annotated over the same articles, by which hops are judged.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from evaluation import gold as annotated
from evaluation import names
from evaluation.gate import rows
from evaluation.matching import covered, same_statement
from evaluation.metrics.attributions import relation, soft
from evaluation.splits import Purpose
from provenance.encoder.encoder import encoder
from provenance.extraction import reading_of, rules
from provenance.extraction.trained import Trained, tagged
from provenance.model import Article, Publisher

if TYPE_CHECKING:
    from provenance.extraction.rules import Said

FOLDS, STEPS, PENALTY = 5, 60, 1e-3
TABLES = Path("data/reader/reader.json")


def right(said: Said, document: annotated.Document) -> bool:
    read = annotated.Marked((said.source,), (said.cue,), said.content)
    found = relation(read, document.text)
    return any(soft(found, relation(one, document.text)) is not None for one in document.first)


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


def hop_shares(data: Path, gold: Path) -> list[tuple[float, float, int]]:
    """For each confidence that the rules of relaying state: that, the share of such hops found right, their number.

    A hop is right where the gold chain of an overlapping statement, or the gold source, bears its name or a part of it.
    Shares rise with what is stated: neighbours that fall are pooled (Ayer et al. 1955).
    """
    texts = {row["doc"]: row for row in rows(data / "dev.jsonl.gz", Purpose.CONFIDENCE)}
    told: dict[float, list[bool]] = {}
    relayed = annotated.relayed(rows(gold / "chains.dev.jsonl", Purpose.CONFIDENCE))
    sources = annotated.sources(rows(gold / "sources.dev.jsonl", Purpose.CONFIDENCE))
    for doc in {**relayed, **sources}:
        article = Article(doc, texts[doc]["text"], publisher=Publisher(texts[doc]["publisher"]))
        for one in reading_of(article, Trained()).attributions:
            content, source = covered(one.content), covered(one.source)
            lines = [line for line in relayed.get(doc, ()) if same_statement(content, line.content) is not None]
            named = [each.name for each in sources.get(doc, ()) if source & each.source]
            for hop in one.chain:
                if lines:
                    chains = [each.name for line in lines for each in line.chain]
                    told.setdefault(hop.confidence, []).append(any(names.near(hop.name, name) for name in chains))
                elif named and len(one.chain) == 1:
                    told.setdefault(hop.confidence, []).append(any(names.near(hop.name, name) for name in named))
    return _pooled([(stated, sum(right) / len(right), len(right)) for stated, right in sorted(told.items())])


def _pooled(shares: list[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    blocks: list[list[tuple[float, float, int]]] = []
    for one in shares:
        blocks.append([one])
        while len(blocks) > 1 and _mean(blocks[-2]) > _mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    return [(stated, round(_mean(block), 2), count) for block in blocks for stated, _, count in block]


def _mean(block: list[tuple[float, float, int]]) -> float:
    return sum(share * count for _, share, count in block) / sum(count for *_, count in block)


def main(data: Path, gold: Path) -> None:
    uncalibrated = json.loads(TABLES.read_text(encoding="utf8"))
    uncalibrated.pop("confidence", None)
    TABLES.write_text(json.dumps(uncalibrated, indent=1) + "\n", encoding="utf8")
    reader = encoder()
    values, labels, folds = [], [], []
    documents = annotated.documents(rows(data / "dev.jsonl.gz", Purpose.CONFIDENCE))
    for number, document in enumerate(documents):
        encoded = reader.encode(document.text)
        for one in rules.told(encoded.page, encoded.tokens, *tagged(encoded)):
            values.append(rules.evidence(one))
            labels.append(float(right(one.said, document)))
            folds.append(number % FOLDS)
    table, truth, fold = torch.tensor(values), torch.tensor(labels), torch.tensor(folds)
    held = torch.zeros(len(table))
    for number in range(FOLDS):
        weights, bias = fit(table[fold != number], truth[fold != number])
        held[fold == number] = (table[fold == number] @ weights + bias).sigmoid()
    print(f"{len(table)} statements, {100 * truth.mean():.1f} % right; said (mean), were right, statements:")
    error = 0.0
    for low in (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95):
        high = {0.0: 0.2, 0.2: 0.4, 0.4: 0.6, 0.6: 0.7, 0.7: 0.8, 0.8: 0.9, 0.9: 0.95, 0.95: 1.01}[low]
        part = (held >= low) & (held < high)
        if part.any():
            error += float((held[part].mean() - truth[part].mean()).abs()) * int(part.sum()) / len(table)
            print(f"  {held[part].mean():.2f}  {truth[part].mean():.2f}  {int(part.sum())}")
    print(f"expected calibration error {error:.3f}")
    weights, bias = fit(table, truth)
    hops = hop_shares(data, gold)
    print("hops: stated, were right, hops")
    for one in hops:
        print("  {:.2f}  {:.2f}  {}".format(*one))
    fitted = {"weights": [round(float(w), 4) for w in weights], "bias": round(float(bias), 4)}
    tables = uncalibrated | {"confidence": fitted | {"hops": [(stated, share) for stated, share, _ in hops]}}
    TABLES.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
