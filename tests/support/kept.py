"""The invented story in a store on disk, as tests of upkeep change, copy and search it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import STORY

from provenance import Library

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.model import Reading


def filled(path: Path, readings: tuple[Reading, ...] = STORY) -> Path:
    """A store of `readings`, all joined."""
    with Library.open(path) as library:
        for one in readings:
            library.add(one)
    return path


def quads(path: Path) -> set[str]:
    """All that the store at `path` holds."""
    with Library.open(path, mode="r") as library:
        return set(map(str, library._store.quads()))


def faults(path: Path) -> list[str]:
    with Library.open(path, mode="r") as library:
        return [str(one) for one in library.verify()]


def files(path: Path) -> dict[str, bytes]:
    return {str(one.relative_to(path)): one.read_bytes() for one in sorted(path.rglob("*")) if one.is_file()}
