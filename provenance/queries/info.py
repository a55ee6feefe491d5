"""What a store holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance import __version__

if TYPE_CHECKING:
    from provenance.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds, in numbers, and which program says so; `store` is empty for one in memory."""

    store: str
    version: str
    articles: int
    statements: int
    graphs: int
    quads: int


def info(corpus: Corpus, path: str) -> Info:
    """Of the store at `path`, empty for one in memory."""
    counts = corpus.counts()
    return Info(path, __version__, counts.articles, counts.statements, counts.graphs, counts.quads)
