"""Two articles side by side as a record."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from provenance.records.links import link_record

if TYPE_CHECKING:
    from provenance.trace.comparison import Comparison


def comparison_record(found: Comparison) -> dict[str, Any]:
    links = {name: [link_record(link) for link in getattr(found, name)] for name in ("copies", "quotations")}
    return {**asdict(found), **links}
