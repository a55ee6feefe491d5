"""Who a mention stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import Naming

if TYPE_CHECKING:
    from provenance.model import Kind, Span


@dataclass(frozen=True, slots=True)
class Agent:
    """`role` is what the text calls a named person, "" where it does not; `words` are those that give the name."""

    name: str
    kind: Kind
    role: str
    naming: Naming
    words: Span


@dataclass(frozen=True, slots=True)
class Found:
    """What the words of one mention give by themselves; several `names` of persons who are one source together.

    `counted` is how many of those told of before it is, where its words only count them: “two of them”.
    """

    names: tuple[str, ...]
    kind: Kind
    naming: Naming
    role: str = ""
    counted: str = ""

    @property
    def is_named(self) -> bool:
        return self.naming is Naming.NAMED and bool(self.names)

    @property
    def name(self) -> str:
        return "; ".join(dict.fromkeys(self.names))
