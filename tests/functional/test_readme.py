"""What README.md and docs/tour.md show is what the program prints. `make docs` writes the outputs anew."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from command import CLAIM, EXAMPLES, ROOT, exit_codes, run
from shown import blocks, printed, rewritten

PAGES = [
    path
    for folder in (".", "docs", "examples", "benchmarks", "training", "data")
    for path in (ROOT / folder).glob("*.md")
]
README, TOUR = ROOT / "README.md", ROOT / "docs" / "tour.md"
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PICTURE = ROOT / "docs" / "marrow-island.svg"
LONGEST = 200
"""Lines that a reader of README.md is asked to look through."""


def checkout(path: Path) -> Path:
    """A folder with the examples in it and in a store."""
    shutil.copytree(EXAMPLES, path / "examples" / "articles")
    return path


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("readme"))


def test_the_outputs_are_those_of_a_fresh_run(workplace: Path) -> None:
    shown = blocks(TOUR)
    assert len(shown) == 2
    for command, output in shown:
        assert printed(command, workplace) == output, "run make docs"


def test_the_picture_is_drawn_by_the_program(workplace: Path) -> None:
    assert f"]({PICTURE.relative_to(ROOT)})" in README.read_text("utf8")
    assert drawn(workplace) == PICTURE.read_text("utf8"), "run make docs"


def drawn(workplace: Path) -> str:
    store = workplace / ".provenance"
    run("ingest", EXAMPLES, "--store", store)
    return run("view", CLAIM, "--store", store, "--format", "svg").out


@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_the_python_runs(page: str, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    names: dict[str, object] = {}
    blocks = PYTHON.findall((ROOT / page).read_text("utf8"))
    assert blocks
    for block in blocks:
        exec(compile(block, page, "exec"), names)  # noqa: S102 (our own page)


def test_every_exit_code_is_told() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf8")
    told = {int(code) for code in re.findall(r"^  (\d+)  ", page, re.MULTILINE)}
    assert told == exit_codes()


def test_the_first_page_is_short() -> None:
    assert len(README.read_text("utf8").splitlines()) < LONGEST


def test_the_map_is_that_of_the_import_contract() -> None:
    layers = re.search(r"^layers = \[\n(.*?)^\]", (ROOT / "pyproject.toml").read_text("utf8"), re.MULTILINE | re.DOTALL)
    drawn = re.search(r"^```text\n(__main__\n.*?)^```", README.read_text("utf8"), re.MULTILINE | re.DOTALL)
    assert layers
    assert drawn
    contract = [re.findall(r"provenance\.(\w+)", line) for line in layers[1].splitlines()]
    assert [re.split(r" \| ", re.split(r"   +", line)[0]) for line in drawn[1].splitlines()] == contract


@pytest.mark.parametrize("page", sorted(str(page.relative_to(ROOT)) for page in PAGES))
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf8")):
        assert (path.parent / target).exists(), target


def write() -> None:
    with TemporaryDirectory() as folder:
        place = checkout(Path(folder))
        tour = rewritten(TOUR, place)
        picture = drawn(place)
    TOUR.write_text(tour, "utf8")
    PICTURE.write_text(picture, "utf8")


if __name__ == "__main__":
    sys.exit(write())
