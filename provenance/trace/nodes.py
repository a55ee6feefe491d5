"""The nodes and edges of the traced graph, as frozen values; what each kind means: see `graph`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from provenance.model import Assertion, Kind, Quotation, Spans

if TYPE_CHECKING:
    from collections.abc import Iterator


class NodeKind(StrEnum):
    ARTICLE = "article"
    STATEMENT = "statement"
    CITED = "cited"
    SOURCE = "source"


class EdgeKind(StrEnum):
    RELAY = "relay"
    RESOLVED = "resolved"
    WITHIN = "within"
    BY = "by"
    DERIVED = "derived"


PUBLISHED_BY = "published by"
"""The relation of the edge from an article to its publisher."""
UPWARD = frozenset({EdgeKind.RELAY, EdgeKind.RESOLVED})
"""What leads from what was told to where it was taken from."""


@dataclass(frozen=True, slots=True)
class ArticleNode:
    """A document that was read; `helped_by` are those who gave a part of it, by name."""

    kind: ClassVar = NodeKind.ARTICLE
    label: str
    article_key: str
    title: str
    publisher: str
    publisher_kind: Kind
    published: str
    byline: str
    url: str
    language: str
    helped_by: str = ""


@dataclass(frozen=True, slots=True)
class StatementNode:
    """What an article, by its node, attributes: `text`, at `spans` of it."""

    kind: ClassVar = NodeKind.STATEMENT
    label: str
    text: str
    spans: Spans
    article: str


@dataclass(frozen=True, slots=True)
class CitedNode:
    """A report or saying that is pointed to; `agent` is the node of who made it.

    `retrieved` is the key of the article that it is held to be, empty where it is not in the store.
    """

    kind: ClassVar = NodeKind.CITED
    label: str
    name: str
    agent: str
    agent_kind: Kind
    anonymous: bool
    position: int
    retrieved: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class SourceNode:
    """Who said it, wrote it or publishes it; `undecided`: only undecided hops name them."""

    kind: ClassVar = NodeKind.SOURCE
    label: str
    agent_kind: Kind
    anonymous: bool
    name: str
    role: str
    reason: str
    undecided: bool


Node = ArticleNode | StatementNode | CitedNode | SourceNode


@dataclass(frozen=True, slots=True)
class Edge:
    """From what was told to where it was taken from, or to whose it is.

    `evidence` are the words that show it, at `spans` of the article whose key is `told_in`; `attribution` is the IRI of
    the one that says so. A relay, and what a whole article was derived from, has an `assertion`, and the `role` and
    `reason` that the article gives; what stands within an article, how it is quoted (`quotation`).
    """

    kind: EdgeKind
    relation: str
    evidence: str = ""
    spans: Spans = ()
    told_in: str = ""
    confidence: float = 1.0
    date: str = ""
    attribution: str = ""
    made_by: str = ""
    undecided: bool = False
    assertion: Assertion = Assertion.ASSERTS
    role: str = ""
    reason: str = ""
    quotation: Quotation = Quotation.INDIRECT


def written(spans: Spans) -> str:
    """Spans as an attribute: "12-30 41-50"."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def node_attributes(node: Node) -> dict[str, Any]:
    """A node as every NetworkX writer takes it: strings, whole numbers and Booleans, never None."""
    said = dict(_attributes(node))
    optional = {"helped_by"} if isinstance(node, ArticleNode) else {"url"} if isinstance(node, CitedNode) else set()
    return {
        "label": node.label,
        "kind": str(node.kind),
        **{name: value for name, value in said.items() if name not in optional or value},
    }


_FIRST = ("evidence", "spans", "told_in", "confidence", "date", "attribution", "made_by", "undecided")
_RELAYED = ("assertion", "role", "reason")
_LAST = {EdgeKind.RELAY: _RELAYED, EdgeKind.DERIVED: _RELAYED, EdgeKind.WITHIN: ("quotation",)}


def edge_attributes(edge: Edge) -> dict[str, Any]:
    """An edge as every NetworkX writer takes it, with what is said of its kind."""
    said = dict(_attributes(edge))
    return {name: said[name] for name in (*_FIRST, "kind", "relation", *_LAST.get(edge.kind, ()))}


def _attributes(value: Node | Edge) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        said = getattr(value, field.name)
        yield field.name, written(said) if isinstance(said, tuple) else str(said) if isinstance(said, StrEnum) else said
