"""What a notebook shows of articles and stores: whole, escaped, and each mark told apart without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from corpus import CLAIM, STORY, at, hop, reading, said, statements
from hostile import PAYLOADS, STEERING
from lxml.html import fragment_fromstring

from provenance import Library
from provenance.ingest import Extracted
from provenance.linking.matching.reports import resolve
from provenance.model import Article, Attribution, Kind, Publisher, Quotation, Reading, Relation
from provenance.trace import trace
from provenance.views.marked.text import TAGS, style
from provenance.views.notebook.article import article
from provenance.views.notebook.trace import NotebookTrace

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TEXT = "Ann said Bob said rain, which helps, is due.\n\nIt is, she added, certain."


def shown(*attributions: Attribution) -> HtmlElement:
    return fragment_fromstring(article(reading("x", "Quay Post", "2031-02-03", TEXT, attributions=attributions)))


def test_nested_and_divided_statements_bear_their_numbers() -> None:
    ann = hop(TEXT, "Ann", Kind.PERSON, Relation.SAID, "Ann")
    outer = said(TEXT, "Bob said rain, which helps, is due", "said", (ann,))
    inner = Attribution(at(TEXT, "rain", "is due"), (), at(TEXT, "Bob"), Quotation.INDIRECT, (ann,), 0.4)
    last = Attribution(at(TEXT, "It is", "certain"), at(TEXT, "added"), at(TEXT, "she"), Quotation.INDIRECT, (), 0.9)
    found = shown(outer, inner, last)
    [text] = found.find_class("text")
    assert [one.text for one in text.find_class("ref")] == ["1", "2", "…2", "3", "…3"]
    assert [one.text for one in text.find_class("depth-2")] == ["rain", "is due"]
    assert re.sub(r"…?\d", "", text.text_content()) == TEXT.replace("\n\n", "")
    assert [one.text_content() for one in found.iter("li")] == [
        "1Ann · 90%",
        "2Ann (statement undecided) · 40%",
        "3no one named · 90%",
    ]


def test_each_number_leads_to_its_statement_and_back() -> None:
    found = fragment_fromstring(article(STORY[3]))
    names = {one.get("id") for one in found.iter() if one.get("id")}
    links = [one.get("href") for one in found.iter("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= names


def test_marks_differ_without_colour() -> None:
    """By element, and by the line under them."""
    assert len(set(TAGS.values())) == 3
    rules = dict(re.findall(r"^\.marks \.([\w.-]+) \{(.*)\}$", style(), re.MULTILINE))
    lines = {part: re.findall(r"(?:border-bottom|text-decoration): ([^;]*?)(?: var\(|;)", rules[part]) for part in TAGS}
    assert lines == {"source": ["underline solid 2px"], "cue": ["underline wavy 1px"], "content": ["2px solid"]}
    assert "double" in rules["depth-2"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_stay_words(payload: str) -> None:
    text = f"{payload} said rain is due."
    source = hop(text, payload, Kind.PERSON, Relation.SAID, payload) if payload.strip() else None
    attribution = said(text, "rain is due", "said", (source,) if source else ())
    read = Reading(Article("x", text, payload, Publisher(payload)), STORY[0].extractor, (), (attribution,))
    for one in (Extracted("x", read)._repr_html_(), _traced(read, payload)._repr_html_()):
        assert not STEERING.search(one)
        for element in fragment_fromstring(one).iter():
            assert element.tag not in {"script", "img", "iframe"}
            assert not [name for name in element.attrib if name.startswith("on")]
            assert element.get("href", "#").startswith("#")


def _traced(read: Reading, claim: str) -> NotebookTrace:
    return NotebookTrace.of(trace(claim, statements((read,))))


def test_a_trace_is_its_picture_then_its_report() -> None:
    told = statements(STORY)
    found = NotebookTrace.of(trace(CLAIM, told, resolve(told)))
    page = fragment_fromstring(found._repr_html_())
    assert page.find_class("title")[0].text == CLAIM
    assert [one.tag for one in page if one.tag != "style"] == ["p", "p", "div", "details"]
    asked = replace(found, claim="https://w3id.org/provenance-tracker/id/claim/0123456789abcdef0123")
    title = fragment_fromstring(asked._repr_html_()).find_class("title")[0].text
    assert title in {one.text for one in told}


def test_what_was_not_read_says_so() -> None:
    unread = replace(reading("x", None, None, "Es regnet."), unread="German")
    assert "Not read: it is in German." in article(unread)
    assert "It lays nothing to anybody." in article(replace(unread, unread=""))


def test_a_store_at_a_glance_and_once_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.memory() as library:
        for one in STORY:
            library.add(one)
        page = fragment_fromstring(library._repr_html_())
        assert page.find_class("title")[0].text == "A store in memory"
        assert next(one.text for one in page.iter("caption")) == "Who cites whom most"
        assert "Who cites whom most" in library.overview()._repr_html_()
        monkeypatch.setattr("provenance.library.AT_ONCE", 1)
        assert "overview() shows it" in library._repr_html_()
    assert library._repr_html_() is None
