"""A reading as linking compares it: of each statement the words, percentages, speaker and meaning."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from provenance.iris import attribution_iri, passage_iri, snapshot_iri
from provenance.linking.agents import Agent, cast
from provenance.linking.stories import day, terms
from provenance.model import Assertion, Kind, passage
from provenance.text import plain_name, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.model import Attribution, Reading

    Vectors = NDArray[np.int8]

SCALE = 127
_PERCENT = re.compile(r"(\d[\d.,]*)\s?(?:%|per ?cent|percentage)")


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: its attribution's IRI and its passage's.

    `speaker` are the words of a named person's name, none for anybody else.
    """

    iri: str
    passage: str
    words: frozenset[str]
    percents: frozenset[str]
    speaker: frozenset[str]
    asserts: bool


@dataclass(frozen=True)
class Page:
    """The statements of one reading; `vectors` [statements, width] says what each means, in steps of 1/127."""

    day: int | None
    terms: tuple[str, ...]
    told: tuple[Told, ...]
    cast: tuple[Agent, ...]
    vectors: Vectors

    @cached_property
    def mean(self) -> NDArray[np.float64]:
        """What all of them have in common."""
        mean: NDArray[np.float64] = self.vectors.mean(axis=0) if len(self.told) else np.zeros(self.vectors.shape[1])
        return mean

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many of them each word is."""
        return Counter(word for one in self.told for word in one.words)


def page(reading: Reading, meanings: NDArray[np.float32]) -> Page:
    """`meanings` [statements, width]: a vector for each attribution of `reading`, of any length."""
    snapshot = snapshot_iri(reading.article)
    told = tuple(_told(snapshot, reading.article.text, one) for one in reading.attributions)
    lengths = np.maximum(np.linalg.norm(meanings, axis=1, keepdims=True), 1e-9)
    vectors = np.rint(meanings / lengths * SCALE).astype(np.int8)
    return Page(day(reading.article), terms(reading.article), told, cast(reading), vectors)


def written(page: Page) -> tuple[str, bytes]:
    """The statements of `page` as JSON, and its vectors as bytes."""
    rows = [
        (one.iri, one.passage, [" ".join(sorted(part)) for part in (one.words, one.percents, one.speaker)], one.asserts)
        for one in page.told
    ]
    agents = [(agent.iri, agent.name, agent.kind, agent.role) for agent in page.cast]
    return json.dumps([page.vectors.shape[1], page.day, page.terms, rows, agents]), page.vectors.tobytes()


def read(record: str, vectors: bytes) -> Page:
    """The page that `written` wrote."""
    width, published, telling, rows, agents = json.loads(record)
    return Page(
        day=published,
        terms=tuple(telling),
        told=tuple(map(_row, rows)),
        cast=tuple(Agent(iri, name, Kind(kind), role) for iri, name, kind, role in agents),
        vectors=np.frombuffer(vectors, dtype=np.int8).reshape(-1, width),
    )


def _row(row: tuple[str, str, list[str], bool]) -> Told:
    iri, place, parts, asserts = row
    said, percents, speaker = (frozenset(part.split()) for part in parts)
    return Told(iri, place, said, percents, speaker, asserts)


def _told(snapshot: str, text: str, attribution: Attribution) -> Told:
    said = passage(text, attribution.content)
    origin = attribution.chain[-1] if attribution.chain else None
    named = origin is not None and origin.kind is Kind.PERSON and not origin.anonymous
    return Told(
        iri=attribution_iri(snapshot, attribution),
        passage=passage_iri(snapshot, attribution.content),
        words=frozenset(words(said)),
        percents=frozenset(_PERCENT.findall(said)),
        speaker=frozenset(plain_name(origin.name).split()) if origin and named else frozenset(),
        asserts=attribution.assertion is Assertion.ASSERTS,
    )
