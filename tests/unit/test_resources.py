from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from provenance import resources as module
from provenance.errors import ProvenanceError
from provenance.resources import resource, table

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_of_the_checkout() -> None:
    path = resource("outlets.csv")
    assert path.parent.name == "data"
    assert path.read_text(encoding="utf-8").startswith("name,kind,country,domains,aliases\n")


def test_the_installed_file_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed, checkout = tmp_path / "installed", tmp_path / "checkout"
    for folder in (installed, checkout):
        folder.mkdir()
        (folder / "both.csv").touch()
    (checkout / "one.csv").touch()
    monkeypatch.setattr(module, "_FOLDERS", (installed, checkout))
    assert resource("both.csv") == installed / "both.csv"
    assert resource("one.csv") == checkout / "one.csv"


def test_a_missing_file_says_what_to_do() -> None:
    with pytest.raises(
        ProvenanceError, match=r"^reference file nowhere\.csv is missing from .*: reinstall provenance-"
    ):
        resource("nowhere.csv")


def test_a_table_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "told.toml").write_text('[said]\nwords = ["à", "b"]\n', encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDERS", (tmp_path,))
    assert table("told.toml") == {"said": {"words": ["à", "b"]}}
    with pytest.raises(ProvenanceError, match=r"untold\.toml is missing"):
        table("untold.toml")
