"""Links across articles as RDF and back: `links(link_quads(one)) == [one]` but for decimals beyond the fourth.

A link is a node of the inferred graph, named by `iris.link_iri`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from provenance.errors import InputError, StoreCorruptError
from provenance.iris import link_iri
from provenance.model import Judgement, Link, LinkKind
from provenance.rdf.mapping.facts import Facts
from provenance.rdf.mapping.sheet import Sheet, decimal
from provenance.rdf.vocabulary import INFERRED, PV, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = {
    LinkKind.SAME_CLAIM: PV.SameClaimLink,
    LinkKind.SAME_AGENT: PV.SameAgentLink,
    LinkKind.SHARED_QUOTE: PV.SharedQuoteLink,
    LinkKind.COPY: PV.CopyLink,
    LinkKind.REPORT: PV.ReportLink,
}
JUDGEMENTS = {Judgement.SAME: PV.same, Judgement.DIFFERENT: PV.different, Judgement.UNDECIDED: PV.undecided}

_KIND_OF = {str(term): kind for kind, term in KINDS.items()}
_JUDGEMENT_OF = {str(term): judgement for judgement, term in JUDGEMENTS.items()}


def link_quads(link: Link) -> Iterator[Quad]:
    """The node of `link`. Raises InputError before the first quad where RDF cannot carry it."""
    iri, sheet = link_iri(link), Sheet()
    if not (0 <= link.score <= 1 and 0 <= link.confidence <= 1):
        raise InputError(f"link {iri}: its score {link.score} or confidence {link.confidence} is not between 0 and 1")
    try:
        sheet.link(iri, RDF.type, PV.Link, KINDS[link.kind])
        sheet.link(iri, PV.left, link.left)
        sheet.link(iri, PV.right, link.right)
        sheet.link(iri, PV.judgement, JUDGEMENTS[link.judgement])
        sheet.say(iri, PV.method, link.method)
        sheet.say(iri, PV.score, decimal(link.score), XSD.decimal)
        sheet.say(iri, PV.confidence, decimal(link.confidence), XSD.decimal)
        sheet.say(iri, PV.because, link.evidence)
    except ValueError as error:
        raise InputError(f"link {iri}: {error}") from None
    graph = NamedNode(INFERRED)
    return (Quad(subject, predicate, term, graph) for subject, predicate, term in sheet.triples)


def links(quads: Iterable[Quad]) -> list[Link]:
    """Those that `quads` hold, by IRI. Raises StoreCorruptError where a link is not whole."""
    facts = Facts(quads)
    try:
        return [_link(facts, iri) for iri in sorted(set(facts.subjects(PV.judgement)))]
    except (LookupError, ValueError) as error:
        raise StoreCorruptError(f"the graph {INFERRED} holds part of a link: {error}") from None


def _link(facts: Facts, iri: str) -> Link:
    [kind] = [_KIND_OF[term] for term in facts.all(iri, RDF.type) if term in _KIND_OF]
    return Link(
        kind=kind,
        left=facts.one(iri, PV.left),
        right=facts.one(iri, PV.right),
        judgement=_JUDGEMENT_OF[facts.one(iri, PV.judgement)],
        method=facts.one(iri, PV.method),
        score=float(facts.one(iri, PV.score)),
        confidence=float(facts.one(iri, PV.confidence)),
        evidence=facts.one(iri, PV.because),
    )
