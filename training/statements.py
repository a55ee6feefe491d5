"""The statements of articles about events, as annotators marked them and as the program reads them: with claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from evaluation import given, gold
from evaluation.gate import rows
from evaluation.matching import covered, same_statement
from evaluation.metrics.claims import tallies
from evaluation.splits import Purpose, group
from provenance.encoder.encoder import encoder
from provenance.encoder.meaning import meanings
from provenance.extraction import extractor, reading_of
from provenance.linking.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from evaluation.matching import Span
    from evaluation.measures import Tally
    from provenance.linking.records import ArticleRecord
    from provenance.model import Attribution, Reading

SETS = ("events", "invented")


@dataclass(frozen=True, eq=False)
class Statements:
    """Those of one article of an event of a `set`; `given` by annotators, or read by the program.

    `claims` are those that each makes, none for one that the annotator does not have; `lines` what was annotated.
    """

    set: str
    event: str
    given: bool
    reading: Reading
    record: ArticleRecord
    claims: tuple[str | None, ...]
    lines: tuple[gold.Line, ...]


class Placed(NamedTuple):
    key: str
    content: Sequence[Span]


class Claim(NamedTuple):
    """A claim as `evaluation.metrics.claims` looks at it."""

    statements: Sequence[Placed]
    origins: tuple[()] = ()
    independent_origins: tuple[int, int] = (0, 0)


def statements(data: Path, name: str) -> Iterator[Statements]:
    """Of each article of a set twice: annotated, and read."""
    annotated = list(rows(data / name / "gold.jsonl", Purpose.LINKING))
    lines = gold.of_events(annotated)
    for marked, claims in given.readings(rows(data / name / "articles.jsonl", Purpose.LINKING), annotated):
        encoded = encoder(1).encode(marked.article.text)
        read = reading_of(marked.article, extractor())
        found = tuple(_claim(one, marked, claims) for one in read.attributions)
        for by_annotator, reading, makes in ((True, marked, tuple(claims)), (False, read, found)):
            event = group(marked.article.key, marked.article.text)
            kept = record(reading, meanings(encoded, reading.attributions))
            key = marked.article.key
            yield Statements(name, event, by_annotator, reading, kept, makes, lines.get(key, ()))


def agreement(articles: Sequence[Statements], joined: Sequence[Sequence[str]]) -> Tally:
    """How well the statements of one event are joined, by IRI; measured as `python -m evaluation` measures claims."""
    place = {
        said.iri: Placed(one.reading.article.key, [tuple(span) for span in attribution.content])
        for one in articles
        for said, attribution in zip(one.record.statements, one.reading.attributions, strict=True)
    }
    claims = [Claim([place[iri] for iri in made]) for made in joined]
    lines = {one.reading.article.key: one.lines for one in articles}
    event = articles[0].event
    shared = [gold.Shared(name, event, "", 0, 0) for name in {line.claim for each in lines.values() for line in each}]
    return tallies(claims, lines, shared)[event]


def _claim(one: Attribution, marked: Reading, claims: Sequence[str]) -> str | None:
    """That of the annotator's statement that it shares most with."""
    said = covered(one.content)
    shares = [same_statement(said, covered(other.content)) or 0.0 for other in marked.attributions]
    most = max(shares, default=0.0)
    return claims[shares.index(most)] if most else None
