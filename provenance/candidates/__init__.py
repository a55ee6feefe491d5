"""What was linked before, in SQLite beside the graph: the `CandidateIndex` of linking, derived from the readings."""

from provenance.candidates.candidates import Candidates

__all__ = ["Candidates"]
