"""Articles that share their text, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.trace.result import OneText


def shared(one: OneText) -> str:
    """Such as: sluice-herald and weir-post: 96% of the one and 94% of the other in 3 shared passages, …"""
    return f"{' and '.join(one.articles)}: {one.evidence}"
