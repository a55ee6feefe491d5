"""The event articles and their gold statements, as readings: what linking is fitted and measured on."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Extractor,
    Hop,
    Kind,
    Publisher,
    Quotation,
    Reading,
    Relation,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GOLD = Extractor("gold", "1")
STANCES = {"asserts": Assertion.ASSERTS, "denies": Assertion.DENIES, "does_not_confirm": Assertion.DOES_NOT_CONFIRM}


def articles(folder: Path) -> Iterator[Article]:
    for row in _rows(folder / "articles.jsonl"):
        yield Article(
            row["id"],
            row["text"],
            title=row["title"],
            publisher=Publisher(row["publisher"]) if row["publisher"] else None,
            published=row["published"],
            url=row["url"],
        )


def gold(folder: Path) -> list[tuple[Reading, list[str]]]:
    """Each article as the annotator read it, with the claim that each of its attributions makes."""
    rows = defaultdict(list)
    for row in _rows(folder / "gold.jsonl"):
        rows[row["id"]].append(row)
    found = []
    for article in articles(folder):
        told = {_attribution(row): row["claim_cluster"] for row in rows[article.key]}
        found.append((Reading(article, GOLD, attributions=tuple(told)), list(told.values())))
    return found


def _attribution(row: dict) -> Attribution:
    chain = tuple(_hop(hop) for hop in row["chain"])
    span = (Span(row["start"], row["end"]),)
    return Attribution(span, (), (), Quotation.INDIRECT, chain, 1.0, STANCES[row["stance"]])


def _hop(hop: dict) -> Hop:
    return Hop(hop["name"], Kind(hop["kind"]), Relation(hop["relation"]), anonymous=hop["kind"] == "anonymous")


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
