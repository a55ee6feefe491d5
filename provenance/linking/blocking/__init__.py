"""Which articles are compared: those that share enough keys, each made from one text alone.

So what is compared depends on the two and never on what else is known or came before (an approximate graph of
neighbours, such as HNSW of Malkov and Yashunin 2020, would depend on the order of arrival).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.linking.blocking import passages, quoted, sayings
from provenance.linking.blocking.keys import KeyKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Reading


def keys(reading: Reading, statements: Iterable[frozenset[str]]) -> dict[KeyKind, frozenset[int]]:
    """The keys of `reading`, of each kind; `statements` are the words of each of its statements."""
    return {
        KeyKind.SAID: sayings.keys(statements),
        KeyKind.COPIED: passages.keys(reading.article.text),
        KeyKind.QUOTED: quoted.keys(reading),
    }
