"""Whose words the paragraphs of a page are, from its markup to its voices."""

from __future__ import annotations

from provenance.documents.layout import Block, blocks, pulled, voices
from provenance.documents.segmentation import segment
from provenance.readers.html import article

BODY = "<p>The dam at Harl will close in a month, and nobody knows yet what will come after it, or when.</p>"
MORE = "<p>It was built in 1931 by four hundred men, and has been mended nine times since the war.</p>"


def text_of(body: str) -> str:
    source = (
        f"<html><head><title>The dam</title></head><body><main><article><h1>The dam</h1>{body}</article></main></body>"
    )
    return article(source, "dam.html").text


def heard(body: str) -> list[tuple[str, list[str]]]:
    text = text_of(body)
    return [(text[slice(*one.who)], [text[slice(*span)] for span in one.words]) for one in voices(segment(text))]


def test_a_quotation_with_a_citation_below() -> None:
    cited = "<blockquote><p>“It leaks, and it moves.”</p><cite>— Jane Doe, mayor of Harl</cite></blockquote>"
    broken = "<p>“It leaks, and it moves.”<br>— Jane Doe, mayor of Harl</p>"
    footed = "<blockquote>“It leaks, and it moves.”<footer>— Jane Doe, mayor of Harl</footer></blockquote>"
    for quotation in (cited, broken, footed):
        assert heard(BODY + quotation + MORE) == [("Jane Doe, mayor of Harl", ["“It leaks, and it moves.”"])]


def test_labels_in_bold() -> None:
    talk = (
        "<p><strong>Q:</strong> How old is the dam that you look after?</p>"
        "<p><b>A:</b> It is older than my mother, and it leaks as she does.</p>"
        "<p><strong>Q: </strong>Will it hold through the winter that is coming?</p>"
        "<p><b>A: </b>It will, if nobody leans on it.</p><p>I would not.</p>"
        "<p><strong>Q:</strong> Would you live below it?</p><p><strong>A:</strong> I do, and I sleep upstairs.</p>"
    )
    assert heard(BODY + talk) == [
        ("A", ["It is older than my mother, and it leaks as she does."]),
        ("A", ["It will, if nobody leans on it.", "I would not."]),
        ("A", ["I do, and I sleep upstairs."]),
    ]


def test_names_in_bold_with_the_colon_outside() -> None:
    talk = (
        "<p><strong>Jane Doe</strong>: The wall has moved by a hand since March.</p>"
        "<p><strong>Leo Pike</strong>: By a finger, as I read the gauge. Who read yours?</p>"
        "<p><strong>Jane Doe</strong>: The gauge is bent, as everybody knows.</p>"
        "<p><strong>Leo Pike</strong>: Then we know nothing at all.</p>"
    )
    assert [who for who, _ in heard(BODY + talk)] == ["Jane Doe", "Jane Doe", "Leo Pike"]


def test_a_page_of_letters_with_its_footer() -> None:
    letters = (
        "<h3>Old and wet</h3><p>I live below the dam, and my cellar has been a pond since the spring.</p>"
        "<p>Jane Doe, Harl</p><h3>Dry</h3><p>We live above it, and our well has been empty for as long.</p>"
        "<p><em>Leo Pike<br>Upper Vane</em></p><p>Letters may be shortened. Send yours to letters@quay.example.</p>"
    )
    assert heard(letters) == [
        ("Jane Doe", ["I live below the dam, and my cellar has been a pond since the spring."]),
        ("Leo Pike", ["We live above it, and our well has been empty for as long."]),
    ]


def test_a_quotation_pulled_out_of_the_text() -> None:
    said = "<p>“The wall has moved by a hand since March,” the engineer Ada Brunt said on Monday at the dam.</p>"
    for line in (
        "<blockquote>The wall has moved by a hand since March</blockquote>",
        "<figure><blockquote><p>“The wall has moved by a hand since March.”</p></blockquote></figure>",
        "<h2>“The wall has moved by a hand since March”</h2>",
        "<div class='pullquote'><p>“The wall has moved by a hand since March”</p><p>— Ada Brunt</p></div>",
        "<aside><p>“The wall has moved by a hand since March”</p></aside>",
    ):
        page = segment(text_of(BODY + said + line + MORE))
        told = [
            page.text[slice(*span)]
            for number, (span, block) in enumerate(zip(page.paragraphs, blocks(page), strict=True))
            if block is not Block.HEADING and number not in pulled(page)
        ]
        assert sum("moved by a hand" in one for one in told) == 1, line
        assert voices(page) == ()
