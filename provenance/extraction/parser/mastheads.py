"""Whether an outlet is the one that publishes the article, which relays nothing to itself."""

from __future__ import annotations

from provenance import gazetteer
from provenance.text import plain_name

GENERIC = frozenset("the news online com net org www".split())
"""What a masthead may have or lack: "CNN", "CNN.com"; "the BBC", "BBC News"."""


def is_masthead(name: str, publisher: str) -> bool:
    """Whether `name` is that of `publisher`, but for words that any masthead may have."""
    return _bare(name) == _bare(publisher)


def _bare(name: str) -> frozenset[str]:
    listed = gazetteer.by_name(name)
    words = frozenset(plain_name((listed[0].name if len(listed) == 1 else name).replace(".", " ")).split())
    return words - GENERIC or words
