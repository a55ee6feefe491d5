"""Readers of the explorer while another process ingests into the same store."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from time import sleep
from typing import TYPE_CHECKING

import httpx
from command import EXAMPLES, PROVENANCE
from corpus import STORY
from explorer import served

from provenance import Library
from provenance.web.shelf import MOST

if TYPE_CHECKING:
    from pathlib import Path

READERS = 12


def test_reading_goes_on_while_an_ingest_writes(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with Library.open(store) as library:
        for reading in STORY[:3]:
            library.add(reading)
        claim = next(library.claims()).id.rsplit("/", 1)[-1]
    paths = ("/", "/articles", f"/claim/{claim}", "/article/kestrel", "/search?q=ferry+route", "/api/overview")
    command = [*PROVENANCE, "ingest", str(EXAMPLES), "--store", str(store), "--extractor", "rules"]
    with served(store) as at, subprocess.Popen(command, stdout=subprocess.DEVNULL) as ingest:

        def read(number: int) -> list[tuple[str, int, str]]:
            answers = []
            with httpx.Client(base_url=at, timeout=120) as client:
                while ingest.poll() is None or len(answers) < len(paths):
                    path = paths[(number + len(answers)) % len(paths)]
                    answer = client.get(path)
                    answers.append((path, answer.status_code, answer.text))
            return answers

        with ThreadPoolExecutor(READERS) as pool:
            answers = [answer for each in pool.map(read, range(READERS)) for answer in each]
        assert ingest.returncode == 0
        assert {(path, status) for path, status, _ in answers} == {(path, 200) for path in paths}
        sleep(MOST)
        assert {len(httpx.get(f"{at}/api/articles").json()["rows"]) for _ in range(8)} == {13}
