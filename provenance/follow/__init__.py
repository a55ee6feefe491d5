"""From a trace to the reports that it misses: where each may be, what is there, and whether that joins the trail."""

from provenance.follow.plan import Following, Planned, Way
from provenance.follow.trail import Followed, Outcome, follow

__all__ = ["Followed", "Following", "Outcome", "Planned", "Way", "follow"]
