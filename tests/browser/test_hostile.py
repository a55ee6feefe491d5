"""An article that tries to run something, in every view that a browser opens: it is shown, and does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from corpus import STORY
from explorer import served
from hostile import TITLE, attacking

from provenance import Library
from provenance.web import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from provenance.model import Reading

SCRIPT = "\"><script>alert(2)</script></script><svg onload=alert(3)> ' onclick='alert(4)' ]]>"
VIEWS = {"html": "text/html", "svg": "image/svg+xml"}


def hostile(reading: Reading, number: int) -> Reading:
    return attacking(reading, SCRIPT, f"“{SCRIPT} the dam will be drained” {TITLE} {number}", number, number)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("attacked") / "store"
    with Library.open(path) as library:
        for number, reading in enumerate(STORY[:3]):
            library.add(hostile(reading, number))
    return path


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page of its own in which nothing may run that is not the program's, nor be asked for elsewhere."""
    tab, ran = browser.new_page(), list[str]()
    tab.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    tab.on("pageerror", lambda error: ran.append(str(error)))
    tab.on("request", lambda asked: ran.append(asked.url) if asked.url.endswith("/x") else None)
    yield tab
    tab.close()
    assert ran == []


def is_clean(tab: Page) -> bool:
    """Whether no element stands there that the words would have made, nor any that would run something."""
    tab.wait_for_timeout(50)
    made = tab.locator("img, [onerror], [onload], [onclick], a[href^='javascript:' i]").count()
    scripts = tab.locator("script:not([src]):not([type='application/json'])").all_text_contents()
    return made == 0 and not any("alert(2)" in one for one in scripts)


def test_every_page_of_the_explorer(tab: Page, attacked: Path) -> None:
    with Library.open(attacked, mode="r") as library:
        claims = [addresses.address(one.id) for one in library.claims()]
        sources = [addresses.address(one.id) for one in library.sources()]
        keys = [row.key for row in library.articles()]
    left, right = (quote(key, safe="") for key in keys[:2])
    listed = ["/", "/claims", "/articles", "/sources", "/review", "/sparql", f"/compare?left={left}&right={right}"]
    found = [f"/search?q={quote(SCRIPT)}", f"/{quote(SCRIPT)}", *map(addresses.article, keys), *claims, *sources]
    with served(attacked, reviewer=SCRIPT) as at:
        for path in (*listed, *found):
            tab.goto(f"{at}{path}")
            assert is_clean(tab), path
        tab.goto(f"{at}{claims[0]}")
        for line in tab.locator(".picture:visible .line, .picture:visible .box").all():
            line.dispatch_event("click")
        assert is_clean(tab)
        tab.goto(f"{at}{addresses.article(keys[0])}")
        assert tab.locator("h1").inner_text() == TITLE
        tab.goto(f"{at}/read")
        tab.get_by_label("The text").fill(f"{SCRIPT} is safe, said {TITLE}.")
        tab.get_by_label("Title").fill(TITLE)
        tab.get_by_role("button", name="Read without storing").click()
        assert tab.locator("h1").inner_text() == TITLE
        assert is_clean(tab)


def test_every_form_of_a_page_for_programs(tab: Page, attacked: Path) -> None:
    """JSON and Turtle are opened as what they are, even where a browser is led there."""
    with served(attacked) as at:
        for path in ("/claims?format=json", "/articles?format=ttl", "/api/articles", f"/api/articles/{quote(SCRIPT)}"):
            answer = tab.goto(f"{at}{path}")
            assert answer
            assert not answer.headers["content-type"].startswith("text/html")
            assert is_clean(tab), path


@pytest.mark.parametrize("view", ["html", "svg", "tree", "mermaid", "dot"])
def test_every_view_of_a_claim(tab: Page, attacked: Path, tmp_path: Path, view: str) -> None:
    """What is text is opened as text, as a browser would from a folder."""
    with Library.open(attacked, mode="r") as library:
        [claim, *_] = [one.id for one in library.claims()]
        path = tmp_path / f"chain.{view if view in VIEWS else 'txt'}"
        path.write_text(library.view(claim, view), "utf8")
    tab.goto(path.as_uri())
    assert is_clean(tab)


def test_what_a_notebook_shows(tab: Page, attacked: Path) -> None:
    """As Jupyter shows it: in a page whose own policy lets scripts run."""
    with Library.open(attacked, mode="r") as library:
        [claim, *_] = [one.id for one in library.claims()]
        trace = library.trace(claim)
        tab.set_content(f"<!doctype html><html><body>{trace._repr_html_()}</body></html>")  # type: ignore[attr-defined]
    assert tab.locator("svg").count() >= 1
    assert is_clean(tab)
