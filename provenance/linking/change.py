"""What articles that come and go change, gathered until it is concluded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from provenance.linking.blocking.keys import KeyKind
    from provenance.linking.candidates import AgentPair
    from provenance.linking.prepared import Prepared
    from provenance.model import Link


class Kept(NamedTuple):
    """The reading in the graph `run`, as it is compared."""

    run: str
    prepared: Prepared


@dataclass
class Change:
    """Which articles are new or meet others than before, and, beside claims, what is to be written.

    Where a first holder of a key is gone, another is `promoted` in its place; where one comes, another is `displaced`.
    `gone` are links, by IRI, `left` passages that are no more.
    """

    new: set[int] = field(default_factory=set)
    promoted: defaultdict[KeyKind, set[int]] = field(default_factory=lambda: defaultdict(set))
    displaced: defaultdict[KeyKind, set[int]] = field(default_factory=lambda: defaultdict(set))
    gone: set[str] = field(default_factory=set)
    agents: set[AgentPair] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
