"""Links across articles as RDF and back: `links(link_quads(one)) == [one]` but for decimals beyond the fourth.

A link is a node of the inferred graph, named by `iris.link_iri`. A store keeps what is asked for of it, and the rest in
one piece, as JSON: `links(kept_link_quads(one)) == links(link_quads(one))`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from provenance.errors import InputError, StoreCorruptError
from provenance.iris import link_iri
from provenance.model import Judgement, Link, LinkKind
from provenance.rdf.mapping.facts import Facts
from provenance.rdf.mapping.sheet import Sheet, decimal
from provenance.rdf.vocabulary import INFERRED, PV, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    return _written(link, _said)


def kept_link_quads(link: Link) -> Iterator[Quad]:
    """Those that a store keeps. Raises as `link_quads`."""
    return _written(link, _packed)


def link_rest(kept: Quad) -> Iterator[Quad]:
    """The quads of a link that `kept` has in one piece. Raises StoreCorruptError where it has none."""
    sheet = Sheet()
    try:
        match kept.subject, kept.object:
            case NamedNode() as node, Literal() as piece:
                method, score, confidence, evidence = json.loads(piece.value)
                _say(sheet, node.value, method, (score, confidence), evidence)
    except (ValueError, TypeError) as error:
        raise StoreCorruptError(f"the graph {INFERRED} holds part of a link: {error}") from None
    return (Quad(*triple, kept.graph_name) for triple in sheet.triples)


def _said(sheet: Sheet, iri: str, link: Link) -> None:
    _say(sheet, iri, link.method, (link.score, link.confidence), link.evidence)


def _say(sheet: Sheet, iri: str, method: str, shares: tuple[float, float], evidence: str) -> None:
    score, confidence = shares
    sheet.link(iri, RDF.type, PV.Link)
    sheet.say(iri, PV.method, method)
    sheet.say(iri, PV.score, decimal(score), XSD.decimal)
    sheet.say(iri, PV.confidence, decimal(confidence), XSD.decimal)
    sheet.say(iri, PV.because, evidence)


def _packed(sheet: Sheet, iri: str, link: Link) -> None:
    told = [link.method, float(decimal(link.score)), float(decimal(link.confidence)), link.evidence]
    sheet.say(iri, PV.packed, json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _written(link: Link, say: Callable[[Sheet, str, Link], None]) -> Iterator[Quad]:
    iri, sheet = link_iri(link), Sheet()
    if not (0 <= link.score <= 1 and 0 <= link.confidence <= 1):
        raise InputError(f"link {iri}: its score {link.score} or confidence {link.confidence} is not between 0 and 1")
    try:
        sheet.link(iri, RDF.type, KINDS[link.kind])
        sheet.link(iri, PV.left, link.left)
        sheet.link(iri, PV.right, link.right)
        sheet.link(iri, PV.judgement, JUDGEMENTS[link.judgement])
        say(sheet, iri, link)
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
    ends = facts.one(iri, PV.left), facts.one(iri, PV.right)
    judgement = _JUDGEMENT_OF[facts.one(iri, PV.judgement)]
    if piece := facts.maybe(iri, PV.packed):
        method, score, confidence, evidence = json.loads(piece)
    else:
        method, evidence = facts.one(iri, PV.method), facts.one(iri, PV.because)
        score, confidence = float(facts.one(iri, PV.score)), float(facts.one(iri, PV.confidence))
    return Link(kind, *ends, judgement, method, score, confidence, evidence)
