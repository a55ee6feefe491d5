"""Pairs of a claim's origins as records: codes, and what they are about."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from provenance.trace.origin_identity import OriginPair
    from provenance.trace.result import Origin


def pair_record(pair: OriginPair) -> dict[str, Any]:
    """Whether two origins are one, as `trace --format json` has it."""
    return {
        "left": _end(pair.left),
        "right": _end(pair.right),
        "judgement": pair.judgement,
        "why": pair.why,
        "shared": pair.shared,
        "confidence": pair.confidence,
        "merged": pair.is_merged,
        "evidence": [asdict(one) for one in pair.evidence],
        "settled_by": [asdict(one) for one in pair.settled_by],
    }


def _end(origin: Origin) -> dict[str, str]:
    return {"node": origin.node, "name": origin.name, "nature": origin.nature}
