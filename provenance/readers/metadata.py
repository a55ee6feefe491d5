"""What a page's own metadata states: JSON-LD, Open Graph, and the tags that name another publisher as the origin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from provenance import gazetteer
from provenance.model import Declaration
from provenance.readers.dates import published
from provenance.readers.fields import language_tag, one_line, web_url
from provenance.readers.jsonld import stated
from provenance.text import plain_name

_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url: (\S+)")
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|md|vn|fo))/[\d.-]+[a-z_]*/(?=https?:)"
)
_SITE_NAMES = ("application-name", "publisher", "dc.publisher")
_ORIGINS = ("original-source", "syndication-source")


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str | None
    byline: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    declared: tuple[Declaration, ...]
    body: str


def metadata(tree: Any, head: str) -> Metadata:
    """From a page's lxml tree and the beginning of its source. What names another publisher is `declared`.

    The page's own URL is the one that a browser or SingleFile says it was saved from, else `og:url`, else the
    JSON-LD's, else the canonical link; an address in a web archive stands for the one archived there. The last three
    count only where the page's publisher may own them: a republished page may carry those of the original. Two hosts
    are one publisher's where the label before their public suffix is the same, as in bbc.co.uk and bbc.com.
    """
    tags = _tags(tree)
    said = stated(script.text or "" for script in tree.iter("script") if script.get("type") == "application/ld+json")
    saved = _SAVED.search(head)
    links = {
        "": _url(saved[1] or saved[2]) if saved else None,
        "meta og:url": _url(tags.get("og:url", "")),
        "JSON-LD url": _url(said.url or ""),
    }
    publisher = tags.get("og:site_name") or said.publisher or next((tags[n] for n in _SITE_NAMES if n in tags), None)
    is_its_home = not publisher or plain_name(publisher) == plain_name(said.publisher or publisher)
    home = said.publisher_url if is_its_home else None
    base = next((url for field, url in links.items() if url and (not field or _may_own(publisher, home, url))), None)
    links["link canonical"] = canonical = _url(_canonical(tree), base)
    own = base or (canonical if canonical and _may_own(publisher, home, canonical) else None)
    pointers = [Declaration(field, url=url) for field, url in links.items() if url and field]
    origins = [_origin(name, tags[name], base) for name in _ORIGINS if name in tags]
    declared = [*pointers, *origins, *said.based_on, *said.organizations]
    language = tree.get("lang") or said.language or tags.get("og:locale", "")
    return Metadata(
        title=said.headline,
        byline="; ".join(said.authors) or None,
        publisher=publisher,
        published=published(tree, tags, said.published, own),
        url=own,
        language=language_tag(language.replace("_", "-")),
        declared=tuple(dict.fromkeys(each for each in declared if _is_foreign(each, own, publisher))),
        body="\n\n".join(filter(None, map(one_line, said.body.splitlines()))),
    )


def _tags(tree: Any) -> dict[str, str]:
    """The content of each meta tag by its property, name or itemprop in lower case; the first of several counts."""
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = one_line(tag.get("content", ""))
        if name and content:
            tags.setdefault(name.strip().lower(), content)
    return tags


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


def _may_own(publisher: str | None, home: str | None, url: str) -> bool:
    """Whether `url` may be the publisher's, by the outlet known at its host, else by the publisher's `home`.

    A name that is no outlet's may be a section's: "CNN Politics" may own what is CNN's.
    """
    owner = gazetteer.by_domain(url)
    if not owner or not publisher:
        return not home or _site(home) == _site(url)
    if bearers := gazetteer.by_name(publisher):
        return owner in bearers
    names = (plain_name(name) for name in (owner.name, *owner.aliases))
    return any(f"{plain_name(publisher)} ".startswith(f"{name} ") for name in names)


def _is_foreign(declaration: Declaration, own: str | None, publisher: str | None) -> bool:
    if declaration.name and publisher and plain_name(declaration.name) == plain_name(publisher):
        return False
    return not (declaration.url and own and _site(declaration.url) == _site(own))


def _site(url: str) -> str:
    """The label before the public suffix (publicsuffix.org, as the tld package ships it)."""
    from tld import Result, get_tld

    found = get_tld(url, fail_silently=True, as_object=True, search_private=True)
    return found.domain if isinstance(found, Result) else (urlsplit(url).hostname or "").removeprefix("www.")
