"""Who published a page: what it says itself, its addresses and the list of outlets decide together."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.model import Publisher
from provenance.text import host, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.gazetteer import Outlet
    from provenance.model import Article

_ENDING = re.compile(r"(?<=\w)\.(?:[a-z]{2,4}\.)?[a-z]{2,4}$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il|lo|o|os) (?=\w)")
STEM = 6
"""Letters of a short name that tell an outlet at its own address: "Süddeutsche.de"."""


def squeezed(name: str) -> str:
    """A name for comparison with spaces, hyphens, an article and an ending such as ".com" left out."""
    return _ARTICLE.sub("", plain_name(_ENDING.sub("", name.strip()).replace("-", " ").replace("_", " "))).replace(
        " ", ""
    )


def alike(one: str, other: str) -> bool:
    """Whether two names are one, written apart, together, with an article or as a host: "nationalpost"."""
    return bool(squeezed(one)) and squeezed(one) == squeezed(other)


def site(url: str) -> str:
    """The label before the public suffix (publicsuffix.org, as the tld package ships it)."""
    from tld import Result, get_tld

    found = get_tld(url, fail_silently=True, as_object=True, search_private=True)
    return found.domain if isinstance(found, Result) else host(url).removeprefix("www.")


def domain(url: str) -> str:
    """The registrable domain of a URL or host; the host where there is none."""
    from tld import get_fld

    whole = url if "//" in url else f"//{url}"
    found = get_fld(whole, fail_silently=True, search_private=True, fix_protocol=True)
    return found or host(whole).removeprefix("www.")


def published_at(names: Sequence[str], url: str) -> bool:
    """Whether whoever calls itself `names` is the listed outlet at `url`, the first name counting most.

    A name that no list has may still be a section's ("CNN Politics"), the host's own ("RP ONLINE" at rp-online.de) or
    the beginning of the listed one. The others count only where the first is no other listed outlet's.
    """
    owner = gazetteer.by_domain(url)
    if owner is None or not names:
        return False
    first, *others = names
    if _is_name_of(first, owner, url):
        return True
    return not gazetteer.by_name(first) and any(_is_name_of(name, owner, url) for name in others)


def may_own(names: Sequence[str], home: str | None, url: str, *, agreed: bool) -> bool:
    """Whether whoever calls itself `names`, the first counting most, may own `url`.

    By the outlet listed at its host, else by the `home` that the page gives its publisher. Where a name cannot be
    compared with the listed one, being in another script, it is enough that all of the page's addresses are `agreed`.
    """
    owner = gazetteer.by_domain(url)
    if owner is None or not names:
        return not home or site(home) == site(url)
    return published_at(names, url) or (
        agreed and not gazetteer.by_name(names[0]) and in_another_script(names[0], owner.name)
    )


def shown(names: Sequence[str], url: str | None) -> Publisher | None:
    """The publisher that calls itself `names` at `url`, by its name in the list where that has it."""
    if not names:
        owner = gazetteer.by_domain(url) if url else None
        return Publisher(owner.name, owner.kind) if owner else None
    same = (name for name in names if name == names[0] or alike(name, names[0]))
    bearers = next((found for name in same if (found := _bearers(name))), ())
    if len(bearers) == 1:
        return Publisher(bearers[0].name, bearers[0].kind)
    owner = gazetteer.by_domain(url) if url else None
    its = owner and url and (published_at(names, url) or (not bearers and in_another_script(names[0], owner.name)))
    return Publisher(owner.name, owner.kind) if owner and its else Publisher(names[0])


def is_own(article: Article, name: str, url: str | None = None) -> bool:
    """Whether `name`, or the address `url`, is of whoever published `article`, or of its house."""
    houses = list(_houses(article))
    given = [article.publisher.name] if article.publisher else []
    ours = [*given, *(own for house in houses for own in (house.name, *house.aliases))]
    if any(alike(name, own) for own in ours):
        return True
    others = gazetteer.by_name(name)
    if any(one in houses for one in others):
        return True
    if url and article.url and site(url) == site(article.url):
        return True
    domains = {domain(host) for house in houses for host in house.domains} | (
        {domain(article.url)} if article.url else set()
    )
    theirs = [domain(url)] if url else [domain(host) for one in others[:1] for host in one.domains]
    return any(one in domains for one in theirs)


def country_of(article: Article) -> str:
    """The ISO 3166-1 alpha-2 code of the listed publisher's country; "" where none is known."""
    return next((house.country for house in _houses(article)), "")


def _houses(article: Article) -> Iterator[Outlet]:
    """The listed outlets that published `article`: by its publisher's name, and by its address."""
    bearers = _bearers(article.publisher.name) if article.publisher else ()
    if len(bearers) == 1:
        yield bearers[0]
    owner = gazetteer.by_domain(article.url) if article.url else None
    if (
        owner
        and owner not in bearers
        and (not article.publisher or published_at([article.publisher.name], article.url or ""))
    ):
        yield owner


def _bearers(name: str) -> Sequence[Outlet]:
    return gazetteer.by_name(name) or gazetteer.by_name(name.replace("-", " "))


def _is_name_of(name: str, owner: Outlet, url: str) -> bool:
    if owner in gazetteer.by_name(name):
        return True
    short = squeezed(name)
    known = [squeezed(one) for one in (owner.name, *owner.aliases)]
    labels = {squeezed(label) for label in host(url if "//" in url else f"//{url}").split(".")[:-1]}
    if short and (short in known or short in labels or (len(short) >= STEM and known[0].startswith(short))):
        return True
    plain = f"{plain_name(name)} "
    return any(plain.startswith(f"{plain_name(one)} ") for one in (owner.name, *owner.aliases) if plain_name(one))


def in_another_script(name: str, owner: str) -> bool:
    """Whether `name` has letters that are not Latin and `owner` none, so that the two cannot be compared."""
    return not _is_latin(name) and _is_latin(owner)


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(char, "") for char in name if char.isalpha())
