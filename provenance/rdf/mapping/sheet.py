"""Triples as they gather, written by the strings of their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from provenance.iris import passage_iri, selector_iri
from provenance.rdf.vocabulary import OA, PV, RDF, SCHEMA, XSD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Spans


class UncarriedError(ValueError):
    """A string that RDF has no literal for; the message says which and what to do."""


class _Nodes(dict[str, NamedNode]):
    """The nodes of IRIs, each made once. Raises ValueError for what is no IRI."""

    def __missing__(self, iri: str) -> NamedNode:
        node = self[iri] = NamedNode(iri)
        return node


class Sheet:
    """The triples of one graph."""

    def __init__(self) -> None:
        self.triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = []
        self._nodes = _Nodes()

    def link(self, subject: str, predicate: str, *things: str) -> None:
        """Raises ValueError where one of them is no IRI."""
        nodes = self._nodes
        node, edge = nodes[subject], nodes[predicate]
        for thing in things:
            self.triples.append((node, edge, nodes[thing]))

    def say(self, subject: str, predicate: str, value: str | None, datatype: str | None = None) -> None:
        """Nothing where `value` is None. Raises UncarriedError."""
        if value is not None:
            self.triples.append((self._nodes[subject], self._nodes[predicate], self._literal(value, datatype)))

    def passage_of(self, snapshot: str, spans: Spans, words: Sequence[str]) -> str:
        """A Web Annotation specific resource: `words`, those of each part, at `spans` of `snapshot`; its IRI.

        It has a selector by words and one by place: two nodes, as the model's own conformance tests want each selector
        of one type. A divided passage has each of its parts.
        """
        iri = passage_iri(snapshot, spans)
        self.link(iri, OA.hasSource, snapshot)
        if len(spans) > 1:
            self.link(iri, RDF.type, PV.DividedPassage)
            parts = dict(zip(spans, words, strict=True))
            self.link(iri, SCHEMA.hasPart, *(self.passage_of(snapshot, (span,), (parts[span],)) for span in parts))
            return iri
        quote, position = selector_iri(iri, "quote"), selector_iri(iri, "position")
        self.link(iri, RDF.type, OA.SpecificResource)
        self.link(iri, OA.hasSelector, quote, position)
        self.link(quote, RDF.type, OA.TextQuoteSelector)
        self.say(quote, OA.exact, words[0])
        self.link(position, RDF.type, OA.TextPositionSelector)
        self.say(position, OA.start, str(spans[0].start), XSD.integer)
        self.say(position, OA.end, str(spans[0].end), XSD.integer)
        return iri

    def _literal(self, value: str, datatype: str | None) -> Literal:
        try:
            return Literal(value, datatype=self._nodes[datatype]) if datatype else Literal(value)
        except ValueError:
            check_carried(value)
            raise


def check_carried(value: str) -> None:
    """Raise UncarriedError where RDF has no literal for `value`."""
    place = next((i for i, c in enumerate(value) if "\ud800" <= c <= "\udfff"), None)
    if place is not None:
        raise UncarriedError(
            f"the lone surrogate {value[place]!a} in {value[max(0, place - 20) : place + 20]!a} cannot be stored: "
            "decode the input with its right encoding"
        )


def decimal(share: float) -> str:
    """Four decimals at most, as the store writes it."""
    return f"{share:.4f}".rstrip("0").rstrip(".")
