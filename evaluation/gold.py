"""What annotators wrote, as values; `shared/data/README.md` beside the checkout tells of the files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from evaluation.matching import covered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evaluation.matching import Characters, Span

RELAYS = frozenset({"outlet", "wire", "document", "platform"})
"""Kinds of sources whose words are, as a rule, someone else's."""


class Type(StrEnum):
    """What an annotated line is: a statement that its source makes, denies or does not confirm, or no statement."""

    SAID = "S"
    DENIED = "SD"
    NOT_CONFIRMED = "SN"
    ATTITUDE = "A"
    NONE = "X"


STANCES = {Type.SAID: "asserts", Type.DENIED: "denies", Type.NOT_CONFIRMED: "does not confirm"}
"""The lines that are statements, and what `provenance.model.Assertion` calls them."""


@dataclass(frozen=True, slots=True)
class Source:
    """A hop as annotated; `kind` is one of `provenance.model.Kind`."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One annotated attribution: the characters of its content, and its chain from the article to the origin."""

    content: Characters
    chain: tuple[Source, ...]
    type: Type = Type.SAID
    hidden: bool = False
    claim: str = ""

    @property
    def is_statement(self) -> bool:
        return self.type in STANCES

    @property
    def is_relayed(self) -> bool:
        """Whether the article has it from somebody who has it from somebody."""
        return len(self.chain) > 1 or (len(self.chain) == 1 and self.chain[0].kind in RELAYS)


@dataclass(frozen=True, slots=True)
class Marked:
    """The spans of one attribution, as an annotator marked them."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text, and what each of its annotators marked, by the annotator's name."""

    key: str
    text: str
    annotators: Mapping[str, tuple[Marked, ...]]

    @property
    def first(self) -> tuple[Marked, ...]:
        """What the annotator marked whose name comes first: the one that is scored against."""
        return self.annotators[min(self.annotators)]


@dataclass(frozen=True, slots=True)
class Named:
    """Who the source at `source` of a text really is."""

    source: Characters
    name: str
    kind: str
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim of an event, as annotated: who it is from, how many origins know it apart, how many articles make it."""

    claim: str
    event: str
    origin: str
    independent: int
    articles: int


def documents(rows: Iterable[Mapping[str, Any]]) -> tuple[Document, ...]:
    """Texts with attributions marked in them (`polnear/*.jsonl.gz`)."""
    return tuple(
        Document(
            row["doc"], row["text"], {name: tuple(map(_marked, marks)) for name, marks in row["annotators"].items()}
        )
        for row in rows
    )


def statements(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Line, ...]]:
    """Lines of whole articles by article (`reading/*.gold.jsonl`); what an article was taken from is left out."""
    return _grouped("doc", (row for row in rows if "type" in row))


def relayed(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Line, ...]]:
    """Relayed statements by article (`gold/chains.*.jsonl`)."""
    return _grouped("doc", rows)


def of_events(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Line, ...]]:
    """Statements of event articles by article (`events/gold.jsonl`)."""
    return _grouped("id", rows)


def sources(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Named, ...]]:
    """Sources by article (`gold/sources.*.jsonl`)."""
    found = defaultdict(list)
    for row in rows:
        found[row["doc"]].append(Named(covered([row["source"]]), row["name"], row["kind"], bool(row["anonymous"])))
    return {key: tuple(named) for key, named in found.items()}


def claims(rows: Iterable[Mapping[str, Any]]) -> tuple[Shared, ...]:
    """Claims across articles (`events/clusters.jsonl`)."""
    return tuple(
        Shared(row["claim_cluster"], row["event"], row["origin"], row["independent_origins"], len(row["members"]))
        for row in rows
    )


def _grouped(key: str, rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Line, ...]]:
    found = defaultdict(list)
    for row in rows:
        found[row[key]].append(_line(row))
    return {name: tuple(lines) for name, lines in found.items()}


def _line(row: Mapping[str, Any]) -> Line:
    return Line(
        covered(_content(row)),
        tuple(Source(hop["name"], hop["kind"]) for hop in row["chain"]),
        Type(row.get("type", Type.SAID)),
        bool(row.get("origin_anonymous")),
        row.get("claim_cluster", ""),
    )


def _marked(row: Mapping[str, Any]) -> Marked:
    return Marked(*(tuple((start, end) for start, end in row.get(role) or ()) for role in ("source", "cue", "content")))


def _content(row: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Spans, or one span, or the two ends of one."""
    if "start" in row:
        return [(row["start"], row["end"])]
    content = row["content"]
    return [content] if content and isinstance(content[0], int) else content
