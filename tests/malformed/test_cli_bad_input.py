"""What cannot be read is named in one line and costs nothing: the rest is kept, and the exit code is 3."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run

from provenance.readers import READERS

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "The harbour master said that the bridge would open in May."
BAD = {
    "empty.txt": (b"", "empty.txt: empty: there is no text to read"),
    "binary.txt": (b"\x7fELF\x00\x01\x02\x00", "binary.txt: "),
    "latin.txt": ("Die Fähre fährt nicht mehr.".encode("latin-1"), "latin.txt: "),
    "bare.html": (b"<html><body><nav>Menu</nav></body></html>", "bare.html: "),
    "lines.jsonl": (b'{"text": "The mayor said that it rained."}\n{"text": \n', "lines.jsonl:2: "),
}


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_beside_a_good_one(name: str, command: str, tmp_path: Path) -> None:
    content, start = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zgood.txt").write_text(GOOD)
    store = ["--store", tmp_path / "store"] if command == "ingest" else []
    answer = run(command, tmp_path / name, tmp_path / "zgood.txt", *store)
    assert answer.code == 3
    complaint = answer.err.splitlines()[0]
    assert complaint.startswith(f"provenance: {tmp_path}/{start}")
    assert answer.err.count("provenance: ") == 1
    if command == "ingest":
        kept = json.loads(run("articles", *store, "--format", "json").out)
    else:
        kept = [json.loads(line) for line in answer.out.splitlines()]
    assert "zgood" in [article["key"] for article in kept]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nowhere.txt", "nowhere.txt: no such file or folder: check the path"),
        (
            "report.docx",
            f"report.docx: no reader for such a file: give {', '.join(READERS)}, or pipe its text into -",
        ),
    ],
)
def test_a_source_that_cannot_be_opened_is_skipped(name: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"%PDF-1.7")
    answer = run("ingest", tmp_path / name, EXAMPLES / "library-hours.txt", "--store", tmp_path / "store")
    complaint, summary = answer.err.splitlines()
    assert (answer.code, complaint) == (3, f"provenance: {tmp_path}/{line}")
    assert summary.startswith("1 article (1 added), ")
    assert summary.endswith("; 1 skipped")
