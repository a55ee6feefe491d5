"""Which statements make the same claim. For now: those of the same content words in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.identity import attribution_iri_of, claim_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Statement


def group(statements: Iterable[Statement]) -> dict[str, tuple[Statement, ...]]:
    """Claim IRI → its statements, the same and in the same order whatever the order of `statements`."""
    claims: dict[str, dict[str, Statement]] = {}
    for statement in statements:
        claims.setdefault(claim_iri(statement.text), {})[attribution_iri_of(statement)] = statement
    return {claim: tuple(found for _, found in sorted(claims[claim].items())) for claim in sorted(claims)}
