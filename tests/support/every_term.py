"""Triples of an invented story in which each term of our own occurs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus import STORY, at, hop, reading, said
from decided import agent, corrected, decision, linked, on, target

from provenance.decisions import Action, Field, Subject, Undone
from provenance.iris import agent_iri, article_iri, attribution_iri_of, cited_iri, claim_iri, passage_iri_of
from provenance.model import (
    Assertion,
    Capture,
    ClaimReview,
    Declaration,
    Derivation,
    Hyperlink,
    Judgement,
    Kind,
    Link,
    LinkKind,
    Quotation,
    Rating,
    Reading,
    Relation,
    Statement,
)
from provenance.rdf.mapping import decision_quads, quads
from provenance.rdf.mapping.claims import claim_quads
from provenance.rdf.mapping.links import kept_link_quads, link_quads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
KINDS = (Kind.PERSON, Kind.GROUP, Kind.PLATFORM, Kind.ORGANIZATION, Kind.WIRE)


def triples() -> Iterator[Quad]:
    for one in (*STORY, *_relations(), _rich(), _unread()):
        yield from quads(one, NOON)
    wire, other = (Statement(one, one.attributions[0]) for one in STORY[:2])
    ends = [attribution_iri_of(one) for one in (wire, other)]
    yield from claim_quads(claim_iri(ends[0]), [passage_iri_of(one) for one in (wire, other)])
    for kind, judgement in zip(LinkKind, [*Judgement, *Judgement], strict=False):
        left, right = _ends(kind, ends)
        yield from link_quads(Link(kind, left, right, judgement, "words/1", 0.9, 0.8, "the same words"))
    from pyoxigraph import NamedNode, Quad

    from provenance.rdf.vocabulary import INFERRED, PV

    report, statement = cited_iri(ends[1], 0), passage_iri_of(wire)
    yield Quad(NamedNode(report), NamedNode(PV.resolvedTo), NamedNode(statement), NamedNode(INFERRED))
    people = agent("Ilse Maren", Kind.PERSON), agent("I. Maren", Kind.PERSON)
    for one in (
        on("kestrel", Action.CONFIRM, note="heard the tape"),
        replace(on("record", Action.REJECT), undone=Undone("Ada", NOON)),
        decision(Action.MERGE, Subject.AGENT, *people),
        decision(Action.SPLIT, Subject.CLAIM, target("kestrel"), target("courier")),
        linked(LinkKind.SAME_CLAIM, Action.CONFIRM, target("kestrel"), target("northgate")),
        corrected("northgate", (Field.NAME, "two ministry officials"), at_hop=1),
    ):
        yield from decision_quads(one)


def kept() -> Iterator[Quad]:
    """What a store holds that no export shows."""
    left, right = _ends(LinkKind.SAME_AGENT, [])
    yield from kept_link_quads(
        Link(LinkKind.SAME_AGENT, left, right, Judgement.SAME, "names/1", 0.9, 0.8, "the same name")
    )


def _ends(kind: LinkKind, attributions: list[str]) -> tuple[str, str]:
    match kind:
        case LinkKind.SAME_AGENT:
            return agent_iri("Ilse Maren", Kind.PERSON), agent_iri("I. Maren", Kind.PERSON)
        case LinkKind.COPY:
            return article_iri(STORY[3].article), article_iri(STORY[1].article)
        case LinkKind.REPORT:
            return cited_iri(attributions[1], 0), attributions[0]
        case _:
            return attributions[0], attributions[1]


def _relations() -> Iterator[Reading]:
    """Each relation, way of quoting and assertion, and each kind of source."""
    for number, relation in enumerate(Relation):
        text = f"Ann Bo {relation} Cato: “the weir {number} is” shut."
        who = hop(
            text, "Ann Bo", KINDS[number % len(KINDS)], relation, "Ann Bo", made_by="rules/7:said by", role="a clerk"
        )
        quotation, assertion = list(Quotation)[number % 3], list(Assertion)[number % 3]
        one = said(text, f"the weir {number} is", str(relation), (who,), quotation=quotation, assertion=assertion)
        yield reading(f"weir-{number}", "Daily Sluice", "2031-02-04", text, attributions=(one,))


def _rich() -> Reading:
    """What articles and relays may say beside."""
    text = "Kestrel Wire, later: the wire, said the weir, Ann Bo added, is shut. With a report by Dee Ell."
    wire = hop(text, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire")
    again = hop(text, "KESTREL WIRE", Kind.OUTLET, Relation.SAID, "the wire")
    someone = hop(text, "a source", Kind.ANONYMOUS, Relation.SAID, "Ann Bo")
    one = said(text, "the weir", "said", (wire, again, someone))
    parts = replace(one, content=at(text, "the weir", "is shut"))
    return reading(
        "rich",
        "Daily Sluice",
        "2031-02-04",
        text,
        byline="Pell Arden",
        declared=(Declaration("isBasedOn", "Kestrel Wire"),),
        hyperlinks=(Hyperlink(at(text, "Kestrel Wire")[0], "https://kestrel.example/weir"),),
        reviews=(ClaimReview("The weir is shut.", Rating("False")),),
        capture=Capture("0" * 64, "https://sluice.example/weir", "2031-02-04T09:30:00Z"),
        derivations=(Derivation("Dee Ell", Kind.PERSON, Relation.CONTRIBUTED, evidence=at(text, "by Dee Ell")),),
        attributions=(parts,),
    )


def _unread() -> Reading:
    one = reading("unread", "Der Bote", "2031-02-04", "Das Wehr ist zu.")
    return replace(one, extractor=replace(one.extractor, model="0" * 64), unread="German")
