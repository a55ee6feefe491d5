"""A store in fresh files, which hold what it holds and nothing of what was removed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.rdf import folder

if TYPE_CHECKING:
    from provenance.linking.candidates import CandidateIndex
    from provenance.rdf.store import Store


@dataclass(frozen=True, slots=True)
class Compacted:
    """What the files of the store took, and take, in bytes."""

    before: int
    after: int


def compact(store: Store, candidates: CandidateIndex, path: Path | None) -> Compacted:
    """Rewrite the store at `path`, None for one in memory.

    It needs as much room again while it works. Killed or out of room, it leaves the store as it was. Raises StoreError
    where it cannot be written.
    """
    before = size(path)
    with folder.reported(path or Path()):
        candidates.rewrite()
    store.rewrite()
    return Compacted(before, size(path))


def size(path: Path | None) -> int:
    """Of all files under `path`, in bytes."""
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file()) if path else 0
