"""What was concluded across articles, as far as a trace leans on it beside the reports that articles cite."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.model import Link

Pair = tuple[str, str]
"""Two IRIs in order."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """`same` gives for agents that are one with another, by IRI, that other one.

    `doubtful` are passages, by IRI, that may make another claim: they prove no origin independent. `alike` gives the
    link between two agents that may be one, `different` are those that people hold to be two.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    alike: Mapping[Pair, Link] = field(default_factory=dict)
    different: frozenset[Pair] = frozenset()


def in_order(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


NOTHING = Concluded()
