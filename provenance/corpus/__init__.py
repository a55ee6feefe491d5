"""The store as people decided it: the one read view of articles, claims, agents and links."""

from provenance.corpus.corpus import Corpus
from provenance.corpus.held import Held
from provenance.corpus.known import day_asked

__all__ = ["Corpus", "Held", "day_asked"]
