from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest
from files import article, articles, outcomes, reason

from provenance.documents.credits import credited
from provenance.model import Capture, Declaration, Publisher, Relation
from provenance.readers import Skipped

HTML = "<p>HARL, March 1 (AP) — The quarry trust met, Ada Brunt said.</p><p>It signed nothing.</p>"
TEXT = "HARL, March 1 (AP) — The quarry trust met, Ada Brunt said.\n\nIt signed nothing."
ONE: dict[str, Any] = {
    "uri": "https://tarn.example/items/1",
    "type": "text",
    "versioncreated": "2031-03-02T08:00:00Z",
    "firstcreated": "2031-03-01T23:30:00-05:00",
    "pubstatus": "usable",
    "language": "en",
    "headline": "Quarry trust meets",
    "byline": "By Ada Brunt",
    "dateline": "HARL, March 1 (AP) -",
    "creditline": "Associated Press",
    "copyrightholder": "Tarn Herald",
    "infosource": [{"name": "Harl Town Council", "uri": "https://harl.example/"}],
    "located": "Harl",
    "body_text": "The quarry trust met.",
    "body_html": HTML,
}
TWO: dict[str, Any] = {
    **{name: ONE[name] for name in ("uri", "type", "language", "dateline", "creditline")},
    "standard": {"name": "ninjs", "version": "2.1"},
    "firstcreated": "2031-03-01T23:30:00-05:00",
    "copyrightholder": "Tarn Herald",
    "by": "By Ada Brunt",
    "infosources": [{"name": "Harl Town Council", "uri": "https://harl.example/"}],
    "headlines": [{"role": "main", "value": "Quarry trust meets"}],
    "bodies": [
        {"role": "summary", "contenttype": "text/plain", "value": "The quarry trust met."},
        {"role": "main", "contenttype": "text/html", "value": HTML},
    ],
}
THREE = {
    {"firstcreated": "firstCreated", "copyrightholder": "copyrightHolder"}.get(name, name): value
    for name, value in TWO.items()
} | {"bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": f"<body>{HTML}</body>"}]}


@pytest.mark.parametrize("item", [ONE, TWO, THREE], ids=["1.3", "2.1", "3.0"])
def test_ninjs_of_each_version(item: dict[str, Any]) -> None:
    data = json.dumps(item).encode()
    one = article("a.json", data)
    assert (one.key, one.url) == ("https://tarn.example/items/1", "https://tarn.example/items/1")
    assert (one.title, one.text, one.published) == ("Quarry trust meets", TEXT, "2031-03-01")
    assert (one.byline, one.language, one.publisher) == ("Ada Brunt", "en", Publisher("Tarn Herald"))
    assert one.declared == (
        Declaration("ninjs creditline", "Associated Press"),
        Declaration("ninjs dateline", "Associated Press"),
        Declaration("ninjs infosource", "Harl Town Council", "https://harl.example/"),
    )
    assert one.capture == Capture(sha256(data).hexdigest())


def test_its_credits_become_derivations() -> None:
    derivations = credited(article("a.json", json.dumps(ONE).encode())).derivations
    told = {(one.name, one.relation) for one in derivations}
    assert told == {("Associated Press", Relation.REPUBLISHED), ("Harl Town Council", Relation.REPORTED)}


def test_a_reporter_in_a_credit_line_is_no_outlet() -> None:
    item = {**ONE, "creditline": "Ada Brunt/Reuters", "dateline": "HARL, March 1 -", "infosource": []}
    assert article("a.json", json.dumps(item).encode()).declared == (Declaration("ninjs creditline", "Reuters"),)


def test_a_plain_body_with_no_marked_up_one() -> None:
    item = {"uri": "urn:harl:1", "body_text": "The trust met.\r\n\r\nIt left.\n", "versioncreated": "2031-03-02"}
    one = article("a.json", json.dumps(item).encode())
    assert (one.key, one.text, one.url) == ("urn:harl:1", "The trust met.\r\n\r\nIt left.", None)


def test_a_marked_up_body_without_paragraphs_gives_way_to_a_plain_one() -> None:
    item = {**ONE, "body_html": "The trust met. It left.", "body_text": "The trust met.\n\nIt left."}
    assert article("a.json", json.dumps(item).encode()).text == "The trust met.\n\nIt left."


def test_associated_texts_are_read_and_pictures_are_not() -> None:
    picture = {"uri": "urn:p", "type": "picture", "versioncreated": "2031-03-02", "renditions": {}}
    item = {**ONE, "associations": {"sidebar": {**ONE, "uri": "urn:harl:2"}, "photo": picture}}
    assert [one.key for one in articles("a.json", json.dumps(item).encode())] == [ONE["uri"], "urn:harl:2"]


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"total": 2, "items": items}])
def test_many_items(wrap: Any) -> None:
    items = [ONE, {"id": "b", "text": "The ferry left."}, {"uri": "urn:p", "type": "picture", "pubstatus": "usable"}]
    found = outcomes("news/a.json", json.dumps(wrap(items)).encode())
    assert [one.article.key for one in found if not isinstance(one, Skipped)] == [ONE["uri"], "b"]
    assert found[2] == Skipped(
        "news/a.json:3", "a ninjs item of type picture without a body of text: give the item that has one"
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            {**ONE, "pubstatus": "canceled"},
            "an item that its sender has marked canceled: ask the sender for what stands",
        ),
        ({"title": "No text"}, "neither ninjs nor a record that has a 'text': give one of them"),
        ({"text": 3}, "'text' must be a string, not a number"),
        ([], "a JSON list without items: there is nothing to read"),
        (["a"], "a string, not an object: give ninjs, or records that have a 'text'"),
        (
            {**ONE, "body_html": "<p>\ud800</p>"},
            "half a surrogate pair, U+D800 at character 4, is no character: write the whole character",
        ),
        (
            {**ONE, "body_html": "<b>x</b>" * 20_001},
            "a page of more than 20,000 elements, or 1,000 attributes on one: save the article's text as .txt",
        ),
    ],
)
def test_what_is_not_read(value: Any, said: str) -> None:
    assert reason("a.json", json.dumps(value).encode()) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b'{"text": "a"}\n{"text": "b"}',
            "malformed JSON at line 2, column 1: Extra data; several records a file are .jsonl",
        ),
        (b"[" * 100_000, "malformed JSON: nested too deeply, or a number of too many digits"),
        (b"9" * 5000, "malformed JSON: nested too deeply, or a number of too many digits"),
        (b"", "empty: there is no text to read"),
    ],
)
def test_what_is_no_json(data: bytes, said: str) -> None:
    assert reason("a.json", data) == said
