"""Score the shipped reader on PolNeAR dev: `python -m training.evaluate DATA [--without …] [--context N]`.

Nothing is learnt here, so it reads what is measured on. What is left out shows what it gives: `search` (each word's
best tag, inside tags without a begin opening a span), `transitions` (only the constraint), `distance` (links by
vectors alone), `gate` (contents may belong to any cue).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from evaluation import gold
from evaluation.articles import rows
from evaluation.measures import total
from evaluation.metrics import attributions
from provenance.encoder import windows
from provenance.encoder.encoder import Encoder, folder
from provenance.encoder.links import Links
from provenance.extraction import decode

LEAVABLE = ("search", "transitions", "distance", "gate")


def opened(scores: np.ndarray) -> np.ndarray:
    """Each word's best tag by itself; an inside that nothing opens becomes a begin."""
    tags = scores.argmax(axis=2)
    for at, levels in enumerate(tags):
        for level, tag in enumerate(levels):
            before = tags[at - 1, level] if at else 0
            if tag and tag % 2 == 0 and before not in {tag, tag - 1}:
                tags[at, level] = tag - 1
    return tags


def read(text: str, reader: Encoder, without: list[str]) -> list[gold.Marked]:
    """The outer attributions of a page as the scorer reads them."""
    encoded = reader.encode(text)
    scores, tokens, links = encoded.scores.tags, encoded.tokens, encoded.links
    transitions = decode.allowed(encoded.tables.transitions * (0 if "transitions" in without else 1))
    tags = (opened(scores) if "search" in without else decode.best_tags(scores, transitions))[:, 0]
    if "distance" in without:
        links = Links(links.vectors, tuple(np.zeros_like(table) for table in links.near))
    found = decode.linked(decode.ranges(tags, scores[:, 0]), links, tokens.paragraph)
    return [
        gold.Marked(
            (tokens.span(one.source.start, one.source.end),) if one.source else (),
            (tokens.span(one.cue.start, one.cue.end),) if one.cue else (),
            tuple(tokens.span(part.start, part.end) for part in one.contents),
        )
        for one in found
    ]


def main(data: Path, reader: Path, without: list[str], context: int | None) -> None:
    if context is not None:
        windows.CONTEXT = context
    if "gate" in without:
        decode.MOST_BETWEEN = 3
    encoder = Encoder(reader)
    figures = total(
        attributions.tally(read(one.text, encoder, without), one.first, one.text)
        for one in gold.documents(rows(data / "dev.jsonl.gz"))
    )
    for name, measure in figures.items():
        print(f"{name:28} F1 {100 * measure.value:.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--without", nargs="*", default=[], choices=LEAVABLE)
    parser.add_argument("--context", type=int, help="pieces on each side of a window's core")
    parser.add_argument("--reader", type=Path, default=folder(), help="folder of an exported reader")
    options = parser.parse_args()
    main(options.data, options.reader, options.without, options.context)
