"""What decisions make of readings, links, agents and claims: pure functions over values.

Decisions that are undone count for nothing; of two about the same, the later stands.
"""

from provenance.reviewing.agents import Agent, Agents, agents
from provenance.reviewing.anchors import anchor, found, reattached, sources
from provenance.reviewing.claims import cannot, must
from provenance.reviewing.links import concluded, judged, resolved, told
from provenance.reviewing.readings import rejected, reviewed, reviewer
from provenance.reviewing.touching import touching

__all__ = [
    "Agent",
    "Agents",
    "agents",
    "anchor",
    "cannot",
    "concluded",
    "found",
    "judged",
    "must",
    "reattached",
    "rejected",
    "resolved",
    "reviewed",
    "reviewer",
    "sources",
    "told",
    "touching",
]
