"""What on a page may be a source or a carrier: what the encoder tags, and names, outlets and nouns of papers and talks.

The lists only propose: which of them a statement came from, if any, is scored.
"""

from __future__ import annotations

import csv
import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.model import Kind, Span
from provenance.resources import resource
from provenance.text import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from provenance.encoder.tokens import Tokens

NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'&/-]*(?:[ .]+[^\W\d_a-zß-öø-ÿ][\w’'&/-]*)*")
TALKS = frozenset("interview interviews website websites tweeted tweet tweets".split())
"""Words for carriers beside the nouns of `data/nouns.csv`."""
PRONOUNS = frozenset("i he she it we they you who this that these those".split())


class Listing(IntEnum):
    """By what words come to be a candidate, beside tags."""

    NONE = 0
    OUTLET = 1
    WIRE = 2
    NAME = 3
    DOCUMENT = 4
    OUTLET_NOUN = 5
    PLATFORM = 6
    TALK = 7
    PRONOUN = 8


NOUNS = {Kind.DOCUMENT: Listing.DOCUMENT, Kind.OUTLET: Listing.OUTLET_NOUN, Kind.PLATFORM: Listing.PLATFORM}


def candidates(text: str, tokens: Tokens, tagged: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Listing]:
    """Ranges of words that are `tagged` or listed, in order, each with how it is listed."""
    found = dict.fromkeys(tagged, Listing.NONE)
    for span, listing in listed(text).items():
        start, end = tokens.words(span)
        if start < end:
            found[start, end] = listing
    for (start, end), listing in found.items():
        if listing is Listing.NONE and text[slice(*tokens.span(start, end))].lower() in PRONOUNS:
            found[start, end] = Listing.PRONOUN
    return dict(sorted(found.items()))


def listed(text: str) -> Mapping[Span, Listing]:
    """Outlets of the gazetteer, what is written with capitals, and nouns for documents, outlets and platforms."""
    found: dict[Span, Listing] = dict(_nouns_of(text))
    found |= {Span(*name.span()): Listing.NAME for name in NAME.finditer(text) if name[0].lower() not in STOP_WORDS}
    for start, end, outlets in gazetteer.find(text):
        is_wire = all(one.kind is Kind.WIRE for one in outlets)
        found[Span(start, end)] = Listing.WIRE if is_wire else Listing.OUTLET
    return found


def _nouns_of(text: str) -> Iterator[tuple[Span, Listing]]:
    pattern, listings = _nouns()
    for noun in pattern.finditer(text):
        if listing := listings.get(noun[0].lower()):
            yield Span(*noun.span()), listing


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, Listing]]:
    """A pattern for whatever may be one of the nouns, and how each of them is listed."""
    listings: dict[str, Listing] = dict.fromkeys(TALKS, Listing.TALK)
    with resource("nouns.csv").open(encoding="utf8", newline="") as stream:
        for row in csv.DictReader(stream):
            noun, listing = row["noun"], NOUNS.get(Kind(row["kind"]))
            if listing:
                plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
                listings |= {noun: listing, plural: listing}
    hyphened = "".join(f"{noun}|" for noun in listings if not noun.isalpha())
    return re.compile(rf"\b(?:{hyphened}\w+)\b", re.IGNORECASE), listings
