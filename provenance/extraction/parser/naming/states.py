"""What belongs to a land: “Norway’s parliament” is the Norwegian parliament, “Tarn’s” the parliament of Tarn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.words import Word, joined, undetermined

if TYPE_CHECKING:
    from collections.abc import Sequence

STATE = frozenset("army cabinet government military ministry parliament".split())


def state(parts: Sequence[Word]) -> str:
    """The name of what a land owns in a phrase; "" for any other phrase."""
    own = undetermined(list(parts))
    owner = next((at for at, word in enumerate(own) if word.owns), None)
    if (
        owner is None
        or owner > 2
        or any(word.is_mark for word in own)
        or not 1 <= len(own) - owner - 1 <= 3
        or own[-1].lower not in STATE
    ):
        return ""
    land, noun = own[: owner + 1], own[owner + 1 :]
    if not all(word.is_capital for word in land) or any(word.is_role for word in land):
        return ""
    bare = joined([*land[:-1], replace(land[-1], owns=False)])
    demonym = vocabulary.DEMONYM_OF.get(bare.lower())
    return f"{demonym} {joined(noun)}" if demonym else f"{joined(noun)} of {bare}"
