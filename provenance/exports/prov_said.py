"""What quads say, looked up for PROV: which things there are, and what qualifies what."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from provenance.iris import passage_spans, relay_parts
from provenance.model import is_undecided
from provenance.rdf.vocabulary import GRASP, OA, PROV, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

QUALIFIED = {
    PROV.qualifiedDerivation: PROV.wasDerivedFrom,
    PROV.qualifiedQuotation: PROV.wasQuotedFrom,
    PROV.qualifiedInfluence: PROV.wasInfluencedBy,
}
"""For each property that leads to a relay, the one that says the same without it."""
FIRST_HAND = frozenset({SCHEMA.Person, SCHEMA.Organization, PV.Group, PV.AnonymousSource})
"""Who says what they know: no outlet, no platform, and nobody who is not even spoken of."""

DOCUMENT = frozenset({SCHEMA.CreativeWork})


class Relay(NamedTuple):
    """How `below` had it from `above`, as the node `iri` qualifies it; `way` is the property without that node."""

    iri: str
    way: str
    below: str
    above: str
    source: str


class Said:
    """Triples by subject and predicate, each once, in the order of their subjects."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._said: dict[str, dict[str, dict[NamedNode | Literal, None]]] = defaultdict(lambda: defaultdict(dict))
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                self._said[quad.subject.value][quad.predicate.value][quad.object] = None
        self.entities = {*self._of_type(PROV.Entity), *self._objects(PV.expresses)}
        self.agents = set(self._of_type(PROV.Agent))
        self.activities = set(self._of_type(PROV.Activity))

    def facts(self, subject: str) -> Iterator[tuple[str, NamedNode | Literal]]:
        """Each predicate of `subject` with each of its values."""
        said = self._said.get(subject, {})
        return ((predicate, term) for predicate in sorted(said) for term in sorted(said[predicate], key=str))

    def values(self, subject: str, predicate: str) -> list[str]:
        return sorted(term.value for term in self._said.get(subject, {}).get(predicate, {}))

    def pairs(self, predicate: str) -> list[tuple[str, str]]:
        """Each subject and object of `predicate`."""
        return [(one, other) for one in sorted(self._said) for other in self.values(one, predicate)]

    def types(self, subject: str) -> set[str]:
        return set(self.values(subject, RDF.type))

    def relays(self) -> Iterator[Relay]:
        for qualified, way in QUALIFIED.items():
            for below, iri in self.pairs(qualified):
                sources = self.values(iri, GRASP.wasAttributedTo)
                for above in self.values(iri, PROV.entity):
                    yield Relay(iri, way, below, above, sources[0] if sources else "")

    def is_first_hand(self, relay: Relay) -> bool:
        """Whether the trail surely ends there, with somebody, or a document, that asserts it."""
        last = not self.values(relay.above, PROV.qualifiedDerivation) and not self.values(relay.above, PV.resolvedTo)
        sure = not any(is_undecided(float(value)) for value in self.values(relay.iri, PV.confidence))
        return last and sure and not self._is_denied(relay) and bool(self.types(relay.source) & (FIRST_HAND | DOCUMENT))

    def words(self, passage: str) -> str:
        """Those that stand at a passage, its parts joined with an ellipsis."""
        parts = sorted(self.values(passage, SCHEMA.hasPart), key=passage_spans) or [passage]
        selectors = (node for part in parts for node in self.values(part, OA.hasSelector))
        return " … ".join(words for node in selectors for words in self.values(node, OA.exact))

    def _is_denied(self, relay: Relay) -> bool:
        """The attribution itself says so, which the first relay of its chain is."""
        return bool(self.values(relay_parts(relay.iri)[0], PV.assertion))

    def _of_type(self, kind: str) -> Iterator[str]:
        return (subject for subject in self._said if NamedNode(kind) in self._said[subject].get(RDF.type, {}))

    def _objects(self, predicate: str) -> Iterator[str]:
        return (term.value for said in list(self._said.values()) for term in said.get(predicate, {}))
