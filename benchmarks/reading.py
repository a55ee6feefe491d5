"""How fast articles are read: the model against its bare encoder on the same tokens, the rules beside both."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.corpus import articles
from benchmarks.timing import best
from provenance.documents.segmentation import segment
from provenance.encoder.encoder import encoder, folder, window_of
from provenance.encoder.tokens import tokenize, tokenizer
from provenance.encoder.windows import windows
from provenance.extraction import extractor
from provenance.extraction.trained import Trained

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

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
    session, reader = encoder(threads).session, Trained(threads)
    fed = [feed for article in corpus for feed in feeds(article.text)]
    tokens = sum(len(ids) for ids, _, _ in fed)
    for feed in fed[:20]:
        session.run(*feed)
    bare = best(lambda: [session.run(*feed) for feed in fed], 3)
    whole = best(lambda: [reader.read(article) for article in corpus], 3)
    return {
        "articles": COUNT / whole,
        "tokens": tokens / whole,
        "whole": whole / bare,
        "bare": bare,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def feeds(text: str) -> Iterator[tuple[np.ndarray, ...]]:
    """What the encoder is given for a text: the pieces of each window, their features, and where words begin."""
    tokens = tokenize(segment(text), tokenizer(folder()))
    for core, window in windows(tokens):
        yield window_of(tokens, core, window)


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]))))
