"""Where in the explorer a thing is: by the digest of its IRI, so that an address stays right as long as the IRI."""

from __future__ import annotations

import re
from urllib.parse import quote

from provenance.iris import at_path, path_of

DIGEST = "[0-9a-f]{20}"
SOURCES = ("agent", "anonymous", "described")
"""The kinds of IRIs that a source may have (`iris.source_iri`)."""


def address(iri: str) -> str:
    """The path of the page about `iri`; empty where there is none."""
    room, _, rest = path_of(iri).partition("/")
    if not re.fullmatch(DIGEST, rest.partition("/")[0]):
        return ""
    if room in SOURCES:
        return f"/source/{room}/{rest}"
    return f"/{room}/{rest}" if room in ("claim", "article") else ""


def name(iri: str) -> str:
    """What tells `iri` from others of its kind, fit for a name on a page: its digest."""
    return iri.rstrip("/").rsplit("/", 1)[-1]


def article(key: str) -> str:
    """The path of the page about the article with this key."""
    return f"/article/{quote(key, safe='')}"


def iri(room: str, digest: str) -> str:
    """The IRI that has this address."""
    return at_path(f"{room}/{digest}")


def article_named(told: str) -> str:
    """The IRI of an article where `told` is its digest; else `told`, a key or an IRI."""
    return iri("article", told) if re.fullmatch(DIGEST, told) else told
