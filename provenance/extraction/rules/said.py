"""A statement as it is found: its spans, its cue's verb, and nothing yet of who its source is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import Form
from provenance.model import Quotation, Span, Spans

if TYPE_CHECKING:
    from provenance.documents.segmentation import Sentence
    from provenance.extraction.rules.lexicon import Verb


@dataclass(frozen=True, slots=True)
class Said:
    """A statement before anyone asks who its source really is; `sentence` and `paragraph` number those of its cue.

    An empty `source` says that none is named.
    """

    sentence: int
    paragraph: int
    verb: Verb
    form: Form
    cue: Span
    source: Span
    content: Spans
    quotation: Quotation
    addressee: Span | None = None


def indirect(sentence: Sentence, number: int, verb: Verb, cue: Span, source: Span, content: Spans) -> Said:
    """What sentence `number` tells in the article's own words."""
    return Said(
        sentence=number,
        paragraph=sentence.paragraph,
        verb=verb,
        form=Form.PAST,
        cue=cue,
        source=source,
        content=content,
        quotation=Quotation.INDIRECT,
    )


def trimmed(text: str, source: Span) -> Span:
    """Without the comma or dash that closes an apposition."""
    return Span(source.start, source.end - 1) if text[source.end - 1] in ",—–" else source
