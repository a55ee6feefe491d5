"""What a link leads to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.iris import cited_parts

if TYPE_CHECKING:
    from provenance.review.undecided import End


def end(one: End) -> str:
    """Such as: “the mill was sold” (by Ilse Maren, in sluice-herald); Sluice Herald (outlet)."""
    target = one.target
    if target.anchor is None:
        return f"{target.name} ({target.kind})" if target.kind else target.name
    place = f", in {one.article}" if one.article else ""
    said = f"“{' … '.join(target.anchor.exact)}” (by {target.name}{place})"
    _, position = cited_parts(target.iri)
    return said if position is None else f"what is cited in {said}"
