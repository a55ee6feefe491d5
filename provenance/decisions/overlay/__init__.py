"""What decisions make of readings, links, agents and claims: pure functions over values.

Decisions that are undone count for nothing; of two about the same, the later stands.
"""

from provenance.decisions.overlay.agents import Agent, Agents, agents
from provenance.decisions.overlay.claims import Verdict, homes, must, verdicts
from provenance.decisions.overlay.links import concluded, judged, resolved
from provenance.decisions.overlay.readings import rejected, reviewed, reviewer
from provenance.decisions.overlay.touching import touching

__all__ = [
    "Agent",
    "Agents",
    "Verdict",
    "agents",
    "concluded",
    "homes",
    "judged",
    "must",
    "rejected",
    "resolved",
    "reviewed",
    "reviewer",
    "touching",
    "verdicts",
]
