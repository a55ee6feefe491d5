"""A batch is kept whole or not at all, and what has to do with what is there is kept by itself."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES
from corpus import STORY

from provenance import Library
from provenance.errors import InputError
from provenance.extraction.rules import Rules
from provenance.ingestor import bulk
from provenance.linking.incremental import IncrementalLinker
from provenance.model import Span
from provenance.rdf.index import Index
from provenance.rdf.store import Outcome, Store
from provenance.rdf.vocabulary import PROV
from provenance.readers import Skipped
from provenance.receipts import Receipts

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.model import Article, Reading

ROWS = [
    {"id": f"a{number}", "url": f"https://a.example/{number}", "text": f"The {number} dams leak, Ilse Maren said."}
    for number in range(10)
]


class KilledError(BaseException):
    pass


def laid(folder: Path, rows: list[dict[str, str]]) -> Path:
    (folder / "given.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf8")
    return folder / "given.jsonl"


def quads(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads() if quad.predicate.value != PROV.endedAtTime}


def test_readings_kept_at_once_are_found_as_those_kept_one_by_one() -> None:
    with Store.memory() as store, Store.memory() as other:
        store.add_all(STORY)
        for one in STORY:
            other.add(one)
        assert quads(store) == quads(other)
        assert store.counts() == other.counts()
        assert list(store.claims()) == list(other.claims())
        assert store.find("the Tarsk dam will be drained", 99) == other.find("the Tarsk dam will be drained", 99)


def test_of_readings_one_of_which_is_not_sound_none_is_kept(tmp_path: Path) -> None:
    unsound = replace(STORY[1], attributions=(replace(STORY[1].attributions[0], content=(Span(0, 9999),)),))
    with Store.open(tmp_path / "store") as store:
        with pytest.raises(InputError, match="points at nothing"):
            store.add_all([STORY[0], unsound, STORY[2]])
        assert (store.runs(), store.counts().statements) == ([], 0)
        store.add_all([STORY[0], STORY[2]])
        assert len(store.runs()) == 2


def test_what_is_not_sound_is_skipped_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Rules.read

    def unsound(self: Rules, article: Article) -> Reading:
        found = read(self, article)
        return replace(found, attributions=found.attributions * 2) if article.key == "a4" else found

    monkeypatch.setattr(Rules, "read", unsound)
    with Library.memory(threads=1) as library:
        items = list(library.bulk_load(laid(tmp_path, ROWS), "rules"))
        assert [isinstance(one, Skipped) for one in items] == [number == 4 for number in range(10)]
        assert {one.outcome for one in items if not isinstance(one, Skipped)} == {Outcome.ADDED}
        assert sorted(row.key for row in library.articles()) == [f"a{number}" for number in range(10) if number != 4]


def test_none_is_given_before_its_batch_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 4)
    with Library.memory(threads=1) as library:
        loading = library.bulk_load(laid(tmp_path, ROWS), "rules")
        for given, kept in ((1, 4), (3, 4), (1, 8)):
            list(islice(loading, given))
            assert len(library.articles()) == kept
        loading.close()
        assert len(library.articles()) == 8
        assert [one.outcome for one in library.bulk_load(laid(tmp_path, ROWS), "rules")] == (
            [Outcome.UNCHANGED] * 8 + [Outcome.ADDED] * 2
        )


def test_what_is_known_is_kept_by_itself_after_what_came_before_it(tmp_path: Path) -> None:
    later = {**ROWS[2], "id": "later", "text": f"{ROWS[2]['text']} Nobody denies it, she said."}
    dated = {**ROWS[0], "id": "dated", "published": "2031-02-03"}
    with Library.memory(threads=1) as library:
        items = list(
            library.bulk_load(laid(tmp_path, [*ROWS[:3], later, dated, {**ROWS[1], "id": "again"}, ROWS[3]]), "rules")
        )
        assert [one.outcome for one in items] == ["added"] * 4 + ["updated", "unchanged", "added"]
        assert {row.key: row.published for row in library.articles()}["a0"] == "2031-02-03"


@pytest.mark.parametrize(
    ("held", "step", "kept"),
    [
        (Store, "add_all", 4),
        (Index, "learn", 8),
        (IncrementalLinker, "hold", 8),
        (IncrementalLinker, "_conclude", 4),
        (Receipts, "together", 8),
    ],
)
def test_cut_short_anywhere_it_goes_on(
    held: type, step: str, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the second batch; what catches up first concludes too."""
    monkeypatch.setattr(bulk, "BATCH", 4)
    path, store = laid(tmp_path, ROWS), tmp_path / "store"
    real, calls = getattr(held, step), []

    def killed(*given: object) -> object:
        calls.append(step)
        if len(calls) > 1:
            raise KilledError
        return real(*given)

    library = Library.open(store, threads=1)
    with monkeypatch.context() as patched:
        patched.setattr(held, step, killed)
        with pytest.raises(KilledError):
            list(library.bulk_load(path, "rules"))
    _abandoned(library)
    with Store.read(store) as left:
        assert len(left.runs()) == kept
    with Library.open(store, threads=1) as again, Library.memory(threads=1) as fresh:
        items = list(again.bulk_load(path, "rules"))
        assert [one.outcome for one in items] == ["unchanged"] * kept + ["added"] * (len(ROWS) - kept)
        list(fresh.ingest(path, "rules"))
        assert quads(again._store) == quads(fresh._store)


def _abandoned(library: Library) -> None:
    """As a process that is killed leaves it."""
    assert library._linked is not None
    assert library._receipts is not None
    library._linked.candidates.close()
    library._receipts.close()
    library._linked = library._receipts = None
    library._kept._index.close()
    library._kept.home.graph.close()


def test_with_other_processes_that_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 3)
    given = [laid(tmp_path, [*ROWS, *ROWS[:2], {"id": "empty", "text": ""}]), EXAMPLES]
    with Library.memory(threads=1) as library, Library.memory(threads=1) as other:
        assert list(library.bulk_load(given, "rules", 2)) == list(other.ingest(given, "rules"))
        assert quads(library._store) == quads(other._store)
