"""The explorer in a browser: searched, followed from an article to its origin, given a text, reviewed, by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from command import EXAMPLES
from corpus import STORY
from explorer import served
from served import Site, serving
from served import page as fetched

from provenance import Library
from provenance.iris import agent_iri
from provenance.model import Judgement, Kind, Link, LinkKind
from provenance.web import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

TEXT = "“The weir will hold,” Ada Brunt, an engineer, said on Monday.\n\nAccording to the ministry, the dam is safe."
OTHER = TEXT.replace("weir", "sluice")
WIRE = addresses.address(agent_iri("Kestrel Wire", Kind.WIRE))


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Another server, which the explorer may fetch from, and the browser may not."""
    with serving() as site:
        yield site


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[str]:
    store: Path = tmp_path_factory.mktemp("explorer") / "store"
    with Library.open(store) as library:
        for reading in STORY:
            library.add(reading)
        ends = sorted((agent_iri("Kestrel Wire", Kind.WIRE), agent_iri("Northgate Post", Kind.OUTLET)))
        link = Link(LinkKind.SAME_AGENT, *ends, Judgement.UNDECIDED, "by hand", 0.5, 0.5, "both are named")
        library._store.write_links([link])
    with served(store, private=frozenset({site.host})) as address:
        yield address


@pytest.fixture
def page(browser: Browser, explorer: str) -> Iterator[Page]:
    """A page of its own at the explorer, which may ask nobody else and may not complain."""
    page = browser.new_page(viewport={"width": 1300, "height": 900}, base_url=explorer)
    faults = page.faults = []  # type: ignore[attr-defined] -- for a test that expects one
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((explorer, "blob:")) else faults.append(asked.url))
    yield page
    page.close()
    assert faults == []


def claim(page: Page) -> str:
    """The address of the claim that most articles make."""
    page.goto("/claims")
    return page.locator(".results .title").first.get_attribute("href") or ""


def test_home_shows_the_store_once_it_is_counted(page: Page) -> None:
    page.goto("/")
    page.get_by_role("heading", name="Who cites whom most").wait_for()
    assert "Vantage Times" in page.locator("main").inner_text()


def test_a_search_leads_to_an_article_and_on_to_the_origin(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search", exact=True).fill("will the Tarsk dam be drained?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    assert "Claims that say so" in page.locator("main").inner_text()
    page.get_by_role("link", name="kestrel").first.click()
    page.locator(".text .content").first.click()
    item = page.locator(".told li.on")
    assert "two water ministry officials" in item.inner_text()
    assert page.url.endswith(item.get_attribute("id") or "nothing")
    item.get_by_role("link", name="Where it came from").click()
    assert "independent" in page.locator("#h-origins").inner_text()
    page.get_by_role("button", name="two water ministry officials to Kestrel Wire").dispatch_event("click")
    assert "asked not to be named" in page.locator("#proof mark").first.inner_text()


def test_a_statement_has_an_address_of_its_own(page: Page) -> None:
    page.goto("/article/northgate")
    name = page.locator(".told > li").first.get_attribute("id")
    page.goto(f"/article/northgate#{name}")
    assert page.locator(".told li.on").count() == 1
    assert page.locator(".text .on").count() >= 2


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/article/ostra")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "ref":
            break
    page.keyboard.press("Enter")
    assert page.locator(".told li.on").count() == 1
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "to-claim":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/*")
    page.get_by_role("button", name="two water ministry officials", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert "Kestrel Wire" in page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_the_picture_is_filtered_and_saved_with_its_style(page: Page) -> None:
    page.goto(claim(page))
    page.get_by_label("a document").uncheck()
    assert page.locator(".picture:visible .box.document:not(.gone)").count() == 0
    with page.expect_download() as started:
        page.get_by_role("button", name="Save picture").click()
    saved = started.value.path().read_text("utf8")
    assert saved.startswith("<svg")
    assert "font-family" in saved
    assert page.locator("#proof .hint").count() == 1


def test_a_picture_is_drawn_as_in_the_file(page: Page) -> None:
    """Its style is a file of its own here: colours and letters must be there all the same."""
    page.goto(claim(page))
    fill = "e => getComputedStyle(e).fill"
    assert page.locator(".picture:visible .box.person .outline").first.evaluate(fill) == "rgb(232, 246, 240)"
    assert page.locator(".picture:visible .name").first.evaluate("e => getComputedStyle(e).fontWeight") == "700"


def test_a_text_is_pasted_read_and_then_stored(page: Page) -> None:
    page.goto("/read")
    page.get_by_label("The text").fill(TEXT)
    page.get_by_label("Title").fill("Weir will hold")
    page.get_by_label("Outlet").fill("Sluice Weekly")
    page.get_by_role("button", name="Read without storing").click()
    assert "not stored" in page.locator("main").inner_text()
    assert page.locator(".text .source").count() >= 1
    page.get_by_role("button", name="Store it").click()
    page.wait_for_url("**/article/*")
    assert page.get_by_role("link", name="Sluice Weekly").count() == 1


def test_a_file_is_given(page: Page) -> None:
    page.goto("/read")
    page.get_by_label("Or a file").set_input_files(EXAMPLES / "library-hours.txt")
    page.get_by_role("button", name="Read without storing").click()
    assert page.locator(".told > li").count() >= 1


DROP = """([kind, name, words]) => {
  const given = new DataTransfer();
  if (kind) given.setData(kind, words);
  else given.items.add(new File([words], name, { type: "text/plain" }));
  const form = document.getElementById("give");
  form.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
}"""


def test_a_file_is_dropped_read_and_then_stored(page: Page) -> None:
    page.goto("/read")
    page.evaluate(DROP, ["", "weir-hours.txt", TEXT.replace("weir", "lock")])
    page.get_by_role("button", name="Read without storing").click()
    assert page.locator(".text .source").count() >= 1
    page.get_by_role("button", name="Store it").click()
    page.wait_for_url("**/article/weir-hours")
    assert "Ada Brunt" in page.locator("main").inner_text()


def test_an_address_is_dropped_fetched_read_and_then_stored(page: Page, site: Site) -> None:
    site.replies["/weir"] = fetched(f"<html><head><title>A weir</title></head><body><article><p>{OTHER}</p></article>")
    page.goto("/read")
    page.evaluate(DROP, ["text/uri-list", "", f"# a link\r\n{site.address('/weir')}\r\n"])
    assert page.get_by_label("The text, or the address").input_value() == site.address("/weir")
    page.get_by_role("button", name="Read without storing").click()
    assert "Ada Brunt" in page.locator(".told").inner_text()
    page.get_by_role("button", name="Store it").click()
    page.wait_for_url("**/article/**")
    assert page.get_by_role("link", name="The article where it came out").get_attribute("href") == site.address("/weir")


def test_an_address_within_the_network_is_refused_with_the_reason(page: Page) -> None:
    page.goto("/read")
    page.get_by_label("The text, or the address").fill("http://127.0.0.1:9/secret")
    page.on("response", lambda answer: refused.append(answer.status) if answer.request.method == "POST" else None)
    refused: list[int] = []
    page.get_by_role("button", name="Read and store").click()
    assert "not on the public network" in page.locator("main").inner_text()
    assert refused == [422]
    page.faults.clear()  # type: ignore[attr-defined] -- Chromium logs each answer that is an error


def test_an_outlet_tells_who_told_it_and_who_relays_it(page: Page) -> None:
    page.goto(WIRE)
    page.get_by_role("link", name="two water ministry officials").first.click()
    page.wait_for_url("**/source/**")
    page.go_back()
    page.get_by_role("link", name="Northgate Post").first.click()
    assert page.locator("h1").inner_text() == "Northgate Post"


def test_links_are_reviewed_by_keystrokes(page: Page) -> None:
    page.goto("/review")
    asked = page.locator(".question blockquote")
    first = asked.all_text_contents()
    page.keyboard.press("s")
    page.wait_for_url("**skip=1")
    page.goto("/review")
    page.keyboard.press("n")
    page.get_by_role("heading", name="Decided last").wait_for()
    assert asked.all_text_contents() != first
    page.keyboard.press("u")
    page.get_by_role("heading", name="Decided last").wait_for(state="detached")
    assert asked.all_text_contents() == first


def test_the_graph_is_asked(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_role("button", name="Ask").click()
    page.locator("#answer td").first.wait_for()
    assert "Kestrel Wire" in page.locator("#answer").inner_text()


PAGES = ("/", "/search?q=Tarsk+dam", "/claims", "/articles", "/article/ostra", "/sources", WIRE, "/read", "/review")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1300])
def test_axe_finds_no_serious_violation_and_nothing_is_too_wide(
    browser: Browser, explorer: str, scheme: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=explorer)
    paths = (*PAGES, claim(page), "/compare?left=northgate&right=mirrorhub", "/sparql", "/nothing")
    found = {}
    for path in paths:
        page.goto(path)
        violations = Axe().run(page).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        serious = [
            (one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in {"serious", "critical"}
        ]
        if serious or wide:
            found[path] = (serious, wide)
    page.close()
    assert found == {}


def test_on_paper_there_is_what_is_read_and_no_form(page: Page) -> None:
    page.goto(claim(page))
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert not page.locator("#tools").is_visible()
    assert page.locator("#proofs").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_an_article_on_paper_is_its_text_and_who_says_what(page: Page) -> None:
    page.goto("/article/ostra")
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    text, told = page.locator(".text").bounding_box(), page.locator(".told").bounding_box()
    assert text
    assert told
    assert told["y"] >= text["y"] + text["height"]
    assert page.pdf().startswith(b"%PDF")


def test_without_a_script_all_of_it_can_be_read(browser: Browser, explorer: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=explorer)
    page = context.new_page()
    page.goto("/article/ostra")
    page.locator(".ref").first.click()
    assert re.search(r"#s-[0-9a-f]{20}$", page.url)
    page.goto(claim(page))
    assert page.locator("#list li").count() >= 16
    page.goto("/review")
    page.get_by_role("link", name="Skip").click()
    page.goto("/read")
    page.get_by_label("The text").fill(TEXT)
    page.get_by_role("button", name="Read without storing").click()
    assert "Ada Brunt" in page.locator("main").inner_text()
    context.close()
