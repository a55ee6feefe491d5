"""A trace in a store of 100,000 statements against one in a store of 1,000: the claim's own part is the same."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import articles
from benchmarks.timing import best
from provenance import Library
from provenance.extraction.rules import Rules
from provenance.model import Article, Publisher
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

extract = Rules().read

SIZES = (1_000, 100_000)
CLAIM = "the lighthouse keeper of Skerry hid the ledgers"
STORY = (
    (
        "The Skerry Post",
        "The lighthouse keeper of Skerry hid the ledgers, said two officials who asked not to be named.",
    ),
    ("Kyodo", "The lighthouse keeper of Skerry hid the ledgers, the Skerry Post reported, citing two officials."),
    ("The Tarn Gazette", "According to Kyodo, the lighthouse keeper of Skerry hid the ledgers."),
)


def run() -> Iterator[str]:
    times = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            statements = _fill(Path(folder) / "store", size)
            with Library.open(Path(folder) / "store") as library:
                times.append(best(lambda: library.trace(CLAIM), 20))
            yield f"a trace among {statements:,} statements: {1000 * times[-1]:.1f} ms"
    yield f"  {times[1] / times[0]:.2f} × from the first to the last"


def _fill(path: Path, size: int) -> int:
    with Store.open(path) as store:
        for number, (publisher, text) in enumerate(STORY):
            store.add(
                extract(Article(f"s{number}", text, publisher=Publisher(publisher), published=f"2026-03-1{number}"))
            )
        statements = 0
        for article in articles(size):
            reading = extract(article)
            store.add(reading)
            statements += len(reading.attributions)
            if statements >= size:
                break
    return statements
