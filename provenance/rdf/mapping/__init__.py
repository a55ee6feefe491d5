"""A reading as RDF and back: `reading(quads(r, at)) == r` for every reading that `quads` takes.

One named graph holds one reading; `docs/graph.md` shows it. What the mapping leaves out: confidence beyond four
decimals. What it refuses, with an InputError that names the article: see `check`.
"""

from provenance.rdf.mapping.read import reading
from provenance.rdf.mapping.write import quads

__all__ = ["quads", "reading"]
