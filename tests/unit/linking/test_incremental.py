"""Articles that wait to be joined: joined whenever somebody looks, and caught up with where that was cut short."""

from pathlib import Path

import pytest
from command import EXAMPLES

from provenance import Library
from provenance.linking.incremental import IncrementalLinker
from provenance.model import LinkKind


def joined(store: Path) -> set[str]:
    with Library.open(store, mode="r") as library:
        return {str(quad) for quad in library.dataset.quads() if "claim/" in str(quad[2])}


def test_whoever_asks_between_two_articles_is_told_of_both() -> None:
    with Library.memory() as library:
        seen = [
            len([one for one in library.links() if one.kind is LinkKind.SAME_CLAIM]) for _ in library.ingest(EXAMPLES)
        ]
        assert seen[0] < seen[-2]
        assert seen[-1] == len([one for one in library.links() if one.kind is LinkKind.SAME_CLAIM])


def test_what_was_cut_short_is_joined_when_the_store_is_next_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    with Library.open(whole) as library:
        list(library.ingest(EXAMPLES))
    put, seen = IncrementalLinker.put, []

    def interrupted(linker: IncrementalLinker, *told: object) -> None:
        seen.append(told)
        if len(seen) == 4:
            raise KeyboardInterrupt
        put(linker, *told)  # type: ignore[arg-type]

    monkeypatch.setattr(IncrementalLinker, "put", interrupted)
    with pytest.raises(KeyboardInterrupt), Library.open(cut) as library:
        list(library.ingest(EXAMPLES))
    assert not joined(cut)
    with Library.open(cut) as library:
        list(library.ingest(EXAMPLES))
    assert joined(cut) == joined(whole) != set()
