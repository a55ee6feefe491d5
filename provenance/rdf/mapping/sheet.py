"""Triples as they gather, written by the strings of their terms."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode


class UncarriedError(ValueError):
    """A string that RDF has no literal for; the message says which and what to do."""


class Sheet:
    """The triples of one graph."""

    def __init__(self) -> None:
        self.triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = []
        self._nodes: dict[str, NamedNode] = {}

    def link(self, subject: str, predicate: str, *things: str) -> None:
        """Raises ValueError where one of them is no IRI."""
        node, edge = self._node(subject), self._node(predicate)
        self.triples.extend((node, edge, self._node(thing)) for thing in things)

    def say(self, subject: str, predicate: str, value: str | None, datatype: str | None = None) -> None:
        """Nothing where `value` is None. Raises UncarriedError."""
        if value is not None:
            self.triples.append((self._node(subject), self._node(predicate), self._literal(value, datatype)))

    def _node(self, iri: str) -> NamedNode:
        node = self._nodes.get(iri)
        if node is None:
            node = self._nodes[iri] = NamedNode(iri)
        return node

    def _literal(self, value: str, datatype: str | None) -> Literal:
        try:
            return Literal(value, datatype=self._node(datatype)) if datatype else Literal(value)
        except ValueError:
            place = next(i for i, c in enumerate(value) if "\ud800" <= c <= "\udfff")
            raise UncarriedError(
                f"the lone surrogate {value[place]!a} in {value[max(0, place - 20) : place + 20]!a} cannot be stored: "
                "decode the input with its right encoding"
            ) from None


def decimal(share: float) -> str:
    """Four decimals at most, as the store writes it."""
    return f"{share:.4f}".rstrip("0").rstrip(".")
