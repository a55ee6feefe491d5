"""How many articles are to come: told where it costs little."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from command import EXAMPLES

from provenance.readers import Read, read
from provenance.readers import expected as module
from provenance.readers.expected import expected

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_files_folders_and_lines(tmp_path: Path) -> None:
    assert expected(EXAMPLES) == sum(isinstance(item, Read) for item in read(EXAMPLES))
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n\n{"text": "y"}\n{}')
    (tmp_path / "picture.jpg").touch()
    (tmp_path / ".hidden.txt").touch()
    assert expected(tmp_path / "a.jsonl") == expected(tmp_path) == 3
    assert expected([tmp_path, tmp_path / "a.jsonl", tmp_path / "nowhere.txt"]) == 7


def test_what_would_have_to_be_read_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert expected("-") is None
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    assert expected(tmp_path) is None
    monkeypatch.setattr(module, "LISTED", 2)
    assert expected(EXAMPLES) is None
    monkeypatch.setattr(module, "COUNTED", 2)
    assert expected(EXAMPLES / "wire-and-dailies.jsonl") is None
