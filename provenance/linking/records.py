"""A reading as linking compares it: of each statement the words, figures, sources and meaning."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from provenance.documents.quantities import YEAR, quantities
from provenance.iris import attribution_iri, passage_iri, snapshot_iri
from provenance.linking.blocking.story import day, terms
from provenance.linking.cast import Agent, cast
from provenance.linking.rarity import rarity
from provenance.linking.vocabulary import Vocabulary, vocabulary
from provenance.model import Assertion, Kind, passage
from provenance.text import plain_name, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from provenance.model import Attribution, Hop, Reading

    Vectors = NDArray[np.int8]

SCALE = 127
NOBODY = frozenset({"unidentified", "unspecified"})
"""With what the names begin that readers give to whom no words describe: two so called are not one source for that."""
SMALL = 10
"""A number below it, without a unit, tells nothing without what it counts."""
_PERCENT = re.compile(r"(\d[\d.,]*)\s?(?:%|per ?cent|percentage)")


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """One statement: its attribution's IRI and its passage's.

    `figures` are the quantities in it ("9%", "30"), years left out, small ones with what they count. `speaker` are the
    words of a named person's name, none for anybody else; `chain` the plain name of each hop, from the article to the
    origin, which is a `kind`; "" for whom no words describe.
    """

    iri: str
    passage: str
    words: frozenset[str]
    percents: frozenset[str]
    figures: frozenset[str]
    speaker: frozenset[str]
    chain: tuple[str, ...]
    kind: Kind
    asserts: bool


@dataclass(frozen=True, eq=False)
class ArticleRecord:
    """The statements of one reading; `vectors` [statements, width] says what each means, in steps of 1/127."""

    day: int | None
    terms: tuple[str, ...]
    statements: tuple[StatementRecord, ...]
    cast: tuple[Agent, ...]
    vectors: Vectors

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary([one.words for one in self.statements], rarity)

    @cached_property
    def figures(self) -> Vocabulary:
        return vocabulary([one.figures for one in self.statements], lambda _: 1.0)


def record(reading: Reading, meanings: NDArray[np.float32]) -> ArticleRecord:
    """`meanings` [statements, width]: a vector for each attribution of `reading`, of any length."""
    snapshot = snapshot_iri(reading.article)
    statements = tuple(_statement(snapshot, reading.article.text, one) for one in reading.attributions)
    lengths = np.maximum(np.linalg.norm(meanings, axis=1, keepdims=True), 1e-9)
    vectors = np.rint(meanings / lengths * SCALE).astype(np.int8)
    return ArticleRecord(day(reading.article), terms(reading.article), statements, cast(reading), vectors)


def written(article: ArticleRecord) -> tuple[str, bytes]:
    """The statements of `article` as JSON, and its vectors as bytes."""
    agents = [(agent.iri, agent.name, agent.kind, agent.role) for agent in article.cast]
    record = [article.vectors.shape[1], article.day, article.terms, [_row(one) for one in article.statements], agents]
    return json.dumps(record), article.vectors.tobytes()


def read(record: str, vectors: bytes) -> ArticleRecord:
    """The record that `written` wrote."""
    width, published, telling, rows, agents = json.loads(record)
    return ArticleRecord(
        day=published,
        terms=tuple(telling),
        statements=tuple(map(_read, rows)),
        cast=tuple(Agent(iri, name, Kind(kind), role) for iri, name, kind, role in agents),
        vectors=np.frombuffer(vectors, dtype=np.int8).reshape(-1, width),
    )


def _is_nobody(hop: Hop) -> bool:
    return hop.name.partition(" ")[0] in NOBODY


def _row(one: StatementRecord) -> tuple[Any, ...]:
    parts = one.words, one.percents, one.figures, one.speaker
    return one.iri, one.passage, [" ".join(sorted(part)) for part in parts], one.chain, one.kind, one.asserts


def _read(row: tuple[str, str, list[str], list[str], str, bool]) -> StatementRecord:
    iri, place, parts, chain, kind, asserts = row
    said, percents, figures, speaker = (frozenset(part.split()) for part in parts)
    return StatementRecord(iri, place, said, percents, figures, speaker, tuple(chain), Kind(kind), asserts)


def _statement(snapshot: str, text: str, attribution: Attribution) -> StatementRecord:
    said = passage(text, attribution.content)
    origin = attribution.chain[-1] if attribution.chain else None
    named = origin is not None and origin.kind is Kind.PERSON and not origin.anonymous
    return StatementRecord(
        iri=attribution_iri(snapshot, attribution),
        passage=passage_iri(snapshot, attribution.content),
        words=frozenset(words(said)),
        percents=frozenset(_PERCENT.findall(said)),
        figures=frozenset(_figures(said)),
        speaker=frozenset(plain_name(origin.name).split()) if origin and named else frozenset(),
        chain=tuple("" if _is_nobody(hop) else plain_name(hop.name) for hop in attribution.chain),
        kind=origin.kind if origin else Kind.UNSPECIFIED,
        asserts=attribution.assertion is Assertion.ASSERTS,
    )


def _figures(said: str) -> Iterator[str]:
    for one in quantities(said):
        if one.unit == YEAR:
            continue
        figure = f"{one.value:.9g}{one.unit}"
        yield from [figure] if one.unit or one.value >= SMALL else (f"{figure}:{counted}" for counted in one.counts)
