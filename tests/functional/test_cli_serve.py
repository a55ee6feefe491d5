"""`provenance serve` as a process: it says where it is, answers there, and ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest
from command import PROVENANCE, run
from corpus import STORY

from provenance import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GIVEN = "given by the environment"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "store"
    with Library.open(path) as library:
        for reading in STORY[:3]:
            library.add(reading)
    return path


@contextmanager
def served(store: Path, *options: str, **environment: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [*PROVENANCE, "serve", "--store", str(store), "--port", "0", *options]
    told = os.environ | {"PYTHONUNBUFFERED": "1"} | environment
    with subprocess.Popen(command, env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found
            yield found[0], process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def test_it_serves_this_machine_until_it_is_ended(store: Path) -> None:
    with served(store) as (at, process):
        assert at.startswith("http://127.0.0.1:")
        assert "Northgate Post" in httpx.get(f"{at}articles").text
        assert httpx.get(f"{at}articles", headers={"host": "evil.example"}).status_code == 421
        assert "server" not in httpx.get(at).headers
    assert process.returncode in (0, 130)


def test_other_machines_need_the_token_that_is_printed(store: Path) -> None:
    with served(store, "--host", "0.0.0.0") as (at, process):  # noqa: S104 -- what is tested
        assert process.stdout
        token = process.stdout.readline().removeprefix("token: ").strip()
        here = at.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        assert len(token) >= 32
        assert httpx.get(f"{here}articles").status_code == 401
        assert httpx.get(f"{here}articles", headers={"authorization": f"Bearer {token}"}).status_code == 200


def test_a_token_of_the_environment_is_not_printed(store: Path) -> None:
    with served(store, "--token", PROVENANCE_TOKEN=GIVEN) as (at, process):
        assert httpx.get(f"{at}articles", headers={"authorization": f"Bearer {GIVEN}"}).status_code == 200
        assert httpx.get(f"{at}articles").status_code == 401
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert GIVEN not in out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--host", "192.0.2.1"), "cannot serve at 192.0.2.1"),
        (("--host", "no such name"), "cannot serve at no such name"),
    ],
)
def test_an_address_that_cannot_be_had(store: Path, options: tuple[str, ...], words: str) -> None:
    answer = run("serve", "--store", store, "--port", "0", *options)
    assert answer.code == 2
    assert words in answer.err


def test_a_token_that_is_too_short(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_TOKEN", "short")
    answer = run("serve", "--store", store, "--token")
    assert answer.code == 2
    assert "PROVENANCE_TOKEN" in answer.err


def test_no_store(tmp_path: Path) -> None:
    assert run("serve", "--store", tmp_path / "none").code == 4


def test_without_the_extra_it_says_what_to_install(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    answer = run("serve", "--store", store)
    assert answer.code == 6
    assert "provenance-tracker[web]" in answer.err
