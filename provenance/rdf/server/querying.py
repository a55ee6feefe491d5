"""SPARQL of the user: SELECT and ASK are answered by the server, CONSTRUCT and DESCRIBE by graphs made whole here."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.rdf import sparql, whole
from provenance.rdf.embedded import Embedded
from provenance.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from provenance.rdf.asking import Answer
    from provenance.rdf.bounds import Bounds
    from provenance.rdf.server.remote import Remote

MOST = 1 << 26
"""Bytes of an answer (64 MiB)."""


def query(graph: Remote, text: str, bounds: Bounds, quads: Iterable[Quad] | None) -> Answer:
    """As `sparql.query`, of the graph on the server, or of `quads`.

    CONSTRUCT and DESCRIBE need the graphs that FROM names, or IRIs that DESCRIBE names: a server's graph is not made
    whole at once.
    """
    bounds.check()
    form = sparql.check(text)
    if quads is None and form not in sparql.WHOLE:
        return _asked(graph, text, bounds)
    if quads is None:
        quads = _whole(graph, form, text)
    return sparql.query(Embedded.memory(), text, bounds, Path(), quads)


def _asked(graph: Remote, text: str, bounds: Bounds) -> Answer:
    from provenance.rdf.asking import held, told

    used = (f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if re.search(rf"\b{name}:", text))
    found = graph.client.ask(" ".join((*used, text)), bounds.timeout, MOST)
    if not found.names:
        return held(holds=found.holds)
    cut = len(found.rows) > bounds.limit or bool(found.cut)
    return told(found.names, found.rows[: bounds.limit], cut=cut)


def _whole(graph: Remote, form: str, text: str) -> Iterable[Quad]:
    named = sparql.named(text)
    graphs = named["graphs"] or sorted(whole.telling_of(graph, named["iris"]))
    if not graphs and not named["iris"]:
        raise UsageError(
            f"SPARQL {form}: of a store on a server name the graphs by FROM, or ask one article or claim by --full"
        )
    return chain.from_iterable(whole.whole(graph, name) for name in graphs)
