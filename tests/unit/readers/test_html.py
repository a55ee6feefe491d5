from __future__ import annotations

import logging
import socket
from pathlib import Path

import pytest

from provenance.model import Article, Declaration, Publisher
from provenance.readers import Document
from provenance.readers.html import read_html

PAGES = Path(__file__).parents[2] / "fixtures" / "readers"
PROSE = "<p>The trust that runs the slate quarry is weighing a sale, two of its members told Northwire on Monday.</p>"


def page(name: str) -> Article:
    return read_html(Document(name, Path(name).stem, (PAGES / name).read_bytes(), read_html))


def made(head: str, body: str = PROSE, encoding: str = "utf-8") -> Article:
    source = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    return read_html(Document("made.html", "made", source.encode(encoding), read_html))


def test_paragraphs_and_headings_are_parted_by_blank_lines() -> None:
    article = page("syndicated.html")
    assert article.text.split("\n\n") == [
        "The trust is weighing a sale of its north face, two members told Northwire.\nThey asked not to be named.",
        "What the trust says",
        "“Nothing has been signed,” its chair, Ines Marlow, said.",
        "“Nothing will be before spring.”",
        "The north face was last worked in 2011",
        "The rail spur is let until 2031",
        "Slate sold",
        "2022 | 12,000 tonnes",
        "This report first appeared at Northwire.",
    ]
    assert not article.text_is_file


def test_what_a_page_states_of_itself() -> None:
    article = page("syndicated.html")
    assert article.key == "syndicated"
    assert article.title == "Quarry trust weighs sale of north face"
    assert article.publisher == Publisher("Coast Ledger")
    assert article.byline == "Ada Quill; Bram Toll"
    assert article.published == "2024-11-14"
    assert article.url == "https://coastledger.example/news/quarry-sale"
    assert article.language == "en-GB"


def test_what_a_page_states_of_another_publisher() -> None:
    northwire = "https://www.northwire.example/2024/quarry-sale"
    assert page("syndicated.html").declared == (
        Declaration("link canonical", url=northwire),
        Declaration("meta original-source", name="Slate Valley Courier"),
        Declaration("meta syndication-source", url=northwire),
        Declaration("JSON-LD isBasedOn", name="Slate Valley Courier", url="https://slatevalley.example/a/7"),
        Declaration("JSON-LD sourceOrganization", name="Northwire", url="https://www.northwire.example/"),
    )


def test_json_ld_in_a_graph_with_references() -> None:
    article = page("graph.html")
    assert article.title == "Le port ferme pour l’hiver"
    assert article.publisher == Publisher("Journal du Quai")
    assert article.byline == "Odile Varenne"
    assert article.published == "2023-10-02"
    assert article.url == "https://journal-du-quai.example/actualites/port-ferme"
    assert article.language == "fr"
    assert article.declared == ()
    assert "« Les digues ne tiendront pas une saison de plus »" in article.text


def test_nothing_is_guessed_where_a_page_states_nothing() -> None:
    article = page("plain.html")
    assert article.title == "Library roof to be mended"
    assert article.text.startswith("The town library will close")
    assert (article.publisher, article.byline, article.published, article.url) == (None, None, None, None)
    assert article.language is None


def test_an_article_that_only_the_json_ld_holds() -> None:
    article = page("script_only.html")
    assert article.text == (
        "The bridge toll will double in June, the county treasurer said in an interview with Radio Estuary.\n\n"
        "Drivers' groups called the rise unfair."
    )


def test_trafilatura_gives_what_the_page_shows() -> None:
    article = made(
        "<title>Quarry sale | Coast Ledger</title>", f"<h1>Quarry sale</h1><p class='author'>By Ada Quill</p>{PROSE}"
    )
    assert article.title == "Quarry sale"
    assert article.byline == "Ada Quill"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="twitter:site" content="https://social.example/coastledger">',
        '<meta property="og:url" content="https://coastledger.example/a">',
    ],
)
def test_an_address_is_no_publisher(head: str) -> None:
    assert made(head).publisher is None


def test_the_declared_encoding() -> None:
    assert "Inés Peña’s" in made('<meta charset="windows-1252">', PROSE + "<p>Inés Peña’s view</p>", "cp1252").text
    head = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    assert "карьер" in made(head, PROSE + "<p>карьер</p>", "koi8-r").text


def test_an_xml_declaration_is_no_obstacle() -> None:
    source = (
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{PROSE}</body></html>'
    )
    assert read_html(Document("x.xhtml", "x", source.encode(), read_html)).text.startswith("The trust that runs")


def test_nothing_is_fetched_and_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(logging.getLogger("trafilatura"), "propagate", False)
    head = '<!DOCTYPE html SYSTEM "http://northwire.example/x.dtd"><base href="http://northwire.example/">'
    made(
        f'{head}<link rel="canonical" href="http://northwire.example/a"><script src="http://northwire.example/x.js"></script>'
    )
    page("plain.html")
    assert capfd.readouterr() == ("", "")


def test_the_same_page_reads_the_same() -> None:
    assert page("syndicated.html") == page("syndicated.html")
