"""Web pages: what is read of real ones, and how fast, beside trafilatura alone and newspaper4k in the same run.

The pages are the development data beside the checkout. Each reader is given the same decoded page, nothing is fetched.
"""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from time import process_time
from typing import TYPE_CHECKING, Any

from evaluation.articles import rows
from evaluation.measures import Measure, Ratio, total
from evaluation.metrics import pages
from evaluation.run import DATA
from evaluation.splits import SETS
from provenance.documents.credits import credited
from provenance.errors import InputError
from provenance.model import Article, Extractor, Reading
from provenance.readers.html import article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Reader = Callable[[str, str], Reading | None]

ROUNDS = 2
NONE = Extractor("none", "1.0")
"""Of pages alone: nothing is extracted."""
SHOWN = ("title", "byline", "date", "body recall", "body precision", "own page as relay", "not read")
IN_COUNT = frozenset(("own page as relay", "not read"))


def run() -> Iterator[str]:
    path = DATA / SETS["pages"].path
    if not path.is_file():
        yield f"skipped: {path} is not there"
        return
    truths = {row["id"]: pages.truth(row) for row in rows(path)}
    sources = {key: _source(path.parent / "html" / f"{key}.html.gz") for key in truths}
    readers: dict[str, Reader] = {"provenance": _ours, "trafilatura alone": _trafilatura}
    if find_spec("newspaper"):
        readers["newspaper4k"] = _newspaper
    else:
        yield "newspaper4k: skipped, it is not installed (pip install newspaper4k)"
    measured = {name: _measured(reader, sources, truths) for name, reader in readers.items()}
    floor = measured["trafilatura alone"][1]
    for name, (line, seconds) in measured.items():
        each = 1000 * seconds / len(sources)
        yield f"{name}: {line}; {each:.0f} ms a page, {seconds / floor:.1f} × trafilatura alone"


def _measured(reader: Reader, sources: Mapping[str, str], truths: Mapping[str, pages.Truth]) -> tuple[str, float]:
    """What is right, in per cent or as a count of pages, and the least processor time of several rounds, in seconds."""
    times = []
    found: Sequence[tuple[str, Reading | None]] = ()
    for _ in range(ROUNDS):
        start = process_time()
        found = [(key, reader(source, key)) for key, source in sources.items()]
        times.append(process_time() - start)
    whole = total([pages.tally(reading, truths[key]) for key, reading in found])
    shown = (
        f"{name} {_count(whole[name])}" if name in IN_COUNT else f"{name} {100 * whole[name].value:.1f} %"
        for name in SHOWN
    )
    return ", ".join(shown), min(times)


def _count(figure: Measure) -> int:
    return round(figure.part) if isinstance(figure, Ratio) else 0


def _ours(source: str, key: str) -> Reading | None:
    """With the credits, as the program reads a page before any extractor does."""
    try:
        found = credited(article(source, key))
    except InputError:
        return None
    return Reading(found.article, NONE, found.derivations)


def _trafilatura(source: str, key: str) -> Reading | None:
    import trafilatura

    found = trafilatura.bare_extraction(source, with_metadata=True, include_comments=False)
    return _reading(key, found.text, found.title, found.author, found.date) if found else None


def _newspaper(source: str, key: str) -> Reading | None:
    import newspaper

    try:
        found: Any = newspaper.article("https://page.example/", input_html=source, fetch_images=False)
    except ImportError:  # it wants a tokenizer of its own for a few languages
        found = newspaper.article("https://page.example/", language="en", input_html=source, fetch_images=False)
    day = found.publish_date.date().isoformat() if found.publish_date else None
    return _reading(key, found.text, found.title, "; ".join(found.authors), day)


def _reading(key: str, text: str | None, title: str | None, byline: str | None, day: str | None) -> Reading:
    return Reading(Article(key, text or "", title=title, byline=byline, published=day), NONE)


def _source(path: Any) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
