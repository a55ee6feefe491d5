"""What a page's JSON-LD states of its article, in schema.org's terms (https://schema.org/NewsArticle).

Pages write the same fact in many shapes: one value or a list, a name or an object that has one, a node or a
reference to another node of the page. Here every shape becomes a list of values with the references followed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from provenance.model import Declaration
from provenance.readers.fields import iso_day, one_line, web_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = dict[str, Any]
Nodes = dict[str, Node]

VALUE_LIMIT = 20
"""Values that are taken of one property."""

_OTHER_ARTICLES = ("BlogPosting", "LiveBlogPosting", "Report")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the JSON-LD says of one article; `based_on` and `organizations` are where it says the article comes from."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    publisher_url: str | None = None
    url: str | None = None
    language: str | None = None
    based_on: tuple[Declaration, ...] = ()
    organizations: tuple[Declaration, ...] = ()
    body: str = ""
    summaries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """What the article's section is called."""


def stated(scripts: Iterable[str]) -> Stated:
    """From the first article in the texts of `application/ld+json` scripts; nothing where there is none."""
    nodes = [node for script in scripts for node in _nodes(script)]
    known = {_reference(node): node for node in nodes if _reference(node) and len(node) > 1}
    article = next((node for node in nodes if _is_article(node)), None)
    return _article(article, known) if article else Stated()


def _nodes(script: str) -> Iterator[Node]:
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in _NESTED if key in value)


def _is_article(node: Node) -> bool:
    types = (kind.replace(":", "/").rsplit("/", 1)[-1] for kind in _list(node.get("@type")) if isinstance(kind, str))
    return any(kind.endswith("Article") or kind in _OTHER_ARTICLES for kind in types)


def _article(node: Node, known: Nodes) -> Stated:
    def values(key: str) -> list[Any]:
        return _values(node, key, known)

    return Stated(
        headline=next(_names(values("headline")), None),
        authors=tuple(dict.fromkeys(_names(values("author")))),
        published=next((day for day in map(iso_day, _names(values("datePublished"))) if day), None),
        publisher=next(_names(values("publisher")), None),
        publisher_url=next(_urls(values("publisher")), None),
        url=next(_urls([*values("url"), *values("mainEntityOfPage")]), None),
        language=next(_names(values("inLanguage")), None),
        based_on=_declarations("JSON-LD isBasedOn", [*values("isBasedOn"), *values("isBasedOnUrl")], known),
        organizations=_declarations("JSON-LD sourceOrganization", values("sourceOrganization"), known),
        body=next((unescape(text) for text in values("articleBody") if isinstance(text, str)), ""),
        summaries=tuple(_names([*values("description"), *values("alternativeHeadline"), *values("abstract")])),
        names=tuple(_names(values("articleSection"))),
    )


def _declarations(field: str, values: list[Any], known: Nodes) -> tuple[Declaration, ...]:
    """A work is named by its publisher where it gives one, else by its own name."""
    found = []
    for value in values:
        publishers = _values(value, "publisher", known) if isinstance(value, dict) else []
        name, url = next(_names([*publishers, value]), None), next(_urls([value]), None)
        if name or url:
            found.append(Declaration(field, name, url))
    return tuple(found)


def _values(node: Node, key: str, known: Nodes) -> list[Any]:
    """The first values of a property, references to other nodes followed."""
    return [known.get(_reference(value), value) for value in _list(node.get(key))[:VALUE_LIMIT]]


def _reference(value: Any) -> str:
    identifier = value.get("@id") if isinstance(value, dict) else None
    return identifier if isinstance(identifier, str) else ""


def _names(values: list[Any]) -> Iterator[str]:
    """Strings that are no URL, and the names of objects."""
    for value in values:
        texts = _list(value.get("name") or value.get("headline")) if isinstance(value, dict) else [value]
        names = (one_line(unescape(text)) for text in texts if isinstance(text, str))
        yield from (name for name in names if name and not web_url(name))


def _urls(values: list[Any]) -> Iterator[str]:
    """Strings that are a URL, and the URLs of objects."""
    for value in values:
        texts = [*_list(value.get("url")), value.get("@id")] if isinstance(value, dict) else [value]
        urls = (web_url(text) for text in texts if isinstance(text, str))
        yield from (url for url in urls if url)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
