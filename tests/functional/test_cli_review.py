"""What people decide on the command line: each command from a fresh store of the examples."""

from __future__ import annotations

import getpass
import json
import os
import pty
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from command import CLAIM, EXAMPLES, PROVENANCE, run

from provenance import Library
from provenance.iris import cited_iri, link_iri
from provenance.model import Judgement, Link, LinkKind
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("review") / "store"
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    return path


@pytest.fixture
def place(examples: Path, tmp_path: Path) -> Path:
    return shutil.copytree(examples, tmp_path / "store")


def records(*arguments: object) -> Any:
    return json.loads(run(*arguments, "--format", "json").out)


def trace(place: Path, claim: str = CLAIM) -> Any:
    return records("trace", claim, "--store", place)


def claim(place: Path, words: str) -> Any:
    return next(one for one in records("claims", "--store", place) if words in one["text"])


def statement(place: Path, words: str = "water taxi") -> str:
    """That of the article from which the others have it."""
    told = claim(place, words)["statements"]
    iri: str = next((one for one in told if one["key"] == "westhaven-gazette"), told[0])["id"]
    return iri


def source(place: Path, name: str) -> str:
    return next(row["id"] for row in records("sources", "--store", place) if row["name"] == name)


def decide(place: Path, *arguments: object) -> str:
    answer = run(*arguments, "--store", place, "--by", "Ada")
    assert answer.code == 0, answer.err
    assert answer.out.count("\n") == answer.err.count("\n") == 1
    return answer.out.strip()


def test_confirm_makes_a_statement_sure(place: Path) -> None:
    iri = statement(place)
    decided = decide(place, "confirm", iri, "--note", "checked against the budget")
    found = trace(place, iri)
    key = "westhaven-gazette"
    assert {chain["steps"][0]["confidence"] for chain in found["chains"] if chain["steps"][0]["reached"] == key} == {1}
    assert [(one["id"], one["by"], one["note"]) for one in found["decisions"]] == [
        (decided, "Ada", "checked against the budget")
    ]
    shown = run("trace", iri, "--store", place).out
    assert "Reviewed" in shown
    assert "confirmed by Ada on " in shown
    assert ": checked against the budget\n" in shown


def test_reject_leaves_a_statement_out_and_undo_brings_it_back(place: Path) -> None:
    before = records("claims", "--store", place)
    iri = statement(place)
    decided = decide(place, "reject", iri)
    assert all(one["id"] != iri for each in records("claims", "--store", place) for one in each["statements"])
    assert run("undo", decided, "--store", place, "--by", "Pell") == (0, "", "")
    assert records("claims", "--store", place) == before
    [listed] = records("decisions", "--store", place)
    assert (listed["action"], listed["undone"]["by"]) == ("reject", "Pell")
    assert "undone by Pell on " in run("decisions", "--store", place).out


def test_correct_a_statement(place: Path) -> None:
    iri = statement(place)
    decide(place, "correct", iri, "--name", "Odd Lorrimer", "--assertion", "denies", "--date", "2025-03-10")
    origins = trace(place, iri)["origins"]
    assert ("Odd Lorrimer", "denies") in [(one["name"], one["assertion"]) for one in origins]
    decide(place, "correct", iri, "--source", "1", "--kind", "anonymous")
    assert records("decisions", "--store", place)[1]["corrections"] == [
        {"field": "kind", "value": "anonymous", "hop": 0}
    ]


def test_merge_and_split_sources(place: Path) -> None:
    first, second = source(place, "Calder Press"), source(place, "Harbour Ledger")
    decide(place, "merge", first, second, "--note", "one house")
    assert "Harbour Ledger" not in [row["name"] for row in records("sources", "--store", place)]
    assert "one house" in run("trace", CLAIM, "--store", place).out
    decide(place, "split", first, second)
    assert "Harbour Ledger" in [row["name"] for row in records("sources", "--store", place)]


def test_correct_a_source_everywhere(place: Path) -> None:
    decide(place, "correct", source(place, "Piet Lorrimer"), "--name", "Pieter Lorrimer")
    named = [row["name"] for row in records("sources", "--store", place)]
    assert "Pieter Lorrimer" in named
    assert "Piet Lorrimer" not in named


def test_claims_are_decided_upon_by_their_statements(place: Path) -> None:
    one, other = claim(place, "water taxi"), claim(place, "lost 4.2 million")
    decide(place, "merge", one["id"], other["id"])
    keys = {chain["steps"][0]["statement"] for chain in trace(place, one["id"])["chains"]}
    assert any("4.2 million" in words for words in keys)
    last = one["statements"][-1]["id"]
    decide(place, "split", one["id"], last)
    decide(place, "confirm", last, "--of", one["id"])
    decide(place, "reject", last, "--of", one["id"])
    actions = [(one["about"], one["action"]) for one in records("decisions", "--store", place)]
    assert actions == [("claim", action) for action in ("merge", "split", "confirm", "reject")]


def test_a_resolved_report_is_rejected_by_what_the_trace_prints(place: Path) -> None:
    resolution = trace(place)["resolutions"][0]
    assert resolution["id"] == link_iri(
        Link(LinkKind.REPORT, resolution["left"], resolution["right"], Judgement.SAME, "", 0, 0, "")
    )
    decide(place, "reject", resolution["left"], "--of", resolution["right"], "--note", "another report")
    found = trace(place)
    assert resolution["id"] not in [one["id"] for one in found["resolutions"]]
    assert found["decisions"][0]["link"] == "report"
    decide(place, "confirm", resolution["left"], "--of", resolution["right"])
    [again] = [one for one in trace(place)["resolutions"] if one["id"] == resolution["id"]]
    assert again["confidence"] == 1
    assert again["evidence"].startswith("confirmed by Ada on ")


def test_decisions_survive_another_extractor(place: Path) -> None:
    """The rules and the model read other spans, so that most statements have other names."""
    path = place.with_name("model")
    assert run("ingest", EXAMPLES, "--store", path).code == 0
    listed = [one for each in records("claims", "--store", path) for one in each["statements"]]
    with Library.open(path) as library:
        for one in listed:
            library.review.confirm(one["id"], by="Ada")
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    now = {one["id"] for each in records("claims", "--store", path) for one in each["statements"]}
    decided = records("decisions", "--store", path)
    assert len(decided) == len(listed)
    moved = [one for one in decided if one["targets"][0]["id"] in now]
    assert len(moved) > len(now & {one["id"] for one in listed})
    assert len(moved) + sum(bool(one["without_target"]) for one in decided) == len(decided)
    if len(moved) < len(decided):
        assert "without target now" in run("decisions", "--store", path).out
    assert trace(path)["decisions"]


def waiting(place: Path) -> list[Link]:
    """What is undecided, in the place of all that the program concluded."""
    ends = [claim(place, words)["statements"][0]["id"] for words in ("water taxi", "lost 4.2 million", "close the")]
    half = (Judgement.UNDECIDED, "words", 0.5, 0.5, "half of\x1b[31m the words")
    links = [
        Link(LinkKind.SAME_CLAIM, ends[0], ends[1], *half),
        Link(LinkKind.SHARED_QUOTE, ends[1], ends[2], *half),
        Link(LinkKind.REPORT, cited_iri(ends[2], 0), ends[0], *half),
    ]
    with Store.open(place) as store:
        store.replace_links(map(link_iri, list(store.links())), links)
    return links


def test_review_lists_what_is_undecided(place: Path) -> None:
    with Store.open(place) as store:
        store.replace_links(map(link_iri, list(store.links())), ())
    assert run("review", "--store", place) == (
        1,
        "",
        "provenance: nothing in the store is undecided: every link is held to be the same or not\n",
    )
    links = waiting(place)
    listed = records("review", "--store", place)
    assert {one["id"] for one in listed} == set(map(link_iri, links))
    assert [one["statements"] for one in listed] == sorted((one["statements"] for one in listed), reverse=True)
    table = run("review", "--store", place).out
    assert "half of [31m the words" in table
    assert "\x1b" not in table
    decide(place, "confirm", listed[0]["id"])
    assert len(records("review", "--store", place)) == 2


def test_review_asks_on_a_terminal_and_keeps_each_answer_at_once(place: Path) -> None:
    waiting(place)
    said = on_a_terminal(place, b"what?\ny\ns\nq\n")
    assert "1 of 3: " in said
    assert said.count("the same? [y]es, [n]o, [s]kip, [q]uit") == 4
    assert "\x1b" not in said
    [decided] = records("decisions", "--store", place)
    assert (decided["action"], decided["by"], decided["about"]) == ("confirm", "Ada", "link")
    on_a_terminal(place, b"n\nn\n")
    assert [one["action"] for one in records("decisions", "--store", place)] == ["confirm", "reject", "reject"]
    assert run("review", "--store", place).code == 1


def on_a_terminal(place: Path, typed: bytes) -> str:
    ours, theirs = pty.openpty()
    command = [*PROVENANCE, "review", "--store", str(place), "--by", "Ada"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE) as process:
        os.close(theirs)
        os.write(ours, typed)
        out = b"".join(iter(lambda: _read(ours), b"")).decode()
        process.wait()
    os.close(ours)
    assert process.returncode == 0
    return out


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_whose_decision_it_is(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    iri = statement(place)
    monkeypatch.delenv("PROVENANCE_REVIEWER", raising=False)
    assert f"confirmed by {getpass.getuser()} on " in run("confirm", iri, "--store", place).err
    monkeypatch.setenv("PROVENANCE_REVIEWER", "Ilse Maren")
    assert "confirmed by Ilse Maren on " in run("confirm", iri, "--store", place).err
    assert "confirmed by Pell on " in run("confirm", iri, "--store", place, "--by", "Pell").err


def test_names_and_notes_cannot_steer_a_terminal(place: Path) -> None:
    iri = statement(place)
    answer = run("confirm", iri, "--store", place, "--by", "A\x1b[2Jda", "--note", "one\ntwo\x07\u202ethree")
    shown = [answer.err, run("decisions", "--store", place).out, run("trace", iri, "--store", place).out]
    for text in shown:
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert answer.err.count("\n") == 1
    assert trace(place, iri)["decisions"][0]["note"] == "one\ntwo\x07\u202ethree"
