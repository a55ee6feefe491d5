"""Words that could be a carrier, found without a model of carriers: names, outlets, and nouns for papers and talks."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.encoder.encoder import encoder
from provenance.extraction.trained import tagged
from provenance.model import Kind, Span
from provenance.resources import resource
from provenance.text import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'&/-]*(?:[ .]+[^\W\d_a-zß-öø-ÿ][\w’'&/-]*)*")
CARRIERS = frozenset({Kind.DOCUMENT, Kind.PLATFORM, Kind.OUTLET})
TALKS = ("interview", "interviews", "website", "websites", "tweeted", "tweet", "tweets")
"""Beside the nouns of `data/nouns.csv`."""


def by_lists(text: str) -> set[Span]:
    """Outlets of the gazetteer, what is written with capitals, and nouns for documents, outlets and platforms."""
    found = {Span(start, end) for start, end, _ in gazetteer.find(text)}
    found |= {Span(*name.span()) for name in NAME.finditer(text) if name[0].lower() not in STOP_WORDS}
    return found | {Span(*noun.span()) for noun in _nouns().finditer(text)}


def by_tags(text: str) -> set[Span]:
    """What the shipped reader tags as a source, outside and inside contents."""
    return set(_tagged(text))


def _tagged(text: str) -> Iterator[Span]:
    encoded = encoder().encode(text)
    if len(encoded.tokens):
        for level in tagged(encoded):
            for one in level:
                if one.source:
                    yield Span(*encoded.tokens.span(one.source.start, one.source.end))


@cache
def _nouns() -> re.Pattern[str]:
    with resource("nouns.csv").open(encoding="utf8", newline="") as stream:
        nouns = [row["noun"] for row in csv.DictReader(stream) if row["kind"] in CARRIERS]
    plurals = [f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns]
    return re.compile(rf"\b(?:{'|'.join([*nouns, *plurals, *TALKS])})\b", re.IGNORECASE)
