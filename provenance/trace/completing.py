"""Statements on chains beside their wording made whole, where the words as they stand do not say what is claimed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.documents.canonical import completed
from provenance.iris import passage_iri_of
from provenance.trace.wording import legible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Statement
    from provenance.trace.result import Chain, Step


def with_wholes(chains: Iterable[Chain], statements: Iterable[Statement]) -> tuple[Chain, ...]:
    """`chains` of `statements`, each step that is one of these with its `whole`."""
    shown = tuple(chains)
    nodes = {step.node for one in shown for step in one.steps if step.statement}
    told = {node: one for one in statements if (node := passage_iri_of(one)) in nodes}
    wholes = {node: legible(completed(one)) for node, one in told.items()}

    def made(step: Step) -> Step:
        return replace(step, whole=wholes.get(step.node, "")) if step.statement else step

    return tuple(replace(one, steps=tuple(map(made, one.steps))) for one in shown)
