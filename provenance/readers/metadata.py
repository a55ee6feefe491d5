"""What a page's own metadata states: JSON-LD, Open Graph, and the tags that name another publisher as the origin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from provenance.documents.credits.publisher import alike, may_own, shown, site
from provenance.model import Declaration
from provenance.readers.dates import published
from provenance.readers.fields import language_tag, one_line, web_url
from provenance.readers.jsonld import stated
from provenance.readers.page.tree import ATTRIBUTE
from provenance.readers.page.vocabulary import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from provenance.model import Publisher

_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url: (\S+)")
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|md|vn|fo))/[\d.-]+[a-z_]*/(?=https?:)"
)
_SITE_NAMES = ("application-name", "publisher", "dc.publisher")
_SHARED = ("og:title", "twitter:title")
_SUMMARIES = ("og:description", "description", "twitter:description", "dcterms.abstract")
_CALLED = (*_SITE_NAMES, "article:section", "og:article:section", "section")
_WRITERS = (
    "author article:author og:article:author article:author_name parsely-author sailthru.author byl articleauthor "
    "dc.creator dcterms.creator citation_author cxenseparse:author article:byline rnews:author authors"
).split()
WRITERS = 100
"""Authors that are taken of one kind of meta tag."""
_ORIGINS = ("original-source", "syndication-source")


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str | None
    publisher: Publisher | None
    published: str | None
    url: str | None
    language: str | None
    declared: tuple[Declaration, ...]
    body: str
    authors: tuple[str, ...]
    """Whom its JSON-LD names as authors."""
    shared: str | None
    """The title that the page gives for sharing; `window` the one of its window."""
    window: str | None
    names: tuple[str, ...]
    """What the site and the article's section are called."""
    summaries: tuple[str, ...]
    """What the page tells of the article in a sentence or two."""
    writers: tuple[tuple[str, ...], ...]
    """Whom its meta tags name as authors, a list for each kind of tag."""


def metadata(tree: Any, head: str) -> Metadata:
    """From a page's lxml tree and the beginning of its source. What names another publisher is `declared`.

    The page's own URL is the one that a browser or SingleFile says it was saved from, else `og:url`, else the
    JSON-LD's, else the canonical link; an address in a web archive stands for the one archived there. The last three
    count only where the page's publisher may own them: a republished page may carry those of the original. Two hosts
    are one publisher's where the label before their public suffix is the same, as in bbc.co.uk and bbc.com.
    """
    tags = _tags(tree)
    node = stated(script.text or "" for script in tree.iter("script") if _holds_json_ld(script))
    saved = _SAVED.search(head)
    links = {
        "": _url(saved[1] or saved[2]) if saved else None,
        "meta og:url": _url(tags.get("og:url", "")),
        "JSON-LD url": _url(node.url or ""),
    }
    names = [name for name in (tags.get("og:site_name"), node.publisher) if name]
    names = names or [tags[name] for name in _SITE_NAMES if name in tags][:1]
    is_its_home = not names or alike(names[0], node.publisher or names[0])
    home = node.publisher_url if is_its_home else None
    given = [url for url in (*links.values(), _url(_canonical(tree)), node.publisher_url) if url]
    agreed = _agree(given) and (len(given) > 1 or links["meta og:url"] is not None)
    own_of = partial(may_own, names, home, agreed=agreed)
    base = next((url for field, url in links.items() if url and (not field or own_of(url))), None)
    links["link canonical"] = canonical = _url(_canonical(tree), base)
    own = base or (canonical if canonical and own_of(canonical) else None)
    publisher = shown(names, own) if names else None
    pointers = [Declaration(field, url=url) for field, url in links.items() if url and field]
    origins = [_origin(name, tags[name], base) for name in _ORIGINS if name in tags]
    declared = [*pointers, *origins, *node.based_on, *node.organizations]
    language = tree.get("lang") or node.language or tags.get("og:locale", "")
    return Metadata(
        title=node.headline,
        publisher=publisher,
        published=published(tree, tags, node.published, own),
        url=own,
        language=language_tag(language.replace("_", "-")),
        declared=tuple(dict.fromkeys(each for each in declared if _is_foreign(each, own, publisher))),
        body="\n\n".join(filter(None, map(one_line, node.body.splitlines()))),
        authors=node.authors,
        shared=next((tags[name] for name in _SHARED if name in tags), None),
        window=next((one_line((each.text or "")[:ATTRIBUTE]) for each in tree.iterfind("head/title")), None),
        names=tuple(dict.fromkeys((*names, *node.names, *(tags[name] for name in _CALLED if name in tags)))),
        summaries=tuple(dict.fromkeys((*(tags[name] for name in _SUMMARIES if name in tags), *node.summaries))),
        writers=tuple(_writers(tree, tags)),
    )


def _tags(tree: Any) -> dict[str, str]:
    """The content of each meta tag by its property, name or itemprop in lower case; the first of several counts."""
    tags: dict[str, str] = {}
    for name, content in _contents(tree):
        tags.setdefault(name, content)
    return tags


def _contents(tree: Any) -> Iterator[tuple[str, str]]:
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = one_line(tag.get("content", ""))
        if name and content:
            yield name.strip().lower(), content


def _writers(tree: Any, tags: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Whom the tags name, each of several with one name; a card for sharing counts where it says "written by"."""
    every = list(_contents(tree))
    for kind in _WRITERS:
        if named := tuple(islice((content for name, content in every if name == kind), WRITERS)):
            yield named
    if tags.get("twitter:label1", "").casefold() in said("authors") and "twitter:data1" in tags:
        yield (tags["twitter:data1"],)


def _holds_json_ld(script: Any) -> bool:
    kind: str = script.get("type", "")
    return kind.split(";", maxsplit=1)[0].strip().lower() == "application/ld+json"


def _canonical(tree: Any) -> str:
    links = (link for link in tree.iter("link") if "canonical" in link.get("rel", "").lower().split())
    return next((link.get("href", "") for link in links), "")


def _origin(name: str, content: str, base: str | None) -> Declaration:
    url = _url(content, base) if "/" in content else None
    return Declaration(f"meta {name}", name=None if url else content, url=url)


def _url(value: str, base: str | None = None) -> str | None:
    try:
        url = web_url(urljoin(base or "", value.strip()))
    except ValueError:
        return None
    return web_url(_ARCHIVED.sub("", url)) if value and url else None


def _agree(urls: Sequence[str]) -> bool:
    """Whether all of the addresses that a page gives are at one site."""
    return len({site(url) for url in urls}) == 1


def _is_foreign(declaration: Declaration, own: str | None, publisher: Publisher | None) -> bool:
    if declaration.name and publisher and alike(declaration.name, publisher.name):
        return False
    return not (declaration.url and own and site(declaration.url) == site(own))
