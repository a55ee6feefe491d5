"""Which pass found a hop, as the store keeps it."""

from dataclasses import replace
from datetime import UTC, datetime

from corpus import hop, reading, said

from provenance.iris import attribution_iri, relay_iri, snapshot_iri
from provenance.model import Derivation, Kind, Relation
from provenance.rdf import mapping
from provenance.rdf.vocabulary import PV

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
TEXT = "Kestrel Wire, citing Ilse Maren, reported that the sluice had failed."
WIRE = hop(TEXT, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire, citing")
MAREN = hop(TEXT, "Ilse Maren", Kind.PERSON, Relation.SAID, "citing Ilse Maren", confidence=0.75)
SAID = said(TEXT, "the sluice had failed", "reported", (WIRE, MAREN))
SLUICE = reading("sluice", "Daily Sluice", "2031-02-04", TEXT, attributions=(SAID,))


def test_each_hop_says_which_pass_found_it() -> None:
    chain = (replace(WIRE, made_by="parser/4:through"), replace(MAREN, made_by="parser/4:said by"))
    credited = Derivation("Tarsk Post", Kind.OUTLET, Relation.REPUBLISHED, declared_in="isBasedOn", made_by="credits")
    signed = replace(SLUICE, attributions=(replace(SAID, chain=chain),), derivations=(credited,))
    quads = list(mapping.quads(signed, NOON))
    made = {quad.subject.value: quad.object.value for quad in quads if quad.predicate.value == PV.madeBy}
    relay = attribution_iri(snapshot_iri(signed.article), SAID)
    assert (made[relay], made[relay_iri(relay, 1)]) == ("parser/4:through", "parser/4:said by")
    assert sorted(made.values()) == ["credits", "parser/4:said by", "parser/4:through"]
    assert mapping.reading(quads) == signed


def test_a_graph_made_before_passes_were_told_is_read() -> None:
    signed = replace(SAID, chain=tuple(replace(hop, made_by="rules/5") for hop in SAID.chain))
    quads = mapping.quads(replace(SLUICE, attributions=(signed,)), NOON)
    before = [quad for quad in quads if quad.predicate.value != PV.madeBy]
    assert mapping.reading(before) == SLUICE
