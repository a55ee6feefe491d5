"""Words that could be a carrier, found without a model of carriers: names, outlets, and nouns for papers and talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.encoder.encoder import encoder
from provenance.extraction.parser.mentions import listed
from provenance.extraction.parser.parser import found

if TYPE_CHECKING:
    from provenance.model import Span


def by_lists(text: str) -> set[Span]:
    """Outlets of the gazetteer, what is written with capitals, and nouns for documents, outlets and platforms."""
    return set(listed(text))


def by_tags(text: str) -> set[Span]:
    """What the shipped reader tags as a source, outside and inside contents."""
    encoded = encoder().encode(text)
    statements = found(encoded)[0] if len(encoded.tokens) else ()
    return {encoded.tokens.span(one.source.start, one.source.end) for one in statements if one.source}
