"""Links of a page, in the text that was read from it, whatever that left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from provenance.readers import Document, read_page
from provenance.readers.anchors import hyperlinks

if TYPE_CHECKING:
    from provenance.model import Article

OWN = "https://ellery-courier.example/ferry"
LEDGER = "https://harbour-ledger.example/2031/ferry"
BEFORE = "The ferry to Marrow Island may stop in the autumn, according to "
AFTER = ", which cited two officials of the ministry."


def found(body: str, text: str, address: str | None = OWN) -> list[tuple[str, str]]:
    links = hyperlinks(f"<html><body>{body}</body></html>", text, address)
    return [(text[link.words.start : link.words.end], link.url) for link in links]


def link(words: str, to: str = LEDGER) -> str:
    return f'<a href="{to}">{words}</a>'


def test_where_the_words_stand() -> None:
    text = f"{BEFORE}the Harbour Ledger{AFTER}"
    [one] = hyperlinks(f"<p>{BEFORE}{link('the Harbour Ledger')}{AFTER}</p>", text, OWN)
    assert text[one.words.start : one.words.end] == "the Harbour Ledger"
    assert one.url == LEDGER


def test_white_space_and_marks_within_do_not_matter() -> None:
    words = "the\n  Harbour <b>Ledger</b> &amp; Co"
    assert found(f"<p>{BEFORE}{link(words)}{AFTER}</p>", f"{BEFORE}the Harbour Ledger & Co{AFTER}") == [
        ("the Harbour Ledger & Co", LEDGER)
    ]


def test_of_equal_words_those_with_the_same_around_them() -> None:
    body = f"<nav>{link('Harbour Ledger', 'https://harbour-ledger.example/about')} Home</nav>"
    body += f"<p>The Harbour Ledger is old.</p><p>{BEFORE}the {link('Harbour Ledger')}{AFTER}</p>"
    text = f"The Harbour Ledger is old.\n\n{BEFORE}the Harbour Ledger{AFTER}"
    [one] = hyperlinks(body, text, OWN)
    assert (one.words.start, one.url) == (text.rindex("Harbour Ledger"), LEDGER)


def test_what_the_text_left_out() -> None:
    body = f"<p>{BEFORE}the Ledger{AFTER}</p><aside>Read {link('the Ledger')} now, on every island</aside>"
    assert found(body, f"{BEFORE}the Ledger{AFTER}") == []


def test_pages_of_the_same_site_and_what_is_no_page() -> None:
    body = "".join(
        f"<p>{BEFORE}{link(f'number {n}', to)}{AFTER}</p>"
        for n, to in enumerate(
            ["/own", "https://www.ellery-courier.example/b", "#top", "javascript:x()", "mailto:a@b.example"]
        )
    )
    text = "\n\n".join(f"{BEFORE}number {n}{AFTER}" for n in range(5))
    assert found(body, text) == []


def test_without_an_address_of_its_own() -> None:
    body = f"<p>{BEFORE}{link('one', '/own')}{AFTER}</p><p>{BEFORE}{link('two')}{AFTER}</p>"
    assert found(body, f"{BEFORE}one{AFTER}\n\n{BEFORE}two{AFTER}", None) == [("two", LEDGER)]


def test_a_page_is_read_with_its_links() -> None:
    body = (
        f"<h1>Ferry may stop</h1><p>{BEFORE}{link('the Harbour Ledger')}{AFTER}</p><p>“It is early days,” he said.</p>"
    )
    page = f"<html><body><article>{body}</article></body></html>".encode()
    article: Article = read_page(Document("a.html", "a", page, read_page, address=OWN))
    [one] = article.hyperlinks
    assert article.text[one.words.start : one.words.end] == "the Harbour Ledger"


@given(st.text(max_size=80), st.text(alphabet="ab <>/\"='\n\0é\u2003", max_size=200))
def test_any_page_and_any_text(text: str, page: str) -> None:
    for one in hyperlinks(f'{page}<a href="https://x.example/a">{text[:9]}</a>{text[9:]}', text, OWN):
        assert 0 <= one.words.start < one.words.end <= len(text)
