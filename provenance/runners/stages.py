"""The steps of an article before it meets a store, each a function of a module, so that another process may do it.

What goes in and comes out are frozen values that can be sent to another process and back. Each process loads an
extractor and an encoder once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.encoder.encoded import Encoded
    from provenance.extraction import ArticleExtractor
    from provenance.extraction.protocol import Answer
    from provenance.linking.prepared import Prepared
    from provenance.model import Article
    from provenance.readers import Document, Read, Skipped


class Parser(NamedTuple):
    """The extractor of that name; its encoder, if it has one, on so many `threads`, 0 for one on each core.

    It is given articles in `language` too, or in "any", whatever languages it reads.
    """

    extractor: str
    threads: int
    language: str = ""


class Readied(NamedTuple):
    """What an extractor took from an article, and what linking needs of it."""

    answer: Answer
    prepared: Prepared


def read(document: Document) -> Read | Skipped:
    return spoken(document.read())


def spoken(item: Read | Skipped) -> Read | Skipped:
    """With the article in its language."""
    from provenance.documents.language import in_its_language
    from provenance.readers import Read

    return replace(item, article=in_its_language(item.article)) if isinstance(item, Read) else item


def standing(found: Iterable[Read]) -> Read:
    """Of what was read of one article, in that order, what a store comes to hold: the last text, as it was told of.

    A text that is told again is no newer; what it says of the article counts, if that one stands.
    """
    from provenance.documents.restated import restated
    from provenance.iris import snapshot_iri

    first, *rest = found
    told, seen = first, {snapshot_iri(first.article)}
    for one in rest:
        snapshot = snapshot_iri(one.article)
        if snapshot == snapshot_iri(told.article):
            told = replace(told, article=restated(one.article, told.article))
        elif snapshot not in seen:
            told = one
            seen.add(snapshot)
    return told


def parse(article: Article, parser: Parser) -> Answer:
    """What `parser` takes from an article.

    Raises ExtractorError where it does not load or cannot answer, InputError where the text is too long to encode.
    """
    return _parsed(article, reader_of(article, parser), parser.threads)[0]


def ready(article: Article, parser: Parser) -> Readied:
    """As `parse`, and made ready for linking."""
    from provenance.linking.prepared import prepared, vectors_of

    answer, encoded = _parsed(article, reader_of(article, parser), parser.threads)
    return Readied(answer, prepared(answer.reading, vectors_of(answer.reading, encoded, parser.threads)))


def reader_of(article: Article, parser: Parser) -> ArticleExtractor:
    """The one that `parser` names, or one that keeps an article unread."""
    from provenance.extraction.unread import willing

    return willing(_loaded(parser), article, parser.language)


def warm(parser: Parser) -> None:
    """Load what the other steps need, once. Raises ExtractorError where it does not load."""
    from provenance.documents.language import recognised
    from provenance.extraction.protocol import EncodedExtractor

    recognised("")
    if isinstance(_loaded(parser), EncodedExtractor):
        from provenance.encoder.encoder import encoder

        encoder(parser.threads)


def _parsed(article: Article, reader: ArticleExtractor, threads: int) -> tuple[Answer, Encoded | None]:
    """With the encoder's pass over the article, if `reader` reads by that."""
    from provenance.extraction.protocol import EncodedExtractor, with_credits

    if not isinstance(reader, EncodedExtractor):
        return with_credits(article, reader.read), None
    from provenance.encoder.encoder import encoder

    encoded = encoder(threads).encode(article.text)
    return with_credits(article, lambda given: reader.read_encoded(given, encoded)), encoded


def _loaded(parser: Parser) -> ArticleExtractor:
    from provenance.extraction import extractor

    return extractor(parser.extractor)
