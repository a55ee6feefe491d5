"""Pictures of chains of 3, 30 and 300 articles: how long they take, beside Graphviz and an empty page of Chromium.

The articles are made up: one agency tells what two officials told it; each later article takes the claim from the
agency, or from one of those before it, the more often taken from the likelier. `python -m benchmarks.drawing FOLDER`
writes the pictures there, and what Graphviz draws of the same 30.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.corpus import PLACES
from benchmarks.timing import best
from provenance.linking.matching.reports import resolve
from provenance.model import (
    Article,
    Attribution,
    Extractor,
    Hop,
    Kind,
    Publisher,
    Quotation,
    Reading,
    Relation,
    Span,
    Statement,
)
from provenance.trace import Trace, trace
from provenance.views import dot, page
from provenance.views.diagram.layout import plan
from provenance.views.diagram.picture import picture
from provenance.views.diagram.svg import svg

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (3, 30, 300)
PAPERS = "Courier Gazette Mirror Bulletin Echo Herald Record Voice Ledger Star".split()
CLAIM = "The harbour bridge {} be closed before winter"
VERBS = ("will", "will", "could", "will reportedly")
AGENCY = "Halyard Wire"
START = date(2031, 2, 3)
BY_HAND = Extractor("by hand", "1")
ALONE = "--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-sync".split()


def run() -> Iterator[str]:
    for size in SIZES:
        made = chains(size)
        shown = picture(made)
        ours, whole = best(lambda made=made: svg(made)), best(lambda shown=shown: plan(shown))
        peer = best(lambda made=made: graphviz(made)) if shutil.which("dot") else None
        beside = f"; Graphviz {peer * 1000:.0f} ms, {peer / whole:.1f} × our layout of every box" if peer else ""
        yield (
            f"{size} articles, {len(shown.boxes)} boxes: drawn in {ours * 1000:.0f} ms, "
            f"every box laid out in {whole * 1000:.0f} ms{beside}"
        )
    yield from _pages()


def _pages() -> Iterator[str]:
    chromium = shutil.which("chromium")
    if not chromium:
        yield "pages: skipped, Chromium is not installed (apt-get install chromium)"
        return
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.html"
        empty.write_text("<!doctype html><title>empty</title>", "utf8")
        floor = best(lambda: _opened(chromium, empty))
        for size in SIZES:
            path = Path(folder) / f"{size}.html"
            path.write_text(page(chains(size)), "utf8")
            taken = best(lambda path=path: _opened(chromium, path))
            yield f"page of {size} articles: {taken - floor:+.2f} s beside an empty page ({floor:.2f} s), in Chromium"


def _opened(chromium: str, path: Path) -> None:
    """Until all of its scripts have run and it is drawn."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [chromium, *ALONE, f"--user-data-dir={profile}", "--dump-dom", path.as_uri()],
            capture_output=True,
            check=True,
        )


def graphviz(made: Trace) -> str:
    return subprocess.run(["dot", "-Tsvg"], input=dot(made), capture_output=True, encoding="utf8", check=True).stdout


def chains(size: int) -> Trace:
    """The trace of a claim that so many articles make."""
    chance = random.Random(size)  # noqa: S311 -- the same every time
    names = [f"{place} {paper}" for place in PLACES for paper in PAPERS]
    readings, taken = [_reading("wire", AGENCY, 0, "would", "two officials", chance)], [AGENCY]
    for number in range(1, size):
        name = names[number % len(names)] if number < len(names) else f"{names[number % len(names)]} {number}"
        cited = chance.choice(taken)
        taken += [cited, *([name] if chance.random() < 0.2 else [])]
        readings.append(_reading(f"a{number}", name, 1 + number * 20 // size, chance.choice(VERBS), cited, chance))
    statements = tuple(Statement(one, said) for one in readings for said in one.attributions)
    return trace(CLAIM.format("will"), statements, resolve(statements), limit=2 * size)


def _reading(key: str, name: str, day: int, verb: str, cited: str, chance: random.Random) -> Reading:
    claim = CLAIM.format(verb)
    text = f"{claim}, according to {cited}. The council had no comment on Monday."
    at = text.index(cited)
    mention = (Span(at, at + len(cited)),)
    kind = Kind.ANONYMOUS if cited == "two officials" else Kind.WIRE if cited == AGENCY else Kind.OUTLET
    relation = Relation.SAID if kind is Kind.ANONYMOUS else Relation.REPORTED
    hop = Hop(cited, kind, relation, anonymous=kind is Kind.ANONYMOUS, mention=mention, evidence=mention,
              confidence=round(chance.uniform(0.6, 0.98), 2))  # fmt: skip
    said = Attribution((Span(0, len(claim)),), (Span(len(claim) + 2, at),), mention, Quotation.INDIRECT, (hop,), 0.9)
    publisher = Publisher(name, Kind.WIRE if name == AGENCY else Kind.OUTLET)
    published = (START + timedelta(days=day)).isoformat()
    url = f"https://{key}.example/bridge"
    return Reading(Article(key, text, claim, publisher, published=published, url=url), BY_HAND, (), (said,))


def write(folder: Path) -> None:
    """The pictures of `SIZES`, and Graphviz's of 30, with how long one of 300 takes on standard output."""
    for size in SIZES:
        started = perf_counter()
        (folder / f"chain-{size}.svg").write_text(svg(chains(size)), "utf8")
        print(f"chain-{size}.svg: {perf_counter() - started:.2f} s with the trace")
    (folder / "chain-30-graphviz.svg").write_text(graphviz(chains(30)), "utf8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
