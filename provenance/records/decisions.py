"""What people decided as a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from provenance.decisions import Decision, Target


def decision_record(decision: Decision, missing: Iterable[Target] = ()) -> dict[str, Any]:
    """`missing` are the targets that nothing in the store answers to now. Times are ISO 8601, in UTC."""
    undone = decision.undone
    return {
        "id": decision.id,
        "action": decision.action.value,
        "about": decision.about.value,
        "link": decision.link.value if decision.link else None,
        "targets": [_target(target) for target in decision.targets],
        "corrections": [{"field": one.field.value, "value": one.value, "hop": one.hop} for one in decision.corrections],
        "by": decision.by,
        "at": _time(decision.at),
        "note": decision.note,
        "undone": {"by": undone.by, "at": _time(undone.at)} if undone else None,
        "without_target": [target.iri for target in missing],
    }


def _target(target: Target) -> dict[str, Any]:
    anchor = target.anchor
    return {
        "id": target.iri,
        "name": target.name,
        "kind": target.kind.value if target.kind else None,
        "snapshot": anchor.snapshot if anchor else None,
        "content": [list(span) for span in anchor.content] if anchor else [],
        "words": list(anchor.exact) if anchor else [],
    }


def _time(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
