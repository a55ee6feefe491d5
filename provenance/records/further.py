"""What an analysis finds as a record, whatever it finds."""

from __future__ import annotations

from dataclasses import asdict, is_dataclass
from typing import Any


def further_record(found: Any) -> Any:
    """A frozen value by its fields, several as a list; words, numbers and codes as they are."""
    if isinstance(found, tuple | list):
        return [further_record(one) for one in found]
    return asdict(found) if is_dataclass(found) and not isinstance(found, type) else found
