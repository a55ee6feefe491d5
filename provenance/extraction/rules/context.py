"""What every step after the clauses may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Span
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.cast import Cast
    from provenance.extraction.rules.mentions import OutletMention
    from provenance.extraction.rules.said import Said
    from provenance.extraction.rules.who import Who
    from provenance.model import Article, Spans

HEADLINE = 130  # characters


@dataclass(frozen=True, slots=True)
class Context:
    """An article cut up, with the names on its page."""

    page: Page
    article: Article
    people: Cast

    def words(self, span: Span) -> str:
        return self.page.text[span.start : span.end]

    def sentence(self, said: Said) -> Span:
        """The sentence that holds the cue of `said`."""
        found = self.page.sentences[said.sentence]
        return Span(found.start, found.end)

    def around(self, said: Said) -> str:
        """The cue's sentence with the content blanked, as long as the sentence."""
        start, end = self.sentence(said)
        words = self.page.text[start:end]
        for part in said.content:
            first, last = max(part.start, start) - start, min(part.end, end) - start
            if first < last:
                words = words[:first] + " " * (last - first) + words[last:]
        return words

    def outlets_beside(self, said: Said, reach: int) -> Iterator[tuple[OutletMention, str, str]]:
        """Outlets that the cue's sentence names outside content and source, with `reach` characters on both sides."""
        words, sentence = self.around(said), self.sentence(said)
        start = sentence.start
        for mention in self.people.outlets_in(sentence):
            at, end = mention.span.start - start, mention.span.end - start
            outside = not words[at].isspace()
            if outside and not said.source.start <= mention.span.start < said.source.end:
                yield mention, words[max(0, at - reach) : at], words[end : end + reach]

    def in_headline(self, said: Said) -> bool:
        """Whether the cue of `said` stands in the first paragraph and that is short: a headline."""
        first = self.page.paragraphs[0]
        return said.paragraph == 0 and len(self.page.paragraphs) > 1 and first.end - first.start <= HEADLINE

    def own(self, name: str) -> bool:
        """Whether `name` is the publisher of the article itself."""
        publisher = self.article.publisher
        return publisher is not None and plain_name(name) == plain_name(publisher.name)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement with its source known."""

    said: Said
    who: Who

    @property
    def mention(self) -> Spans:
        return (self.said.source,) if self.said.source.start < self.said.source.end else ()
