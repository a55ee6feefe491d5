"""Score the shipped reader on PolNeAR dev: `python -m training.evaluate DATA SCORER [--without …] [--context N]`.

SCORER is a program that reads the contract's JSON Lines (`score.py attributions --gold GOLD PREDICTIONS`). What is left
out shows what it gives: `search` (each word's best tag, inside tags without a begin opening a span), `transitions`
(only the constraint), `distance` (links by vectors alone), `gate` (contents may belong to any cue).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from provenance.encoder import windows
from provenance.encoder.encoder import Encoder, folder
from provenance.encoder.links import Links
from provenance.extraction import decode
from training.prepare import lines

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


def attributions(text: str, reader: Encoder, without: list[str]) -> list[dict[str, Any]]:
    """The outer attributions of a page as the scorer reads them."""
    encoded = reader.encode(text)
    scores, tokens, links = encoded.scores.tags, encoded.tokens, encoded.links
    transitions = decode.allowed(encoded.tables.transitions * (0 if "transitions" in without else 1))
    tags = (opened(scores) if "search" in without else decode.best_tags(scores, transitions))[:, 0]
    if "distance" in without:
        links = Links(links.vectors, tuple(np.zeros_like(table) for table in links.near))
    found = decode.linked(decode.ranges(tags, scores[:, 0]), links, tokens.paragraph)
    return [
        {
            "cue": [tokens.span(one.cue.start, one.cue.end)],
            "source": [tokens.span(one.source.start, one.source.end)] if one.source else [],
            "content": [tokens.span(part.start, part.end) for part in one.contents],
        }
        for one in found
    ]


def main(data: Path, scorer: Path, reader: Path, without: list[str], context: int | None) -> None:
    if context is not None:
        windows.CONTEXT = context
    if "gate" in without:
        decode.MOST_BETWEEN = 3
    encoder = Encoder(reader)
    gold = data / "dev.jsonl.gz"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as predictions:
        for row in lines(gold):
            found = attributions(row["text"], encoder, without)
            predictions.write(json.dumps({"key": row["doc"], "attributions": found}) + "\n")
        predictions.flush()
        words = [sys.executable, str(scorer), "attributions", "--gold", str(gold), predictions.name]
        print(subprocess.run(words, check=True, capture_output=True, text=True).stdout, end="")  # noqa: S603


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--without", nargs="*", default=[], choices=LEAVABLE)
    parser.add_argument("--context", type=int, help="pieces on each side of a window's core")
    parser.add_argument("--reader", type=Path, default=folder(), help="folder of an exported reader")
    options = parser.parse_args()
    main(options.data, options.scorer, options.reader, options.without, options.context)
