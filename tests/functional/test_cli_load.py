"""`load` makes of an export the store that it was made of, and costs nothing where the file is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import CLAIM, run
from kept import faults

from provenance import Library
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def exported(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("exported") / "graph.nq"
    assert run("export", "--store", store, "-o", file).code == 0
    return file


def told(place: Path) -> list[str]:
    with Library.open(place, mode="r") as library:
        return sorted(map(str, library._store.quads()))


def test_it_is_the_store_that_was_exported(exported: Path, store: Path, tmp_path: Path) -> None:
    place = tmp_path / "loaded"
    first = run("load", exported, "--store", place)
    assert first.code == 0
    assert told(place) == told(store)
    with Library.open(place, mode="r") as here, Library.open(store, mode="r") as there:
        assert here.trace(CLAIM) == there.trace(CLAIM)
    again = run("load", exported, "--store", place)
    assert again.err.startswith("loaded 0 readings")
    assert told(place) == told(store)
    assert not faults(place)


def test_in_any_order_and_among_others_graphs(exported: Path, store: Path, tmp_path: Path) -> None:
    lines = exported.read_text("utf8").splitlines()
    mixed = [
        *sorted(lines, key=lambda line: line[::-1]),
        "<urn:a> <urn:p> _:b <urn:theirs> .",
        "<urn:a> <urn:p> <urn:b> .",
    ]
    (tmp_path / "mixed.nq").write_text("\n".join(mixed), "utf8")
    loaded = run("load", tmp_path / "mixed.nq", "--store", tmp_path / "loaded")
    assert loaded.code == 0, loaded.err
    assert "1 graph of other things left out" in loaded.err
    assert told(tmp_path / "loaded") == told(store)


def test_what_was_read_elsewhere_is_joined_by_the_next_ingest(exported: Path, store: Path, tmp_path: Path) -> None:
    place = tmp_path / "loaded"
    (tmp_path / "one.txt").write_text("The quarry stays shut, Ada Brunt said on Monday.", "utf8")
    assert run("ingest", tmp_path / "one.txt", "--store", place).code == 0
    loaded = run("load", exported, "--store", place)
    assert loaded.code == 0, loaded.err
    assert run("ingest", tmp_path / "one.txt", "--store", place).code == 0
    with Library.open(place, mode="r") as here, Library.open(store, mode="r") as there:
        assert len(here.articles()) == len(there.articles()) + 1
        assert len(here.trace(CLAIM).statements) == len(there.trace(CLAIM).statements)
        assert list(here.links())
    assert not faults(place)


@pytest.mark.parametrize("what", ["cut", "named otherwise", "no N-Quads", "missing", "a folder"])
def test_what_is_no_export_is_one_line_and_costs_nothing(what: str, exported: Path, tmp_path: Path) -> None:
    file, place = tmp_path / "bad.nq", tmp_path / "store"
    text = exported.read_text("utf8")
    match what:
        case "cut":
            file.write_text("\n".join(line for line in text.splitlines() if "specializationOf" not in line), "utf8")
        case "named otherwise":
            run_ = text.partition("/id/run/")[2][:20]
            file.write_text(text.replace(f"/id/run/{run_}", f"/id/run/{'0' * 20}"), "utf8")
        case "no N-Quads":
            file.write_text("<html>", "utf8")
        case "a folder":
            file.mkdir()
    refused = run("load", file, "--store", place)
    assert refused.code == 3
    assert str(file) in refused.err
    assert len(refused.err.splitlines()) == 1
    assert not told(place)


@pytest.mark.parametrize("what", ["outdated", "renamed"])
def test_no_reading_outdates_or_renames_another_article(what: str, exported: Path, store: Path, tmp_path: Path) -> None:
    with Library.open(store, mode="r") as library:
        one, other = library.articles()[:2]
        [mine], [theirs] = (library._store._graph.values(f"{row.run}/activity", PROV.used) for row in (one, other))
    told_ = (
        f"<{mine}> <{PROV.wasRevisionOf}> <{theirs}>"
        if what == "outdated"
        else (f"<{one.id}> <{PROV.alternateOf}> <{other.id}>")
    )
    (tmp_path / "hostile.nq").write_text(f"{exported.read_text('utf8')}{told_} <{one.run}> .\n", "utf8")
    assert run("load", exported, "--store", tmp_path / "loaded").code == 0
    before = told(tmp_path / "loaded")
    for place in ("loaded", "new"):
        refused = run("load", tmp_path / "hostile.nq", "--store", tmp_path / place)
        assert refused.code == 3, (what, place)
        assert "tells of another article than its own" in refused.err
    assert told(tmp_path / "loaded") == before
