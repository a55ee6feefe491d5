"""Pictures of the explorer and of a chain's page, for the documents: `python -m benchmarks.screens docs/pictures`.

Debian's Chromium shows the articles of `examples/`, and a made-up chain of 30 (`benchmarks.drawing`), in the letters of
Source Sans Pro.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from benchmarks.drawing import chains
from provenance import Library
from provenance.views import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
QUESTION = "Who says the ferry will close?"
PASTED = (
    "The harbour bridge will be closed before winter, the Harbour Ledger reported, citing two engineers who asked not "
    "to be named because the survey is not public.\n\n“Nobody has told us anything,” said Ada Brunt, who runs the "
    "bakery beside it.\n\nThe council did not answer questions on Monday."
)
COLOURS = 256
"""Of a picture: a palette makes it a third as large, and nothing is lost that is seen."""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>"""


@dataclass(frozen=True, slots=True)
class Screen:
    """`act` is what somebody does before they look; `size` in pixels, the height that of the page where it is 0."""

    name: str
    address: str
    act: Callable[[Page], object] = lambda _: None
    size: tuple[int, int] = (1300, 0)
    scheme: str = "light"


def screens(at: str, chain: str) -> tuple[Screen, ...]:
    """Of the explorer `at` an address, and of the page of a chain."""
    article, claim = f"{at}/article/westhaven-gazette", f"{at}/claims"
    return (
        Screen("explorer-home", f"{at}/", _counted),
        Screen("explorer-search", f"{at}/search?q={QUESTION.replace(' ', '+')}", size=(1300, 900)),
        Screen("explorer-article", article, lambda tab: tab.locator(".text .content").first.click(), (1300, 900)),
        Screen("explorer-claim", claim, _pointed, (1300, 1000)),
        Screen("explorer-claim-dark", claim, _pointed, (1300, 1000), "dark"),
        Screen("explorer-claim-phone", claim, _first, (390, 1100)),
        Screen("explorer-changes", claim, _changes, (1300, 900)),
        Screen("explorer-outlet", f"{at}/article/harbour-ledger", lambda tab: _followed(tab, ".kicker a")),
        Screen("explorer-compare", f"{at}/compare?left=newsfold&right=mainland-observer", size=(1300, 900)),
        Screen("explorer-read", f"{at}/read", _read, (1300, 800)),
        Screen("explorer-review", f"{at}/review", size=(1300, 620)),
        Screen("page-30", chain, lambda tab: _line(tab, 3), (1300, 950)),
    )


def _counted(tab: Page) -> None:
    tab.get_by_role("heading", name="Who cites whom most").wait_for(timeout=60_000)


def _first(tab: Page) -> None:
    _followed(tab, ".results .title")


def _followed(tab: Page, link: str) -> None:
    tab.goto(tab.locator(link).first.evaluate("link => link.href"))


def _pointed(tab: Page) -> None:
    _first(tab)
    _line(tab, 0)
    tab.locator("#h-way").evaluate("heading => heading.scrollIntoView()")


def _changes(tab: Page) -> None:
    _first(tab)
    tab.locator("#h-drift").evaluate("heading => heading.scrollIntoView()")


def _line(tab: Page, number: int) -> None:
    tab.get_by_role("button", name="Whole picture").click()
    tab.locator(".picture:visible .line").nth(number).dispatch_event("click")


def _read(tab: Page) -> None:
    tab.get_by_label("The text").fill(PASTED)
    tab.get_by_label("Title").fill("Bridge to close")
    tab.get_by_label("Outlet").fill("Sluice Weekly")
    tab.get_by_role("button", name="Read without storing").click()
    tab.locator(".told").first.wait_for()


@contextmanager
def explorer(store: Path) -> Iterator[str]:
    """The address of one of `store`."""
    command = (sys.executable, "-m", "provenance", "serve", "--store", str(store), "--port", "0")
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        told = re.search(r"http://\S+", server.stdout.readline() if server.stdout else "")
        assert told, "it did not start"  # noqa: S101
        yield told[0].rstrip("/")
        server.send_signal(signal.SIGINT)


def taken(browser: Browser, screen: Screen) -> bytes:
    width, height = screen.size
    tab = browser.new_page(viewport={"width": width, "height": height or 900}, color_scheme=screen.scheme)
    tab.goto(screen.address)
    screen.act(tab)
    whole = tab.screenshot(full_page=not height)
    tab.close()
    small, picture = BytesIO(), Image.open(BytesIO(whole)).convert("RGB")
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
    few.save(small, "png", optimize=True)
    return small.getvalue()


def write(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as named:
        work = Path(named)
        with Library.open(work / "store") as library:
            for _ in library.ingest(EXAMPLES):
                pass
        (work / "chain.html").write_text(page(chains(30)), "utf8")
        (work / "fonts.conf").write_text(FONTS.format(files("font_source_sans_pro") / "files"), "utf8")
        fonts = {"FONTCONFIG_FILE": str(work / "fonts.conf")}
        with explorer(work / "store") as at, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"], env=os.environ | fonts
            )
            for screen in screens(at, (work / "chain.html").as_uri()):
                (folder / f"{screen.name}.png").write_bytes(taken(browser, screen))
            browser.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
