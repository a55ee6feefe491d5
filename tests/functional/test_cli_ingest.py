"""Ingest: again, interrupted, killed, locked out."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, HEEDING_SIGINT, PROVENANCE, run

from provenance import Library

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 40


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many articles, so that a moment in the middle of their ingest is easy to hit."""
    path = tmp_path_factory.mktemp("corpus") / "many.jsonl"
    [record, *_] = (EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8").splitlines()
    article = json.loads(record)
    with path.open("w", encoding="utf8") as stream:
        for number in range(ARTICLES):
            text = article["text"].replace("4.2 million", f"{number} million")
            url = f"https://calderpress.example/{number}"
            stream.write(json.dumps({**article, "id": f"a{number}", "url": url, "text": text}) + "\n")
    return path


@pytest.fixture(scope="module")
def clean(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a store holds after an ingest that nothing disturbed."""
    path = tmp_path_factory.mktemp("clean") / "store"
    assert run("ingest", corpus, "--store", path).code == 0
    return holdings(path)


def holdings(store: Path) -> dict[str, object]:
    """Every reading by the key of its article, whole."""
    with Library.open(store, mode="r") as library:
        return {reading.article.key: reading for reading in library.readings()}


def test_the_summary_counts_what_was_done(tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = run("ingest", EXAMPLES, "--store", store)
    assert (first.code, first.out) == (0, "")
    assert first.err.startswith("10 articles (10 added), ")
    before = run("export", "--format", "nquads", "--store", store).out
    again = run("ingest", EXAMPLES, "--store", store)
    assert again.err == first.err.replace("added", "unchanged")
    assert run("export", "--format", "nquads", "--store", store).out == before


def test_standard_input_is_read(tmp_path: Path) -> None:
    text = (EXAMPLES / "library-hours.txt").read_text("utf8")
    assert run("ingest", "-", "--store", tmp_path / "store", stdin=text).code == 0
    [article] = json.loads(run("articles", "--store", tmp_path / "store", "--format", "json").out)
    assert (article["key"], article["publisher"]) == ("-", "Harbour Ledger")


def test_the_store_is_taken_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROVENANCE_STORE", "from-environment")
    assert run("ingest", EXAMPLES / "library-hours.txt").code == 0
    monkeypatch.delenv("PROVENANCE_STORE")
    assert run("ingest", EXAMPLES / "library-hours.txt").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".provenance", "from-environment"]


@pytest.mark.parametrize("seconds", [0.1, 0.3, 0.5, 0.7])
def test_a_killed_ingest_keeps_what_was_finished_and_goes_on(
    seconds: float, corpus: Path, clean: dict[str, object], tmp_path: Path
) -> None:
    store = tmp_path / "store"
    with subprocess.Popen([*PROVENANCE, "ingest", corpus, "--store", store], stderr=subprocess.DEVNULL) as ingest:
        wait_for(store / "words.sqlite")
        time.sleep(seconds)
        ingest.kill()
    kept = holdings(store)
    assert kept.items() <= clean.items()
    answer = run("ingest", corpus, "--store", store)
    assert (answer.code, holdings(store)) == (0, clean)
    assert f"{len(kept)} unchanged" in answer.err or not kept
    assert run("trace", "closing its route to Marrow Island", "--store", store).code == 0


def test_an_interrupted_ingest_says_what_it_kept(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    with subprocess.Popen(
        [*HEEDING_SIGINT, "ingest", corpus, "--store", store], stderr=subprocess.PIPE, text=True
    ) as ingest:
        wait_for(store / "words.sqlite")
        time.sleep(0.2)
        ingest.send_signal(signal.SIGINT)
        _, err = ingest.communicate()
    # Python itself ends by the signal where it struck inside `exec`; a shell sees 130 either way.
    assert ingest.returncode in {130, -signal.SIGINT}
    assert err.count("\n") == 1
    told = int(err.split(maxsplit=1)[0])
    assert len(holdings(store)) - told in {0, 1}, "the one in hand may be kept and not yet counted"


def test_others_may_read_while_one_writes_but_not_write(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with Library.open(store) as library:
        list(library.ingest(EXAMPLES / "library-hours.txt"))
        assert "library-hours" in run("articles", "--store", store).out
        answer = run("ingest", EXAMPLES, "--store", store)
    assert answer == (4, "", f"provenance: {store}: another process is writing to it; wait for it to end\n")


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_better_metadata_is_said_and_kept(tmp_path: Path) -> None:
    lines = (EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8")
    (tmp_path / "story.jsonl").write_text(lines, "utf8")
    run("ingest", tmp_path / "story.jsonl", "--store", tmp_path / "store")
    first, *others = map(json.loads, lines.splitlines())
    bare = [{key: one[key] for key in ("id", "url", "text")} for one in others]
    better = [{**first, "published": "2025-03-10"}, *bare]
    (tmp_path / "story.jsonl").write_text("\n".join(map(json.dumps, better)), "utf8")
    answer = run("ingest", tmp_path / "story.jsonl", "--store", tmp_path / "store")
    assert answer.err.splitlines()[1:] == ["1 updated: published"]
    told = {
        one["key"]: one for one in json.loads(run("articles", "--store", tmp_path / "store", "--format", "json").out)
    }
    assert told[first["id"]]["published"] == "2025-03-10"
    assert [told[one["id"]]["title"] for one in others] == [one["title"] for one in others]


def test_one_text_of_two_outlets_without_addresses_is_told_and_not_lost(tmp_path: Path) -> None:
    """Articles without an address are called by their text; a copy is told from its original by their addresses."""
    text = "The trust will sell the north face, Ines Marlow said on Monday. Nothing has been signed, she said."
    given = tmp_path / "a.jsonl"
    copies = [{"id": name, "publisher": name, "text": text} for name in ("Tarn Herald", "Coast Ledger")]
    given.write_text("".join(f"{json.dumps(one)}\n" for one in [*copies, {"id": "again", "text": text}]), "utf-8")
    done = run("ingest", "--extractor", "rules", given, "--store", tmp_path / "store")
    told = (
        "the text of “Tarn Herald”, of Tarn Herald, by another outlet, and neither has an address: give each its 'url'"
    )
    assert told in done.err
    with Library.open(tmp_path / "store", mode="r") as library:
        assert [reading.article.key for reading in library.readings()] == ["Tarn Herald"]


def test_many_that_are_skipped_are_counted_by_reason(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"text": ""}\n' * 30 + "[]\n" * 2, "utf8")
    answer = run("ingest", tmp_path / "bad.jsonl", "--store", tmp_path / "store")
    assert answer.code == 3
    assert answer.err.splitlines()[-4:] == [
        "0 articles, 0 statements; 32 skipped",
        "skipped, by reason:",
        f"  30 × no 'text': give the article's text as a string (such as {tmp_path}/bad.jsonl:1)",
        f"  2 × an array, not an object: write one JSON object a line (such as {tmp_path}/bad.jsonl:31)",
    ]
