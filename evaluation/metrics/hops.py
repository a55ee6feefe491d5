"""Whether a chain that was read is the annotated one, hop by hop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from evaluation import names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evaluation.gold import Source
    from provenance.model import Attribution, Derivation, Reading

CONTRIBUTED = "contributed"
"""The relation of what gave only a part of an article, and so stands in no chain."""


class Hop(Protocol):
    """Somebody on a chain."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...


def whole(reading: Reading) -> tuple[Derivation, ...]:
    """What the whole article was taken from."""
    return tuple(one for one in reading.derivations if one.relation != CONTRIBUTED)


def chains(reading: Reading, attribution: Attribution) -> tuple[tuple[Hop, ...], ...]:
    """A chain as it stands, and with what the article was taken from before it: annotators write either."""
    derived = whole(reading)
    return (attribution.chain, (*derived, *attribution.chain)) if derived else (attribution.chain,)


def first_hop(read: Sequence[Hop], gold: Sequence[Source]) -> bool:
    return names.near(read[0].name, gold[0].name)


def origin(read: Sequence[Hop], gold: Sequence[Source]) -> bool:
    return names.near(read[-1].name, gold[-1].name)


def origin_kind(read: Sequence[Hop], gold: Sequence[Source]) -> bool:
    return same_kind(read[-1].kind, gold[-1].kind)


def whole_chain(read: Sequence[Hop], gold: Sequence[Source]) -> bool:
    return _all(read, gold, names.near)


def whole_chain_exactly(read: Sequence[Hop], gold: Sequence[Source]) -> bool:
    return _all(read, gold, names.same)


def same_kind(one: str, other: str) -> bool:
    """An outlet and a wire are not told apart."""
    return one == other or {one, other} == {"outlet", "wire"}


def _all(read: Sequence[Hop], gold: Sequence[Source], same: Callable[[str, str], bool]) -> bool:
    return len(read) == len(gold) and all(same(a.name, b.name) for a, b in zip(read, gold, strict=True))
