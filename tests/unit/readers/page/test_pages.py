"""Pages that are no article, and articles that a page hides from readers without scripts."""

from __future__ import annotations

import json

import pytest
from pages import ALL, FIRST, SECOND, SITE, THIRD, TITLE, p, paragraphs, read

from provenance.documents.credits import credited
from provenance.errors import InputError
from provenance.model import Publisher


def card(number: int, text: str) -> str:
    return (
        f'<div class="card"><h3><a href="/{number}">Trust number {number} meets</a></h3><p>{text}</p>'
        f'<time datetime="2031-03-0{number}">{number} March</time></div>'
    )


def test_a_list_of_articles_is_none() -> None:
    cards = "".join(
        card(number, f"The chair of trust {number} told the Orme Mirror that it was solvent.") for number in range(1, 7)
    )
    with pytest.raises(InputError, match=r"a list of articles, not one: save the page of the article itself"):
        read(f"<main><h1>Local</h1>{cards}</main>")


def test_an_article_above_a_list_is_one() -> None:
    cards = "".join(card(number, "The chair told the Orme Mirror that it was solvent.") for number in range(1, 7))
    assert paragraphs(read(f"<main><h1>{TITLE}</h1>{p(*ALL)}</main><div>{cards}</div>")) == list(ALL)


@pytest.mark.parametrize("label", ["Science", "Local", "Business"])
def test_a_label_is_no_outlet(label: str) -> None:
    found = credited(read(f"<article><h1>{TITLE}</h1><p>{label}</p>{p(*ALL)}</article>"))
    assert found.derivations == ()
    assert found.article.publisher == Publisher("Coast Ledger")


@pytest.mark.parametrize("by", ["AFP, LISBON", "(dpa)"])
def test_an_agency_on_the_first_line(by: str) -> None:
    found = credited(read(f"<article><h1>{TITLE}</h1><ul><li><div>{by}</div></li></ul>{p(*ALL)}</article>"))
    assert len(found.derivations) == 1


def test_an_article_that_a_script_draws() -> None:
    html = "".join(f"<p>{one}</p>" for one in (FIRST, SECOND, THIRD))
    state = json.dumps({"page": {"id": 7, "title": TITLE, "body": html, "note": "x" * 900}})
    for script in (f"window.__STATE__={state}", f"self.push([1,{json.dumps(state)}])"):
        found = read(f"<div id='root'></div><script>{script}</script>")
        assert paragraphs(found) == [FIRST, SECOND, THIRD]


def test_a_script_about_something_else() -> None:
    state = json.dumps({"text": "We use cookies. You may refuse. Nothing is stored then. " * 12})
    with pytest.raises(InputError, match="no article in this page"):
        read(f"<div id='root'></div><script>window.__STATE__={state}</script>")


@pytest.mark.parametrize(
    "script",
    [
        "//<![CDATA[\n{}\n//]]>",
        "/*<![CDATA[*/{}/*]]>*/",
        "<!--{}-->",
        "[{}]",
        '{{"@graph": [{{"@type": "WebSite", "name": "Orme"}}, {}]}}',
        '{{"@type": "WebSite", "name": "Orme"}}\n{};',
        '[{{"@type": "Article", "headline": "Another"}}, {}]',
    ],
)
def test_json_ld_in_its_wrappings(script: str) -> None:
    node = json.dumps(
        {
            "@type": ["Article", "NewsArticle"],
            "headline": TITLE,
            "datePublished": "2031-03-04",
            "author": {"name": "Ada Quill"},
        }
    )
    head = f'{SITE}<script type="application/ld+json; charset=utf-8">{script.format(node)}</script>'
    found = read(f"<article><h1>{TITLE}</h1>{p(*ALL)}</article>", head)
    assert (found.title, found.published, found.byline) == (TITLE, "2031-03-04", "Ada Quill")


def test_a_page_is_its_publisher_s_own_by_another_spelling() -> None:
    head = (
        '<meta property="og:site_name" content="nationalpost"><meta property="og:url" content="https://nationalpost.com/a">'
        '<link rel="canonical" href="https://nationalpost.com/a">'
    )
    found = credited(read(f"<article><h1>{TITLE}</h1>{p(*ALL)}</article>", head))
    assert found.derivations == ()
    assert found.article.publisher is not None
    assert (found.article.publisher.name, found.article.url) == ("National Post", "https://nationalpost.com/a")
