"""What the store keeps as RDF and back: `reading(quads(r, at)) == r` for every reading that `quads` takes.

One named graph holds one reading; `docs/graph.md` shows it. What the mapping leaves out: confidence beyond four
decimals. What it refuses, with an InputError that names the article: see `check`. Links between articles are nodes of
the inferred graph, decisions entities of the reviewed graph.
"""

from provenance.rdf.mapping.decisions import decision_quads, decisions, undoing_quads
from provenance.rdf.mapping.links import link_quads, links
from provenance.rdf.mapping.read import reading
from provenance.rdf.mapping.write import quads

__all__ = ["decision_quads", "decisions", "link_quads", "links", "quads", "reading", "undoing_quads"]
