"""Someone on the chains, or an outlet: what came from them first, what they passed on, and who relays them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provenance.model import OUTLETS
from provenance.records import row_record
from provenance.web import addresses, turtle
from provenance.web.resource import Parameter, Resource

if TYPE_CHECKING:
    from provenance.queries.standing import Standing
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

SHOWN = 200
"""Statements of a kind that the page shows; JSON has all."""
MANY = 40
"""Sources, and outlets, of a kind that it shows."""
ROOM = Parameter(
    "room",
    "Known by name, unnamed, or only described: as in the IRI.",
    pattern=f"^({'|'.join(addresses.SOURCES)})$",
    in_path=True,
    example="agent",
)
SOURCE = Parameter("source", "The source, by the digest of its IRI.", pattern=f"^{addresses.DIGEST}$", in_path=True)


def ask(desk: Desk, asked: Asked) -> Standing:
    return desk.library.source(addresses.iri(asked["room"], asked["source"]))


def told(found: Standing, _: Asked) -> dict[str, Any]:
    ways = ("named", "unnamed", "relayed", "own")
    return {
        "found": found,
        "names": list({name: (name, iri) for name, iri in found.also if name != found.name}.values()),
        "is_outlet": found.kind in OUTLETS or bool(found.articles),
        "sums": {way: sum(getattr(one, way) for one in found.articles) for way in ways},
        "told_by": {
            "named": [one for one in found.told_by if not one.unnamed],
            "unnamed": [one for one in found.told_by if one.unnamed],
        },
        "shown": SHOWN,
        "many": MANY,
    }


RESOURCE = Resource(
    path="/source/{room}/{source}",
    api="/sources/{room}/{source}",
    says="A source or an outlet: what it originated and what it passed on, who relays it, an outlet's articles.",
    template="source.html",
    ask=ask,
    told=told,
    record=row_record,
    turtle=lambda desk, found, _: turtle.described(desk, dict.fromkeys((found.id, *(iri for _, iri in found.also)))),
    parameters=(ROOM, SOURCE),
    schema={
        "type": "object",
        "required": ["id", "name", "kind", "originated", "denied", "passed", "relayed_by", "articles", "told_by"],
    },
)
