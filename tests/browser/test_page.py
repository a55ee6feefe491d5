"""The page of a trace in a browser: pointed at, filtered, played; by keyboard, on paper, on a phone, in the dark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from corpus import CLAIM, STORY, hop, reading, said, statements

from provenance.linking.matching.reports import resolve
from provenance.model import Kind, Publisher, Reading, Relation
from provenance.trace import trace
from provenance.views import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>]]>&lt;\" onclick='alert(3)"
LINE, BOX = ".picture:visible .line", ".picture:visible .box"


def written(folder: Path, *readings: Reading, claim: str = CLAIM) -> str:
    told = statements(readings)
    path = folder / "chain.html"
    path.write_text(page(trace(claim, told, resolve(told), limit=500)), "utf8")
    return path.as_uri()


def many(number: int) -> tuple[Reading, ...]:
    text = "The Tarsk dam will be drained before spring, Kestrel Wire reported."
    wire = hop(text, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire")
    told = said(text, "The Tarsk dam will be drained before spring", "reported", (wire,))
    return tuple(
        reading(f"post{one}", f"Post {one:03d}", f"2031-02-{5 + one % 20:02d}", text, attributions=(told,))
        for one in range(number)
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("page"), *STORY)


def test_a_line_tells_the_words_that_prove_it_in_their_paragraph(tab: Page, story: str) -> None:
    tab.goto(story)
    tab.get_by_role("button", name="Ilse Maren to Radio Ostra").dispatch_event("click")
    assert "Ilse Maren → Radio Ostra: tells, 99%" in tab.locator("#proof").inner_text()
    assert "engineer" in tab.locator("#proof mark").first.inner_text()
    assert tab.locator("#proof blockquote").first.inner_text() != tab.locator("#proof mark").first.inner_text()


def test_a_box_tells_its_wordings_and_all_that_leads_there(tab: Page, story: str) -> None:
    tab.goto(story)
    tab.get_by_role("button", name="Kestrel Wire, 2031-02-03").click()
    told = tab.locator("#proof").inner_text()
    assert "the Tarsk dam would be drained before spring" in told
    assert "two water ministry officials → Kestrel Wire" in told
    assert "Kestrel Wire → Northgate Post" in told


def test_the_keyboard_walks_from_the_origin_to_the_last_article(tab: Page, story: str) -> None:
    tab.goto(story)
    tab.get_by_role("button", name="two water ministry officials", exact=True).focus()
    seen = []
    for _ in range(9):
        seen.append(tab.evaluate("document.activeElement.getAttribute('aria-label')"))
        tab.keyboard.press("ArrowRight")
    assert seen[0] == "two water ministry officials"
    assert "The Lantern, 2031-02-05" in seen
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "proof"


def test_what_is_found_stands_out(tab: Page, story: str) -> None:
    tab.goto(story)
    tab.get_by_label("Find").fill("chief engineer")
    assert tab.locator(f"{BOX}.found").count() == 1
    tab.get_by_label("Find").press("Enter")
    assert "Ilse Maren" in tab.locator("#proof h3").first.inner_text()


def test_filters_by_kind_outlet_sureness_and_day(tab: Page, story: str) -> None:
    tab.goto(story)
    whole = tab.locator(f"{BOX}:not(.gone)").count()
    tab.get_by_label("a document").uncheck()
    assert tab.locator(f"{BOX}.document:not(.gone)").count() == 0
    tab.get_by_label("a document").check()
    assert tab.locator(f"{BOX}:not(.gone)").count() == whole
    tab.get_by_label("Outlet").select_option("The Lantern")
    assert tab.locator(f"{BOX}:not(.faded)").count() == 5
    tab.get_by_label("Outlet").select_option("")
    tab.locator("#sure").fill("95")
    assert tab.locator(f"{LINE}:not(.gone)").count() < tab.locator(LINE).count()
    tab.locator("#sure").fill("0")
    tab.locator("#until").fill("0")
    assert tab.locator("#tools output").last.inner_text() == "2031-02-03"
    left = " ".join(tab.locator(f"{BOX}:not(.gone)").all_text_contents())
    assert "Northgate Post" in left
    assert "The Lantern" not in left


def test_time_plays_to_the_end(tab: Page, story: str) -> None:
    tab.goto(story)
    tab.get_by_role("button", name="Play").click()
    tab.get_by_role("button", name="Stop").wait_for()
    assert tab.locator(f"{BOX}.gone").count() > 0
    tab.get_by_role("button", name="Play").wait_for(timeout=10_000)
    assert tab.locator(f"{BOX}.gone").count() == 0


def test_many_articles_are_folded_until_asked_for(tab: Page, tmp_path: Path) -> None:
    tab.goto(written(tmp_path, *STORY[:1], *many(60)))
    assert tab.locator(BOX).count() < 10
    assert "60 articles" in tab.locator(".picture:visible").inner_text()
    tab.get_by_role("button", name="Every article").click()
    assert tab.locator(BOX).count() == 62
    tab.get_by_label("an article, and its wording").uncheck()
    assert tab.locator(f"{BOX}.article:not(.gone)").count() == 0


def test_three_hundred_boxes_can_be_pointed_at(tab: Page, tmp_path: Path) -> None:
    tab.goto(written(tmp_path, *STORY[:1], *many(300)))
    tab.get_by_role("button", name="Every article").click()
    assert tab.locator(BOX).count() == 302
    tab.get_by_role("button", name="Kestrel Wire to Post 299").dispatch_event("click")
    assert "Kestrel Wire → Post 299" in tab.locator("#proof").inner_text()


def test_every_article_begins_at_the_origin_and_the_whole_can_be_seen(tab: Page, tmp_path: Path) -> None:
    tab.goto(written(tmp_path, *STORY[:1], *many(200)))
    tab.get_by_role("button", name="Every article").click()
    figure, origin = tab.locator(".picture:visible"), tab.locator(".picture:visible .origin").first
    assert lies_within(origin, figure)
    tab.get_by_role("button", name="Whole picture").click()
    assert lies_within(tab.locator(".picture:visible svg"), figure)
    tab.get_by_role("button", name="Larger").click()
    assert not lies_within(tab.locator(".picture:visible svg"), figure)


def lies_within(part: Locator, whole: Locator) -> bool:
    inner, outer = part.bounding_box(), whole.bounding_box()
    assert inner
    assert outer
    return all(
        outer[at] <= inner[at] + 1 and inner[at] + inner[size] <= outer[at] + outer[size] + 1
        for at, size in (("x", "width"), ("y", "height"))
    )


def test_on_a_phone_filters_are_folded_away_until_wanted(browser: Browser, story: str) -> None:
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    tab.goto(story)
    assert not tab.get_by_label("Outlet").is_visible()
    tab.get_by_text("Filter", exact=True).click()
    assert tab.get_by_label("Outlet").is_visible()
    tab.close()


def test_the_picture_is_saved_as_it_is_shown(tab: Page, story: str) -> None:
    tab.goto(story)
    tab.get_by_label("a document").uncheck()
    with tab.expect_download() as started:
        tab.get_by_role("button", name="Save picture").click()
    saved = Path(started.value.path()).read_text("utf8")
    assert saved.startswith("<svg")
    assert "Kestrel Wire" in saved
    assert "a budget filing" not in saved


def test_hostile_words_do_nothing(tab: Page, tmp_path: Path) -> None:
    [attribution] = STORY[1].attributions
    chain = tuple(replace(one, name=HOSTILE, role=HOSTILE, reason=HOSTILE) for one in attribution.chain)
    told = replace(attribution, content=((0, len(HOSTILE)),), chain=chain)
    article = replace(
        STORY[1].article, text=HOSTILE * 3, title=HOSTILE, publisher=Publisher(HOSTILE), url="javascript:alert(4)"
    )
    tab.on("dialog", lambda dialog: pytest.fail(f"it ran: {dialog.message}"))
    tab.goto(written(tmp_path, replace(STORY[1], article=article, attributions=(told,)), claim=HOSTILE))
    for line in tab.locator(LINE).all():
        line.dispatch_event("click")
    assert tab.locator("img").count() == 0
    assert tab.locator("a[href^='javascript']").count() == 0
    assert tab.locator("h1").inner_text().startswith("<img src=x")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_axe_finds_no_serious_violation(browser: Browser, story: str, scheme: str, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab.goto(story)
    tab.get_by_role("button", name="Ilse Maren to Radio Ostra").dispatch_event("click")
    found = Axe().run(tab).response["violations"]
    tab.close()
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []


def test_nothing_is_wider_than_a_phone(browser: Browser, story: str) -> None:
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    tab.goto(story)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.close()


def test_on_paper_there_is_the_whole_picture_and_no_tools(tab: Page, story: str) -> None:
    tab.goto(story)
    tab.emulate_media(media="print")
    assert not tab.locator("#tools").is_visible()
    figure = tab.locator(".picture:visible").bounding_box()
    drawing = tab.locator(".picture:visible svg").bounding_box()
    assert figure
    assert drawing
    assert drawing["width"] <= figure["width"] + 1


def test_without_a_script_all_of_it_can_be_read(browser: Browser, story: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(story)
    assert not tab.locator("#tools").is_visible()
    assert tab.locator("#list li").count() >= 16
    assert "Ilse Maren → Radio Ostra" in tab.locator("#proofs").inner_text()
    context.close()
