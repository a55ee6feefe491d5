"""What a page's JSON-LD states of its article, in schema.org's terms (https://schema.org/NewsArticle).

Pages write the same fact in many shapes: one value or a list, a name or an object that has one, a node or a
reference to another node of the page. Here every shape becomes a list of values with the references followed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from provenance.model import Declaration
from provenance.readers.dates import day
from provenance.readers.fields import one_line, web_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Node = dict[str, Any]
Nodes = dict[str, Node]

VALUE_LIMIT = 20
"""Values that are taken of one property."""

NODE_LIMIT = 20_000
"""Nodes of a page, and values of one script, that are looked at."""

TEXT_LIMIT = 5_000
"""Characters that are taken of what is no body of an article."""

_OTHER_ARTICLES = frozenset(("BlogPosting", "LiveBlogPosting", "Report"))
_PAGES = frozenset(("WebPage", "ItemPage", "ClaimReview"))
_TELLING = ("headline", "author", "datePublished", "publisher", "articleBody", "mainEntityOfPage")
_WRAPPING = re.compile(r"//\s*(?:<!\[CDATA\[|\]\]>)|/\*\s*(?:<!\[CDATA\[|\]\]>)\s*\*/|<!\[CDATA\[|\]\]>|<!--|-->")
"""What hides a script from old browsers, or from XHTML."""
_BETWEEN = re.compile(r"[\s;,]*")
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
    """From the texts of `application/ld+json` scripts: the article that most is said of; nothing where there is none.

    Where no node is an article, the page's own node may still say when it was published.
    """
    nodes = list(islice((node for script in scripts for node in _nodes(script)), NODE_LIMIT))
    known = {_reference(node): node for node in nodes if _reference(node) and len(node) > 1}
    articles = [node for node in nodes if _is_a(node, _is_article)]
    if articles:
        return _article(max(articles, key=_fullness), known)
    page = next((node for node in nodes if _is_a(node, _PAGES.__contains__)), None)
    return Stated(published=_article(page, known).published) if page else Stated()


def _nodes(script: str) -> Iterator[Node]:
    """Every node in a script, which may be wrapped for XHTML or escaped, and hold several values one after another."""
    waiting = list(reversed(values(script)))
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in _NESTED if key in value)


def values(script: str) -> list[Any]:
    """What the text of a script says: none, where it is no JSON."""
    return _values_of(script) or _values_of(unescape(script))


def _values_of(script: str) -> list[Any]:
    text = _WRAPPING.sub("", script)
    found: list[Any] = []
    decoder = json.JSONDecoder(strict=False)
    at = 0
    try:
        while len(found) < NODE_LIMIT and (at := _BETWEEN.match(text, at).end()) < len(text):  # type: ignore[union-attr]
            value, at = decoder.raw_decode(text, at)
            found.append(value)
    except (ValueError, RecursionError):
        pass
    return found


def _is_a(node: Node, is_kind: Callable[[str], bool]) -> bool:
    types = (kind.replace(":", "/").rsplit("/", 1)[-1] for kind in _list(node.get("@type")) if isinstance(kind, str))
    return any(map(is_kind, types))


def _is_article(kind: str) -> bool:
    return kind.endswith("Article") or kind in _OTHER_ARTICLES


def _fullness(node: Node) -> int:
    return sum(bool(node.get(key)) for key in _TELLING)


def _article(node: Node, known: Nodes) -> Stated:
    def values(key: str) -> list[Any]:
        return _values(node, key, known)

    return Stated(
        headline=next(_names(values("headline")), None),
        authors=tuple(dict.fromkeys(_names(values("author")))),
        published=next((found for found in map(day, _names(values("datePublished"))) if found), None),
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
        names = (one_line(unescape(text[:TEXT_LIMIT])) for text in texts if isinstance(text, str))
        yield from (name for name in names if name and not web_url(name))


def _urls(values: list[Any]) -> Iterator[str]:
    """Strings that are a URL, and the URLs of objects."""
    for value in values:
        texts = [*_list(value.get("url")), value.get("@id")] if isinstance(value, dict) else [value]
        urls = (web_url(text) for text in texts if isinstance(text, str))
        yield from (url for url in urls if url)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
