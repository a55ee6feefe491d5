"""Whether a store is whole: each text the one that was read, each link between things that are there.

The parts, each in one file: `readings` (texts, passages, names), `derived` (words, links.sqlite), `layers` (links,
claims, decisions), `shapes` (SHACL). What follows from the graph and says that its writer did not finish is no fault:
whoever next opens the store for writing brings words in line, whoever next ingests links.
"""

from provenance.upkeep.verifying.fault import Fault
from provenance.upkeep.verifying.verify import verify

__all__ = ["Fault", "verify"]
