"""What it takes to be an extractor, and what its answers are held to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from provenance.documents.credits import credited, united
from provenance.errors import ExtractorError
from provenance.extraction.hyperlinks import linked

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from provenance.encoder.encoded import Encoded
    from provenance.model import Article, Attribution, Extractor, Reading, Spans


CREDITS = "credits"
"""The pass that reads what a page says of its own making."""


@runtime_checkable
class ArticleExtractor(Protocol):
    """Reads articles. The same text must give the same reading; no state may pass from one article to the next."""

    @property
    def identity(self) -> Extractor:
        """Which program, version and weights: articles are read again when it changes."""

    def read(self, article: Article) -> Reading:
        """What `article` attributes to whom."""


@runtime_checkable
class EncodedExtractor(ArticleExtractor, Protocol):
    """Reads articles from the encoder's pass over them, which is made once and serves joining too."""

    def read_encoded(self, article: Article, encoded: Encoded) -> Reading:
        """What `read` answers, from the pass over the text of `article`."""


@runtime_checkable
class LanguageExtractor(ArticleExtractor, Protocol):
    """Reads other languages than English."""

    @property
    def languages(self) -> Collection[str]:
        """Their ISO 639 codes ("en", "de"); articles in others are kept, and not read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an extractor took from an article; `dropped` says what is wrong with each statement that does not fit it."""

    reading: Reading
    dropped: tuple[str, ...] = ()


def reading_of(article: Article, extractor: ArticleExtractor) -> Reading:
    """What `extractor` takes from `article`, whose credits are read before it and hold beside any of its own.

    Statements that do not fit the article are left out. Raises ExtractorError where the answer is on another text.
    """
    return with_credits(article, extractor.read).reading


def with_credits(article: Article, read: Callable[[Article], Reading]) -> Answer:
    """The same of an extractor that reads by `read`, with what is left out.

    Raises ExtractorError where its answer is on another text.
    """
    found = credited(article)
    reading = read(found.article)
    if reading.article.text != article.text:
        raise ExtractorError(f"extractor '{reading.extractor.name}': its answer is on another text than it was given")
    answer = fitting(reading)
    own = signed(answer.reading)
    derivations = united((*(replace(one, made_by=CREDITS) for one in found.derivations), *own.derivations))
    return replace(answer, reading=linked(replace(own, derivations=derivations)))


def fitting(reading: Reading) -> Answer:
    """`reading` without the statements of which a span, a confidence or the chain does not fit its text."""
    name, length = reading.extractor.name, len(reading.article.text)
    kept, dropped = [], []
    for number, attribution in enumerate(reading.attributions, 1):
        wrong = next(_wrong(attribution, length), None)
        if wrong:
            dropped.append(f"extractor '{name}', statement {number}, left out: {wrong}")
        else:
            kept.append(attribution)
    return Answer(replace(reading, attributions=tuple(kept)) if dropped else reading, tuple(dropped))


def signed(reading: Reading, maker: Extractor | None = None) -> Reading:
    """With `maker`, else its extractor, as what made each hop that names no pass: "given/2"."""
    by = maker or reading.extractor
    label = f"{by.name}/{by.version}"
    return replace(
        reading,
        derivations=tuple(replace(one, made_by=one.made_by or label) for one in reading.derivations),
        attributions=tuple(
            replace(one, chain=tuple(replace(hop, made_by=hop.made_by or label) for hop in one.chain))
            for one in reading.attributions
        ),
    )


def _wrong(attribution: Attribution, length: int) -> Iterator[str]:
    if not attribution.content:
        yield "it has no content"
    if not attribution.chain:
        yield "its chain is empty"
    parts: dict[str, Spans] = {role: getattr(attribution, role) for role in ("content", "cue", "source")}
    for hop in attribution.chain:
        parts[f"the mention of {hop.name}"] = hop.mention
        parts[f"the evidence of {hop.name}"] = hop.evidence
        if not hop.name.strip():
            yield "a hop has no name"
    for role, spans in parts.items():
        for start, end in spans:
            if not 0 <= start < end <= length:
                yield f"{role} [{start}, {end}) is not in the text of {length} characters"
    for sure in chain((attribution.confidence,), (hop.confidence for hop in attribution.chain)):
        if not 0 <= sure <= 1:
            yield f"confidence {sure} is not between 0 and 1"
