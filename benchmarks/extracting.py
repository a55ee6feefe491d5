"""What is read of an article beside what its encoder takes: whole extraction against `Encoder.encode`, by turns.

Real articles of what the reader is trained on, from the data beside the checkout, else those of examples/; one thread,
time of the processor, the least of several for each article.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from evaluation.articles import texts
from evaluation.run import DATA
from evaluation.splits import SETS
from provenance.encoder.encoder import encoder
from provenance.extraction.trained import Trained
from provenance.model import Article
from provenance.readers import read
from provenance.readers.outcome import Read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

REAL, EACH, TIMES = ("polnear.train", "basil.train", "web.train"), 20, 4
EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"


def run() -> Iterator[str]:
    sets = {"examples": [one.article for one in read(EXAMPLES) if isinstance(one, Read)]}
    if DATA.is_dir():
        sets = {name: [Article(*one) for one in islice(texts(DATA, SETS[name]), EACH)] for name in REAL}
    passes, whole = encoder(1), Trained(1)
    found = {name: measured(own, lambda one: passes.encode(one.text), whole.read) for name, own in sets.items()}
    for name, (bare, all_of_it) in found.items():
        count = len(sets[name])
        yield (
            f"{name}, {count} articles: {1000 * bare / count:.0f} ms to encode, {1000 * all_of_it / count:.0f} to read,"
            f" {all_of_it / bare:.2f} ×"
        )
    bare, all_of_it = map(sum, zip(*found.values(), strict=True))
    yield f"whole extraction {all_of_it / bare:.3f} × its bare encoder"


def measured(articles: Sequence[Article], *ways: Callable[[Article], object]) -> list[float]:
    """Seconds of the processor that each of `ways` takes for all of `articles`."""
    for way in ways:
        way(articles[0])
    found = [0.0] * len(ways)
    for article in articles:
        taken = [[_seconds(way, article) for way in ways] for _ in range(TIMES)]
        found = [total + min(own) for total, own in zip(found, zip(*taken, strict=True), strict=True)]
    return found


def _seconds(way: Callable[[Article], object], article: Article) -> float:
    start = process_time()
    way(article)
    return process_time() - start
