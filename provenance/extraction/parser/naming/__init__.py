"""From mentions to agents: what each source is called, its role and its kind."""

from provenance.extraction.parser.naming.agent import Agent
from provenance.extraction.parser.naming.agents import agents, name_of, settled

__all__ = ["Agent", "agents", "name_of", "settled"]
