"""Fact checks that a page states (https://schema.org/ClaimReview, MediaReview), in JSON-LD or microdata.

The claim and whoever made it are told in the fact-checker's words: nothing of it is taken for a statement of the page.
"""

from __future__ import annotations

from html import unescape
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from provenance.model import ClaimReview, Kind, Party, Rating
from provenance.readers.fields import iso_date, one_line, web_url
from provenance.readers.jsonld import values
from provenance.readers.microdata import items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.readers.jsonld import Node, Nodes

NODE_LIMIT = 20_000
"""Nodes of a page's metadata that are looked at."""

REVIEW_LIMIT = 100
"""Fact checks that are taken of a page."""

VALUE_LIMIT = 20
"""Values that are taken of one property."""

TEXT_LIMIT = 2_000
"""Characters that are taken of a claim, a name or a rating."""

Found = TypeVar("Found")

_REVIEWS = frozenset(("ClaimReview", "MediaReview"))


def claim_reviews(tree: Any) -> tuple[ClaimReview, ...]:
    """From a page's lxml tree, in the order they stand in, each once; one that does not say what it is of is left out.

    The claim of a MediaReview is what its picture or recording is taken to say, its rating how authentic that is.
    """
    scripts = (script.text or "" for script in tree.iter("script") if script.get("type") == "application/ld+json")
    nodes = list(islice(chain(_nodes(map(values, scripts)), items(tree)), NODE_LIMIT))
    known = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1}
    found = (_review(node, known) for node in nodes if _REVIEWS & _types(node))
    return tuple(islice(dict.fromkeys(review for review in found if review), REVIEW_LIMIT))


def _nodes(values: Iterable[Any]) -> Iterator[Node]:
    """Every object, however deep it lies."""
    waiting = list(values)[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _review(node: Node, known: Nodes) -> ClaimReview | None:
    reviewed = _values(node, "itemReviewed", known)
    interpreted = [one for item in reviewed for one in _values(item, "interpretedAsClaim", known)]
    told = [*reviewed, *interpreted]
    claim = _first(_texts([*_values(node, "claimReviewed", known), *interpreted, *reviewed]))
    if claim is None:
        return None
    return ClaimReview(
        claim=claim,
        rating=_rating(node, known),
        claimant=_first(_parties(told, known)),
        claimed=_first(_dates(told, "datePublished", known)),
        appearances=tuple(dict.fromkeys(islice(_appearances(told, known), VALUE_LIMIT))),
        reviewer=_first(_parties([node], known)),
        reviewed=_first(_dates([node], "datePublished", known)),
        url=_first(_urls([*_values(node, "url", known), node])),
    )


def _rating(node: Node, known: Nodes) -> Rating:
    """The first one, an object or its word; of a MediaReview the last part of the category's IRI."""
    for value in _values(node, "reviewRating", known):
        if isinstance(value, dict):
            parts = ("alternateName", "ratingValue", "bestRating", "worstRating")
            rating = Rating(*(_first(_texts(_values(value, part, known))) for part in parts))
            return rating if rating.name else Rating(_first(_texts([value])), rating.value, rating.best, rating.worst)
        return Rating(_first(_texts([value])))
    category = _first(_texts(_values(node, "mediaAuthenticityCategory", known)))
    return Rating(category.rpartition("/")[2] if category else None)


def _parties(nodes: Iterable[Any], known: Nodes) -> Iterator[Party]:
    for value in (value for node in nodes for value in _values(node, "author", known)):
        name = _first(_texts([value]))
        if name and not web_url(name):
            yield Party(name, _kind(_types(value)))


def _kind(types: frozenset[str]) -> Kind:
    if "Person" in types:
        return Kind.PERSON
    if "NewsMediaOrganization" in types:
        return Kind.OUTLET
    is_body = any(kind.endswith("Organization") or kind in ("Corporation", "NGO") for kind in types)
    return Kind.ORGANIZATION if is_body else Kind.UNSPECIFIED


def _appearances(told: Iterable[Any], known: Nodes) -> Iterator[str]:
    for item in told:
        for part in ("firstAppearance", "appearance", "mediaItemAppearance", "url", "sameAs"):
            for value in _values(item, part, known):
                yield from _urls([*_values(value, "contentUrl", known), *_values(value, "url", known), value])


def _dates(nodes: Iterable[Any], part: str, known: Nodes) -> Iterator[str]:
    texts = (text for node in nodes for text in _texts(_values(node, part, known)))
    return (date for date in map(iso_date, texts) if date)


def _values(node: Any, part: str, known: Nodes) -> list[Any]:
    """The first values of a property, references to other nodes followed; none where `node` is no object."""
    value = node.get(part) if isinstance(node, dict) else None
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [known.get(_reference(one), one) for one in values[:VALUE_LIMIT]]


def _reference(value: Any) -> str:
    name = value.get("@id") if isinstance(value, dict) and len(value) == 1 else None
    return name if isinstance(name, str) else ""


def _texts(values: Iterable[Any]) -> Iterator[str]:
    """Strings and numbers on one line, and the names of objects."""
    for value in values:
        named = (value.get("name") or value.get("text") or value.get("headline")) if isinstance(value, dict) else value
        for one in named[:VALUE_LIMIT] if isinstance(named, list) else [named]:
            if isinstance(one, str | int | float) and not isinstance(one, bool):
                text = one_line(unescape(str(one)[:TEXT_LIMIT]))
                yield from [text] if text else []


def _urls(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        given = value.get("@id") if isinstance(value, dict) else value
        url = web_url(given) if isinstance(given, str) else None
        yield from [url] if url else []


def _types(node: Any) -> frozenset[str]:
    given = node.get("@type") if isinstance(node, dict) else None
    names = given if isinstance(given, list) else [given]
    return frozenset(name.replace(":", "/").rpartition("/")[2] for name in names if isinstance(name, str))


def _first(found: Iterator[Found]) -> Found | None:
    return next(found, None)
