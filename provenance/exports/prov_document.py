"""A graph as one document of PROV-DM (W3C, 2013), whose entities, agents and relations are those of the RDF.

What is reported is reported here too: that a cited statement was attributed to somebody has the type grasp:Attribution.
Beside what the graph says in PROV-O already, a statement was quoted from its snapshot (`oa:hasSource`), is a
specialization of the claim that it expresses, and an alternate of the cited statement that it is held to be. A chain
that surely ends with somebody who asserts it ends with a primary source. Passages, links and targets are no things of
PROV: of them there are the words that show a relay, as its label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prov.constants import PROV_LABEL, PROV_TYPE
from prov.identifier import Identifier, Namespace
from prov.model import Literal as ProvLiteral
from prov.model import ProvDocument
from pyoxigraph import Literal, NamedNode

from provenance import iris
from provenance.exports.prov_said import DOCUMENT, Said
from provenance.rdf.vocabulary import GRASP, OA, PREFIXES, PROV, PV, RDF, SCHEMA, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prov.identifier import QualifiedName
    from pyoxigraph import Quad

    from provenance.exports.prov_said import Relay

    Attributes = list[tuple[str | QualifiedName, object]]

NAMESPACES = {name: Namespace(name, iri) for name, iri in (*PREFIXES.items(), *iris.NAMESPACES.items())}
LABELS = (SCHEMA.name, SCHEMA.headline, SCHEMA.text, SCHEMA.claimReviewed)
BASES = frozenset({PROV.Entity, PROV.Agent, PROV.Activity, PROV.Derivation, PROV.EntityInfluence})
"""Types that the record itself says."""
AS_RELATION = (PREFIXES["prov"], PREFIXES["grasp"], OA.hasSource, PV.expresses, PV.resolvedTo)
"""How properties begin that become relations."""
QUOTATION, REVISION, PRIMARY = (PREFIXES["prov"] + kind for kind in ("Quotation", "Revision", "PrimarySource"))


def document(quads: Iterable[Quad]) -> ProvDocument:
    """All graphs of `quads` as one."""
    return _Page(Said(quads)).written()


class _Page:
    def __init__(self, said: Said) -> None:
        self.said = said
        self.page = ProvDocument()
        for name, namespace in NAMESPACES.items():
            if name not in ("prov", "xsd"):
                self.page.add_namespace(namespace)
        self._known = said.entities | said.agents | said.activities

    def written(self) -> ProvDocument:
        said, page = self.said, self.page
        for iri in sorted(said.entities):
            page.entity(name(iri), self._about(iri))
            for time in said.values(iri, PROV.generatedAtTime):
                page.generation(name(iri), time=time)
        for iri in sorted(said.agents):
            page.agent(name(iri), self._about(iri))
        for iri in sorted(said.activities):
            page.activity(
                name(iri),
                endTime=next(iter(said.values(iri, PROV.endedAtTime)), None),
                other_attributes=self._about(iri),
            )
        self._write_bare()
        relays = list(said.relays())
        for relay in relays:
            self._write_relay(relay)
        self._write_derived({(relay.below, relay.above) for relay in relays})
        return page

    def _write_bare(self) -> None:
        """Relations of which the graph says no more than their ends."""
        page, entities, agents, activities = self.page, self.said.entities, self.said.agents, self.said.activities
        for predicate, write, left, right in (
            (PROV.wasGeneratedBy, page.generation, entities, activities),
            (PROV.wasInvalidatedBy, page.invalidation, entities, activities),
            (PROV.used, page.usage, activities, entities),
            (PROV.wasAssociatedWith, page.association, activities, agents),
            (PROV.wasAttributedTo, page.attribution, entities, agents),
            (PROV.specializationOf, page.specialization, entities, entities),
            (PV.expresses, page.specialization, entities, entities),
            (PROV.alternateOf, page.alternate, entities, entities),
            (PV.resolvedTo, page.alternate, entities, entities),
        ):
            for one, other in self.said.pairs(predicate):
                if one in left and other in right:
                    write(name(one), name(other))

    def _write_relay(self, relay: Relay) -> None:
        """How it was had, and who is held to have said it. A document is no agent; what stands in it is derived."""
        below, above, about = name(relay.below), name(relay.above), self._about(relay.iri)
        about += [
            (PROV_LABEL, words) for one in self.said.values(relay.iri, PV.evidence) if (words := self.said.words(one))
        ]
        if relay.way == PROV.wasInfluencedBy:
            self.page.influence(below, above, name(relay.iri), about)
        else:
            self.page.derivation(
                below, above, identifier=name(relay.iri), other_attributes=[*about, *self._types(relay)]
            )
        reported: Attributes = [(PROV_TYPE, name(GRASP.Attribution))]
        if relay.source in self.said.agents:
            self.page.attribution(above, name(relay.source), other_attributes=reported)
        elif relay.source:
            self.page.derivation(above, name(relay.source), other_attributes=[*reported, *self._types(relay, DOCUMENT)])

    def _types(self, relay: Relay, of: frozenset[str] = frozenset()) -> Iterator[tuple[QualifiedName, QualifiedName]]:
        is_document = bool(self.said.types(relay.source) & DOCUMENT)
        if is_document == bool(of) and self.said.is_first_hand(relay):
            yield PROV_TYPE, name(PRIMARY)

    def _write_derived(self, told: set[tuple[str, str]]) -> None:
        """What was derived in a way that no relay tells of."""
        ways = {
            PROV.wasDerivedFrom: "",
            PROV.wasQuotedFrom: QUOTATION,
            PROV.wasRevisionOf: REVISION,
            OA.hasSource: QUOTATION,
        }
        for way, kind in ways.items():
            for below, above in self.said.pairs(way):
                if (below, above) not in told and {below, above} <= self.said.entities:
                    types = [(PROV_TYPE, name(kind))] if kind else []
                    self.page.derivation(name(below), name(above), other_attributes=types)

    def _about(self, iri: str) -> Attributes:
        """Types, a label, and what other vocabularies say: in words, or by what is in the document or a vocabulary."""
        label = next((one for kind in LABELS for one in self.said.values(iri, kind)), "")
        about: Attributes = [(PROV_LABEL, label)] if label and not self._is_whole_text(iri) else []
        about += [(PROV_TYPE, name(kind)) for kind in sorted(self.said.types(iri) - BASES)]
        for predicate, term in self.said.facts(iri):
            if (
                predicate == RDF.type
                or predicate.startswith(AS_RELATION)
                or (predicate == SCHEMA.text and self._is_whole_text(iri))
            ):
                continue
            if isinstance(term, Literal):
                about.append((name(predicate), literal(term)))
            elif term.value in self._known or _is_term(term.value):
                about.append((name(predicate), name(term.value)))
        return about

    def _is_whole_text(self, iri: str) -> bool:
        """A snapshot: its text is the article's own, and too long for an attribute."""
        return bool(self.said.values(iri, PROV.specializationOf))


def name(iri: str) -> QualifiedName:
    """With the longest of the namespaces that it begins with; all IRIs of a store have one."""
    namespace = max((one for one in NAMESPACES.values() if iri.startswith(one.uri)), key=lambda one: len(one.uri))
    return namespace[iri.removeprefix(namespace.uri)]


def literal(term: Literal) -> str | Identifier | ProvLiteral:
    if term.datatype.value == XSD.anyURI:
        return Identifier(term.value)
    return term.value if term.datatype == _STRING else ProvLiteral(term.value, name(term.datatype.value))


def _is_term(iri: str) -> bool:
    return any(iri.startswith(namespace) for namespace in PREFIXES.values())


_STRING = NamedNode(PREFIXES["xsd"] + "string")
