"""All claims of a corpus, as the contract lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.documents.canonical import completed
from provenance.iris import attribution_iri_of
from provenance.queries.across import across
from provenance.trace import outline
from provenance.trace.clearest import clearest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.corpus import Corpus
    from provenance.model import Kind, Spans, Statement


@dataclass(frozen=True, slots=True)
class Appearance:
    """One statement of a claim: the key of its article, and where it stands in the text."""

    id: str
    key: str
    content: Spans


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """`reached` is the key of the article that the origin stands in, or "cited, not retrieved"."""

    name: str
    kind: Kind
    anonymous: bool
    reached: str


@dataclass(frozen=True, slots=True)
class Earliest:
    """`date` is an ISO 8601 date."""

    key: str
    date: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that make one claim, in the fields of the contract; `text` is the wording of the clearest.

    Where its words begin with a pronoun or are few, `whole` is that wording made whole, in brackets what was put in: no
    quotation.
    `independent_origins` is a range (`provenance.trace.independence`). `loops`: outlets, or statements,
    cite each other in a circle. `undecided` counts the statements that are left out of these, because who made them is.
    """

    id: str
    text: str
    statements: tuple[Appearance, ...]
    origins: tuple[ClaimOrigin, ...]
    independent_origins: tuple[int, int]
    earliest: Earliest | None
    loops: bool
    undecided: int
    whole: str


def listed(corpus: Corpus) -> Iterator[Claim]:
    """Every claim, those that most articles make first."""
    for iri, statements in corpus.claims():
        yield _claim(corpus, iri, statements)


def _claim(corpus: Corpus, iri: str, statements: Sequence[Statement]) -> Claim:
    joined = across(corpus, statements)
    found = outline(statements, joined.resolutions, joined.concluded)
    first = clearest_of(statements)
    articles = [statement.reading.article for statement in statements]
    dated = sorted((article.published, article.key) for article in articles if article.published)
    return Claim(
        id=iri,
        text=first.text,
        statements=tuple(map(_appearance, statements)),
        origins=tuple(ClaimOrigin(one.name, one.kind, one.anonymous, one.reached) for one in found.origins),
        independent_origins=(found.independence.low, found.independence.high),
        earliest=Earliest(dated[0][1], dated[0][0]) if dated else None,
        loops=bool(found.loops),
        undecided=found.undecided,
        whole=completed(first),
    )


def _appearance(statement: Statement) -> Appearance:
    return Appearance(attribution_iri_of(statement), statement.reading.article.key, statement.attribution.content)
