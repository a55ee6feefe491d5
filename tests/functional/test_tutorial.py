"""Every command of docs/tutorial.md is run, in its order, and prints what the page says. `make docs` writes it anew."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import pytest
from command import PROVENANCE, ROOT
from shown import blocks, printed, rewritten

TUTORIAL = ROOT / "docs" / "tutorial.md"
PICTURE = ROOT / "docs" / "pictures" / "halvex.svg"
FOLDER = "examples/halvex"
INLINE = re.compile(r"`(provenance (?:claims(?: --format json)?|decisions|trace .*?))`")
"""Commands that the text tells without showing what they print."""


def checkout(path: Path) -> Path:
    shutil.copytree(ROOT / FOLDER, path / FOLDER)
    return path


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the whole page was gone through."""
    place = checkout(tmp_path_factory.mktemp("tutorial"))
    shown = blocks(TUTORIAL)
    assert len(shown) > 8
    for command, output in shown:
        assert printed(command, place) == output, f"{command}: run make docs"
    return place


def test_the_commands_print_what_the_page_shows(workplace: Path) -> None:
    assert (workplace / "halvex.csv").read_text("utf8").startswith("chain,")


def test_the_picture_is_the_one_that_the_page_draws(workplace: Path) -> None:
    assert (workplace / "halvex.svg").read_text("utf8") == PICTURE.read_text("utf8"), "run make docs"


def test_the_commands_in_its_sentences_run(workplace: Path) -> None:
    told = INLINE.findall(TUTORIAL.read_text("utf8"))
    assert len(told) == 4
    for command in told:
        assert printed(command, workplace)


def test_what_it_says_of_eleven_thousand_is_so(workplace: Path) -> None:
    assert "Northlight TV" in printed('provenance trace "11,000 jobs"', workplace)


def test_the_explorer_is_where_it_says(workplace: Path) -> None:
    pytest.importorskip("uvicorn")
    assert "```sh\nprovenance serve\n```" in TUTORIAL.read_text("utf8")
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*PROVENANCE, "serve", "--port", "0"], cwd=workplace, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert address
            for path, words in (
                ("", "Search"),
                ("article/foundry-floor", "lifting the back end"),
                ("review", "Review"),
            ):
                with urlopen(address[0] + path, timeout=60) as page:  # noqa: S310 -- our own
                    assert words in page.read().decode()
        finally:
            process.terminate()
            process.wait(60)


def write() -> None:
    with TemporaryDirectory() as folder:
        place = checkout(Path(folder))
        page = rewritten(TUTORIAL, place)
        picture = (place / "halvex.svg").read_text("utf8")
    TUTORIAL.write_text(page, "utf8")
    PICTURE.write_text(picture, "utf8")


if __name__ == "__main__":
    sys.exit(write())
