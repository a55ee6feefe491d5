"""What keeps an article in a language that an extractor does not read: its credits, no statements, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.language import english_name, primary
from provenance.errors import UsageError
from provenance.extraction.protocol import LanguageExtractor
from provenance.model import Extractor, Reading

if TYPE_CHECKING:
    from provenance.extraction.protocol import ArticleExtractor
    from provenance.model import Article

ANY = "any"
ENGLISH = "en"
VERSION = "1"


class Unread:
    """Reads nothing; `reason` is the name of the language that the article is in."""

    identity = Extractor("language", VERSION)

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def read(self, article: Article) -> Reading:
        return Reading(article, self.identity, unread=self.reason)


def willing(reader: ArticleExtractor, article: Article, also: str = "") -> ArticleExtractor:
    """`reader` where it reads the article's language, or that is `also`, or that is "any"; else one that reads nothing.

    An extractor that does not say what it reads, reads English; and so is an article that does not say what it is in.
    """
    name = english_name(article.language or ENGLISH)
    code = primary(article.language or ENGLISH)
    read = reader.languages if isinstance(reader, LanguageExtractor) else (ENGLISH,)
    return reader if name is None or also == ANY or code == primary(also) or code in read else Unread(name)


def language_asked(tag: str) -> str:
    """`tag`, where it is empty, "any" or a language. Raises UsageError for anything else."""
    if tag and tag != ANY and english_name(tag) is None:
        raise UsageError(f"no language '{tag}': give its code, such as de, or any")
    return tag
