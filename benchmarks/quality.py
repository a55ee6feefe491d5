"""What the model and the rules find, scored on the development data beside the checkout, or skipped."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parents[1].parent / "shared"
SCORER = SHARED / "score" / "score.py"
POLNEAR = SHARED / "data" / "polnear" / "dev.jsonl.gz"
EVENTS = SHARED / "data" / "events"
TASKS = (
    ("attributions", POLNEAR, "polnear"),
    ("chains", SHARED / "data" / "gold" / "chains.dev.jsonl", "polnear"),
    ("sources", SHARED / "data" / "gold" / "sources.dev.jsonl", "polnear"),
    ("events", EVENTS / "gold.jsonl", "events"),
)
FIELDS = ("url", "publisher", "title", "published", "byline", "text")


def run() -> Iterator[str]:
    if not SCORER.exists():
        yield "skipped: the development data (../shared) is not here"
        return
    for extractor in ("model", "rules"):
        with tempfile.TemporaryDirectory() as folder:
            yield from _scored(extractor, Path(folder))


def _scored(extractor: str, place: Path) -> Iterator[str]:
    predictions = {
        "polnear": _extract(extractor, _polnear(place), place),
        "events": _extract(extractor, EVENTS / "articles.jsonl", place),
    }
    for task, gold, which in TASKS:
        words = [sys.executable, str(SCORER), task, "--gold", str(gold), str(predictions[which])]
        yield f"-- {extractor}: {task}"
        yield subprocess.run(words, check=True, capture_output=True, text=True).stdout.rstrip()


def _polnear(place: Path) -> Path:
    """The articles in the form that `provenance extract` reads, their metadata with them."""
    path = place / "polnear.jsonl"
    with gzip.open(POLNEAR, "rt", encoding="utf8") as source, path.open("w", encoding="utf8") as target:
        for line in source:
            article = json.loads(line)
            record = {"id": article["doc"], **{name: article.get(name) for name in FIELDS}}
            target.write(json.dumps(record) + "\n")
    return path


def _extract(extractor: str, articles: Path, place: Path) -> Path:
    path = place / f"{articles.stem}.predictions"
    with path.open("wb") as target:
        program = str(Path(sys.executable).parent / "provenance")
        words = [program, "extract", "--extractor", extractor, "--format", "jsonl", str(articles)]
        subprocess.run(words, check=True, stdout=target)
    return path
