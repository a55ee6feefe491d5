"""What a store holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds, in numbers, and which program says so; `store` is empty for one in memory.

    `unread` counts those of its articles that are kept and were not read.
    """

    store: str
    version: str
    articles: int
    unread: int
    statements: int
    graphs: int
    quads: int


def info(corpus: Corpus, path: str, version: str) -> Info:
    """Of the store at `path`, empty for one in memory."""
    counts = corpus.counts()
    return Info(path, version, counts.articles, counts.unread, counts.statements, counts.graphs, counts.quads)
