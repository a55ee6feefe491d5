"""What an analysis finds beyond those that have a place of their own in the report."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from provenance.trace.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAYS: dict[str, Callable[[Any], str]] = {}
"""By the name of the analysis (`trace.analyses`), what it finds as a sentence; without one its fields are told."""


def title(name: str) -> str:
    """Such as: Late corrections."""
    return name.replace("_", " ").capitalize()


def lines(name: str, found: Any) -> Iterator[str]:
    """One for each thing that was found."""
    say = SAYS.get(name, _told)
    for one in found if isinstance(found, tuple | list) else [] if found is None else [found]:
        yield one_line(say(one))


def _told(value: Any) -> str:
    """Such as: who: Ilse Maren; articles: sluice-herald, weir-post."""
    if is_dataclass(value):
        return "; ".join(f"{title(one.name).lower()}: {_told(getattr(value, one.name))}" for one in fields(value))
    return ", ".join(map(_told, value)) if isinstance(value, tuple | list) else str(value)
