"""Readings as RDF and back: `reading(quads(r, at)) == r` for every reading that `quads` takes.

One named graph holds one reading; `docs/graph.md` shows it. A store keeps some of its quads, and the reading in one
piece (`packed`). What the mapping leaves out: confidence beyond four decimals. What it refuses, with an InputError that
names the article: see `check`. Links between articles are nodes of the inferred graph, decisions entities of the
reviewed graph.
"""

from provenance.rdf.mapping.decisions import decision_quads, decisions, undoing_quads
from provenance.rdf.mapping.links import kept_link_quads, link_quads, link_rest, links
from provenance.rdf.mapping.packed import packed, unpacked
from provenance.rdf.mapping.read import reading
from provenance.rdf.mapping.write import kept_quads, quads

__all__ = [
    "decision_quads",
    "decisions",
    "kept_link_quads",
    "kept_quads",
    "link_quads",
    "link_rest",
    "links",
    "packed",
    "quads",
    "reading",
    "undoing_quads",
    "unpacked",
]
