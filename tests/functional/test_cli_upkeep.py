"""`backup`, `restore`, `compact`, `verify` and `forget` as they are typed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run
from kept import files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    return path


def keys(store: Path) -> set[str]:
    lines = run("articles", "--store", store, "--format", "jsonl").out.splitlines()
    return {json.loads(line)["key"] for line in lines}


def test_a_store_is_backed_up_and_restored(store: Path, tmp_path: Path) -> None:
    file, restored = tmp_path / "backup.zip", tmp_path / "restored"
    answer = run("backup", file, "--store", store)
    assert (answer.code, answer.out) == (0, "")
    assert re.fullmatch(rf"backed up \d+ quads to {re.escape(str(file))} \(\d+ kB\)\n", answer.err)
    answer = run("restore", file, "--store", restored)
    assert (answer.code, answer.out) == (0, "")
    assert re.fullmatch(r"restored 10 articles, \d+ statements\n", answer.err)
    for command in ("articles", "claims", "sources"):
        one, other = (run(command, "--store", path, "--format", "json").out for path in (store, restored))
        assert one == other
    assert run("verify", "--store", restored) == (0, "", "the store is whole\n")


def test_a_store_is_compacted(store: Path) -> None:
    run("remove", "newsfold", "--store", store)
    answer = run("compact", "--store", store)
    assert (answer.code, answer.out) == (0, "")
    assert re.fullmatch(r"compacted: [\d.]+ [kM]B before, [\d.]+ [kM]B now\n", answer.err)
    assert run("verify", "--store", store).code == 0


def test_articles_are_forgotten(store: Path) -> None:
    assert run("confirm", next(iter(statements(store, "newsfold"))), "--by", "Ada", "--store", store).code == 0
    answer = run("forget", "newsfold", "library-hours", "--store", store)
    assert (answer.code, answer.out) == (0, "")
    first, *more, last = answer.err.splitlines()
    assert re.fullmatch(r"forgot newsfold: \d+ statements, 1 decision", first)
    assert "westhaven-gazette holds a copy of its text, and was kept" in more
    assert last == "backups and exports made before still hold it: delete them too"
    assert not keys(store) & {"newsfold", "library-hours"}
    assert run("decisions", "--store", store).code == 1
    assert run("verify", "--store", store).code == 0
    held = b"".join(files(store).values())
    assert b"Port Ellery library" not in held


def statements(store: Path, key: str) -> set[str]:
    from provenance import Library
    from provenance.iris import attribution_iri, snapshot_iri

    with Library.open(store, mode="r") as library:
        [reading] = [one for one in library.readings() if one.article.key == key]
        return {attribution_iri(snapshot_iri(reading.article), one) for one in reading.attributions}


def test_one_that_is_not_there_forgets_none(store: Path) -> None:
    answer = run("forget", "newsfold", "nowhere", "--store", store)
    line = "provenance: the store holds no article 'nowhere': 'provenance articles' lists their keys\n"
    assert answer == (1, "", line)
    assert "newsfold" in keys(store)


def test_faults_are_listed_one_a_line(store: Path) -> None:
    (store / "graph-9").mkdir()
    (store / "words.sqlite").write_bytes(b"no database at all, but long enough to be taken for one")
    answer = run("verify", "--store", store)
    assert answer.code == 4
    assert answer.err == "2 faults found\n"
    one, other = answer.out.splitlines()
    assert one.startswith("graph-9: left by a process that was killed; it may hold what was forgotten; ")
    assert other == (
        "words.sqlite: damaged (file is not a database); "
        "delete the store's words.sqlite: whoever opens it next makes it anew"
    )


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "none"
    for command in (["verify"], ["backup", tmp_path / "backup.zip"]):
        answer = run(*command, "--store", path)
        assert (answer.code, answer.out) == (4, "")
        assert answer.err.startswith(f"provenance: {path}: no store is there; ")
    assert list(tmp_path.iterdir()) == []
