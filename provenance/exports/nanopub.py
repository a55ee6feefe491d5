"""A statement that a person confirmed, as a nanopublication: four named graphs in TriG (https://nanopub.net/guidelines).

The assertion is what an article says that somebody said, through whom; its provenance are the article, the reading and
the decision that confirms it. It is neither signed nor named by a trusty URI: whoever publishes it does that. The text
of the article is not in it, only the words of the statement and those that show each hop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.exports.rdf import written
from provenance.iris import (
    activity_iri,
    article_iri,
    attribution_iri,
    nanopub_iri,
    passage_iri,
    reviewer_iri,
    run_iri,
    snapshot_iri,
)
from provenance.rdf.vocabulary import OA, PREFIXES, PROV, PV, RDF, SCHEMA, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from typing import BinaryIO

    from pyoxigraph import Literal, NamedNode, Quad, Triple

    from provenance.decisions import Decision
    from provenance.model import Attribution, Reading

NP = "http://www.nanopub.org/nschema#"
DCT = "http://purl.org/dc/terms/"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """An attribution as `reading` has it, and the decision that confirms it."""

    reading: Reading
    attribution: Attribution
    decision: Decision
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Publication:
    """When it is made, in UTC; who makes it, by IRI (an ORCID), and under which licence, by IRI; "" where not given."""

    at: datetime
    creator: str = ""
    license: str = ""


def nanopub(confirmed: Confirmed, publication: Publication, stream: BinaryIO) -> None:
    """TriG (W3C, RDF 1.1 TriG). Raises ValueError where the creator or the licence is no IRI."""
    written(quads(confirmed, publication), stream, {**PREFIXES, "np": NP, "dct": DCT})


def quads(confirmed: Confirmed, publication: Publication) -> Iterator[Quad]:
    """Graph by graph: head, assertion, provenance, publication info."""
    from pyoxigraph import NamedNode, Quad

    iri = nanopub_iri(confirmed.decision.id)
    graphs = {name: f"{iri}#{name}" for name in ("Head", "assertion", "provenance", "pubinfo")}
    said, around = _parted(confirmed)
    parts = {
        "Head": _head(iri, graphs),
        "assertion": said,
        "provenance": [*_provenance(confirmed, graphs["assertion"]), *around],
        "pubinfo": _pubinfo(iri, confirmed, publication),
    }
    for name, triples in parts.items():
        for triple in dict.fromkeys(triples):
            yield Quad(triple.subject, triple.predicate, triple.object, NamedNode(graphs[name]))


def _head(iri: str, graphs: dict[str, str]) -> list[Triple]:
    return [
        _link(iri, RDF.type, f"{NP}Nanopublication"),
        _link(iri, f"{NP}hasAssertion", graphs["assertion"]),
        _link(iri, f"{NP}hasProvenance", graphs["provenance"]),
        _link(iri, f"{NP}hasPublicationInfo", graphs["pubinfo"]),
    ]


def _provenance(confirmed: Confirmed, assertion: str) -> list[Triple]:
    """The assertion comes from the text, by a reading, and somebody checked it."""
    snapshot = snapshot_iri(confirmed.reading.article)
    run = run_iri(snapshot, confirmed.reading.extractor)
    return [
        _link(assertion, PROV.wasDerivedFrom, snapshot),
        _link(assertion, PROV.wasGeneratedBy, activity_iri(run)),
        _link(assertion, PROV.wasInfluencedBy, confirmed.decision.id),
    ]


def _pubinfo(iri: str, confirmed: Confirmed, publication: Publication) -> Iterator[Triple]:
    creator = publication.creator or reviewer_iri(confirmed.decision.by)
    yield _link(iri, f"{DCT}creator", creator)
    yield _say(iri, f"{DCT}created", publication.at.strftime("%Y-%m-%dT%H:%M:%SZ"), XSD.dateTime)
    if publication.license:
        yield _link(iri, f"{DCT}license", publication.license)


def _parted(confirmed: Confirmed) -> tuple[list[Triple], list[Triple]]:
    """What the article says that somebody said; and the article, how it was read, who decided."""
    from provenance.rdf.mapping import decision_quads
    from provenance.rdf.mapping import quads as as_quads

    reading, attribution = confirmed.reading, confirmed.attribution
    snapshot = snapshot_iri(reading.article)
    triples = [quad.triple for quad in as_quads(reading, confirmed.read_at)]
    said = _from({attribution_iri(snapshot, attribution), passage_iri(snapshot, attribution.content)}, triples)
    decided = [quad.triple for quad in decision_quads(confirmed.decision)]
    roots = {snapshot, run_iri(snapshot, reading.extractor), confirmed.decision.id}
    around = _from(roots, [*(one for one in triples if not _is_left_out(one, reading)), *decided])
    told = set(said)
    return said, [one for one in around if one not in told]


def _from(roots: set[str], triples: Iterable[Triple]) -> list[Triple]:
    """What is said of `roots`, and of whatever that leads to; not of the text that a passage is of."""
    by_subject: dict[str, list[Triple]] = {}
    for triple in triples:
        by_subject.setdefault(_value(triple.subject), []).append(triple)
    found: dict[Triple, None] = {}
    waiting, met = sorted(roots), set(roots)
    while waiting:
        for triple in by_subject.get(waiting.pop(), ()):
            found[triple] = None
            thing = _value(triple.object)
            if triple.predicate.value != OA.hasSource and thing not in met:
                met.add(thing)
                waiting.append(thing)
    return list(found)


def _is_left_out(triple: Triple, reading: Reading) -> bool:
    """The whole text, and what else is on the page: links, fact checks."""
    of_page = _value(triple.subject) in (snapshot_iri(reading.article), article_iri(reading.article))
    return of_page and triple.predicate.value in (SCHEMA.text, SCHEMA.hasPart, PV.hyperlink)


def _value(term: NamedNode | Literal | object) -> str:
    return str(getattr(term, "value", ""))


def _link(subject: str, predicate: str, thing: str) -> Triple:
    from pyoxigraph import NamedNode, Triple

    return Triple(NamedNode(subject), NamedNode(predicate), NamedNode(thing))


def _say(subject: str, predicate: str, value: str, datatype: str) -> Triple:
    from pyoxigraph import Literal, NamedNode, Triple

    return Triple(NamedNode(subject), NamedNode(predicate), Literal(value, datatype=NamedNode(datatype)))
