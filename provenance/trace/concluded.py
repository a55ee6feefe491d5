"""What was concluded across articles, as far as a trace leans on it beside the reports that articles cite."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Concluded:
    """`same` gives for agents that are one with another, by IRI, that other one.

    `doubtful` are passages, by IRI, that may make another claim: they prove no origin independent.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()


NOTHING = Concluded()
