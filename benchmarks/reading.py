"""How fast articles are read: the model against its bare encoder on the same tokens, the rules beside both."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.corpus import articles
from benchmarks.timing import best
from provenance.documents.segmentation import segment
from provenance.encoder import tokens as cut
from provenance.encoder.tagger import tagger, windows
from provenance.extraction import extractor
from provenance.extraction.trained import Trained

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 60
PARAGRAPHS = 40
SUBPROCESS = [sys.executable, "-m", "benchmarks.reading"]


def run() -> Iterator[str]:
    """Each number of threads in a process of its own, so that its peak memory is its own."""
    for threads in (1, 2):
        done = subprocess.run([*SUBPROCESS, str(threads)], check=True, capture_output=True, text=True)
        found = json.loads(done.stdout)
        yield f"model, {threads} thread(s): {found['articles']:.1f} articles/s, {found['tokens']:.0f} tokens/s"
        yield f"  whole extraction {found['whole']:.2f} × its bare encoder on the same windows ({found['bare']:.2f} s)"
        yield f"  peak memory {found['peak']} MB"
    corpus = list(articles(COUNT, PARAGRAPHS))
    ours = best(lambda: [extractor("rules").read(article) for article in corpus], 3)
    yield f"rules: {COUNT / ours:.0f} articles/s"


def measured(threads: int) -> dict[str, float]:
    """Times of the whole extraction and of the bare encoder over the same articles."""
    import resource

    corpus = list(articles(COUNT, PARAGRAPHS))
    eyes, reader = tagger(threads), Trained(threads)
    fed = [feed for article in corpus for feed in _feeds(article.text, threads)]
    tokens = sum(feed["ids"].shape[1] for feed in fed)
    for feed in fed[:20]:
        eyes.session.run(None, feed)
    bare = best(lambda: [eyes.session.run(None, feed) for feed in fed], 3)
    whole = best(lambda: [reader.read(article) for article in corpus], 3)
    return {
        "articles": COUNT / whole,
        "tokens": tokens / whole,
        "whole": whole / bare,
        "bare": bare,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _feeds(text: str, threads: int) -> Iterator[dict[str, np.ndarray]]:
    """What the encoder is given for a text: one for each window."""
    made = cut.pieces(segment(text), tagger(threads).tokenizer)
    bounds = np.append(made.first, len(made.ids))
    for _, (start, end) in windows(made):
        low, high = bounds[start], bounds[end]
        ids = np.concatenate([[cut.START], made.ids[low:high], [cut.END]])
        yield {"ids": ids[None], "features": np.pad(made.features[low:high], ((1, 1), (0, 0)))[None]}


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]))))
