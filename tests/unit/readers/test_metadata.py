from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from provenance.model import Declaration, Publisher
from provenance.readers.jsonld import VALUE_LIMIT, Stated, stated
from provenance.readers.metadata import Metadata, metadata

LEDGER = "https://coastledger.example/news/1"
WIRE = "https://northwire.example/2024/1"
OG_URL = f'<meta property="og:url" content="{LEDGER}">'


def page(head: str, body: str = "<p>x</p>", before: str = "") -> Metadata:
    source = f"{before}<html><head>{head}</head><body>{body}</body></html>"
    return metadata(document_fromstring(source), source)


def ld(**article: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **article})}</script>'


def said(**article: object) -> Stated:
    return stated([json.dumps({"@type": "NewsArticle", **article})])


@pytest.mark.parametrize(
    ("before", "head", "url"),
    [
        ("", f'<link rel="canonical" href="{WIRE}">', WIRE),
        ("", f'<link rel="canonical" href="{WIRE}">{ld(url=LEDGER)}', LEDGER),
        ("", f'{OG_URL}<link rel="canonical" href="/news/1?page=1">', LEDGER),
        (f"<!-- saved from url=(0034){LEDGER} -->", f'<meta property="og:url" content="{WIRE}">', LEDGER),
        (f"<!--\n Page saved with SingleFile \n url: {LEDGER} \n-->", "", LEDGER),
        (f"<!-- saved from url=(0090)https://web.archive.org/web/20241114101010/{LEDGER} -->", "", LEDGER),
        (f"<!-- saved from url=(0090)https://archive.ph/2024.11.14-101010/{LEDGER} -->", "", LEDGER),
        ("", '<link rel="canonical" href="javascript:alert(1)">', None),
        ("", '<link rel="canonical" href="http://[">', None),
        ("", "", None),
    ],
)
def test_the_pages_own_url(before: str, head: str, url: str | None) -> None:
    assert page(head, before=before).url == url


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (f'{OG_URL}<link rel="canonical" href="{WIRE}">', [Declaration("link canonical", url=WIRE)]),
        (f'{OG_URL}<link rel="alternate" href="{WIRE}">', []),
        (f'{OG_URL}<link rel="canonical" href="https://www.coastledger.example/other">', []),
        (
            f'{OG_URL}<meta name="syndication-source" content="{WIRE}">',
            [Declaration("meta syndication-source", url=WIRE)],
        ),
        (f'{OG_URL}<meta name="original-source" content="/news/0">', []),
        ('<meta name="original-source" content="Northwire">', [Declaration("meta original-source", name="Northwire")]),
        (f'{ld(url=LEDGER)}<link rel="canonical" href="{WIRE}">', [Declaration("link canonical", url=WIRE)]),
        (f"{OG_URL}{ld(isBasedOn=WIRE)}", [Declaration("JSON-LD isBasedOn", url=WIRE)]),
        (f"{OG_URL}{ld(isBasedOn=LEDGER)}", []),
        (
            f"{OG_URL}{ld(sourceOrganization='Northwire')}",
            [Declaration("JSON-LD sourceOrganization", name="Northwire")],
        ),
        (ld(sourceOrganization="The Coast Ledger", publisher="Coast Ledger"), []),
    ],
)
def test_only_what_names_another_publisher_is_declared(head: str, declared: list[Declaration]) -> None:
    assert list(page(head).declared) == declared


@pytest.mark.parametrize(
    ("own", "other", "foreign"),
    [
        ("https://www.bbc.co.uk/news/1", "https://bbc.com/news/1", False),
        ("https://news.yahoo.com/1", "https://www.yahoo.com/1", False),
        ("https://one.blogspot.com/1", "https://two.blogspot.com/1", True),
        ("https://rt.com/1", "https://troib.com/1", True),
        ("http://10.0.0.1/1", "http://10.0.0.2/1", True),
    ],
)
def test_one_publisher_may_have_several_hosts(own: str, other: str, *, foreign: bool) -> None:
    head = f'<meta property="og:url" content="{own}"><link rel="canonical" href="{other}">'
    assert bool(page(head).declared) is foreign


TASS = "https://tass.com/economy/1"
TASS_LINK = f'<link rel="canonical" href="{TASS}">'


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (site("Coast Ledger") + TASS_LINK, Declaration("link canonical", url=TASS)),
        (ld(publisher={"name": "Reuters"}) + TASS_LINK, Declaration("link canonical", url=TASS)),
        (site("Coast Ledger") + f'<meta property="og:url" content="{TASS}">', Declaration("meta og:url", url=TASS)),
        (site("Coast Ledger") + ld(url=TASS), Declaration("JSON-LD url", url=TASS)),
        (
            ld(publisher={"name": "Coast Ledger", "url": LEDGER}) + f'<link rel="canonical" href="{WIRE}">',
            Declaration("link canonical", url=WIRE),
        ),
        (
            ld(publisher={"@id": "https://coastledger.example/#us"}) + f'<link rel="canonical" href="{WIRE}">',
            Declaration("link canonical", url=WIRE),
        ),
    ],
)
def test_the_address_of_a_republished_original_is_not_the_pages_own(head: str, declared: Declaration) -> None:
    read = page(head)
    assert (read.url, read.declared) == (None, (declared,))


@pytest.mark.parametrize(
    ("head", "name", "url"),
    [
        (site("nationalpost"), "National Post", "https://nationalpost.com/1"),
        (site("RP ONLINE"), "Rheinische Post", "https://rp-online.de/1"),
        (site("Front page") + ld(publisher={"name": "National Post"}), "National Post", "https://nationalpost.com/1"),
        (site("中日新聞Web"), "Chunichi Shimbun", "https://www.chunichi.co.jp/1"),
    ],
)
def test_a_page_is_no_relay_of_itself(head: str, name: str, url: str) -> None:
    read = page(f'{head}<meta property="og:url" content="{url}"><link rel="canonical" href="{url}">')
    assert (read.publisher, read.url, read.declared) == (Publisher(name), url, ())


def test_a_republished_page_keeps_the_address_that_is_its_own() -> None:
    read = page(
        f'{site("Coast Ledger")}<meta property="og:url" content="{TASS}"><link rel="canonical" href="{LEDGER}">'
    )
    assert (read.url, read.declared) == (LEDGER, (Declaration("meta og:url", url=TASS),))


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (site("TASS"), TASS),
        (site("Tass.com"), TASS),
        (site("TASS Economy"), TASS),
        (ld(publisher={"name": "TASS", "url": "https://tass.ru/"}), TASS),
        (ld(publisher={"name": "TASS", "url": "https://www.facebook.com/tass"}), TASS),
        (site("Coast Ledger") + ld(publisher={"name": "Quill Group", "url": "https://quill.example"}), LEDGER),
        (ld(publisher={"name": "Coast Ledger", "url": "https://www.coastledger.example"}), LEDGER),
    ],
)
def test_a_canonical_link_that_may_be_the_publishers_is_the_pages_own(head: str, url: str) -> None:
    read = page(f'{head}<link rel="canonical" href="{url}">')
    assert (read.url, read.declared) == (url, ())


def test_a_page_saved_from_one_host_that_calls_itself_anothers() -> None:
    read = page(f'<meta property="og:url" content="{WIRE}">', before=f"<!-- saved from url=(0034){LEDGER} -->")
    assert read.declared == (Declaration("meta og:url", url=WIRE),)


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2024-11-14T10:00:00Z">', "", "2024-11-14"),
        ('<meta name="DC.date.issued" content="2024-11-14">', "", "2024-11-14"),
        ('<meta itemprop="datePublished" content="2024-11-14">', "", "2024-11-14"),
        ('<meta name="date" content="soon">' + ld(datePublished="2024-11-14"), "", "2024-11-14"),
        ("", '<span itemprop="datePublished" content="2024-11-14">today</span>', "2024-11-14"),
        ("", "<time class='published' datetime='2024-11-14'></time><time datetime='2020-01-01'></time>", "2024-11-14"),
        ("", "<time datetime='2024-11-14T08:00'></time><time datetime='2024-11-14'></time>", "2024-11-14"),
        ("", "<time datetime='2024-11-14'></time><aside><time datetime='2020-01-01'></time></aside>", "2024-11-14"),
        ('<meta property="og:url" content="https://coastledger.example/2024/3/9/sale">', "", "2024-03-09"),
        ('<meta property="og:url" content="https://coastledger.example/2024/31/9/sale">', "", None),
        ("", "<time datetime='2024-11-14'></time><time datetime='2020-01-01'></time>", None),
        ("", "<time class='updated' datetime='2024-11-14'></time>", None),
        ('<meta property="article:modified_time" content="2024-11-14">', "", None),
        ("", "<p>On 2024-11-14 it met.</p><footer>Opened on 4 May 1998</footer>", None),
    ],
)
def test_published(head: str, body: str, published: str | None) -> None:
    assert page(head, body).published == published


@pytest.mark.parametrize(
    ("head", "language"),
    [("", None), (ld(inLanguage="pt-BR"), "pt-BR"), ('<meta property="og:locale" content="en_GB">', "en-GB")],
)
def test_language(head: str, language: str | None) -> None:
    assert page(head).language == language


@pytest.mark.parametrize(
    "kind",
    ["NewsArticle", "Article", "ReportageNewsArticle", ["Thing", "BlogPosting"], "https://schema.org/NewsArticle"],
)
def test_the_kinds_of_article(kind: object) -> None:
    assert stated([json.dumps([{"@type": "WebSite"}, {"@type": kind, "headline": "Sale"}])]).headline == "Sale"


@pytest.mark.parametrize("kind", ["WebPage", "ArticleList", None, 7, {}, [None, 7]])
def test_what_is_no_article(kind: object) -> None:
    assert stated([json.dumps({"@type": kind, "headline": "Sale"})]) == Stated()


def test_nested_in_the_page() -> None:
    nested = {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Sale"}}
    assert stated([json.dumps(nested)]).headline == "Sale"


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ({"name": "Ada&#32;Quill"}, ("Ada Quill",)),
        (
            [{"name": ["Ada Quill", "Bram Toll"]}, "Ada Quill", "https://coastledger.example/ada"],
            ("Ada Quill", "Bram Toll"),
        ),
        ({"@id": "#nobody"}, ()),
        ([None, 7, True, [], {}], ()),
    ],
)
def test_authors_in_every_shape(author: object, authors: tuple[str, ...]) -> None:
    assert said(author=author).authors == authors


@pytest.mark.parametrize(
    ("value", "name", "url"),
    [
        (WIRE, None, WIRE),
        ("Northwire", "Northwire", None),
        ({"@type": "NewsArticle", "headline": "Sale", "url": WIRE}, "Sale", WIRE),
        ({"@type": "NewsArticle", "headline": "Sale", "publisher": {"name": "Northwire"}}, "Northwire", None),
        ({"@id": WIRE}, None, WIRE),
    ],
)
def test_is_based_on_in_every_shape(value: object, name: str | None, url: str | None) -> None:
    assert said(isBasedOn=value).based_on == (Declaration("JSON-LD isBasedOn", name, url),)


def test_is_based_on_a_node_of_the_page() -> None:
    nodes = [{"@type": "NewsArticle", "isBasedOn": {"@id": "#w"}}, {"@id": "#w", "name": "Northwire", "url": WIRE}]
    assert stated([json.dumps({"@graph": nodes})]).based_on == (Declaration("JSON-LD isBasedOn", "Northwire", WIRE),)


def test_no_more_values_than_the_limit() -> None:
    assert len(said(author=[f"Author {i}" for i in range(1000)]).authors) == VALUE_LIMIT


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 100_000, '"text"', "7", "null", '{"@type": "NewsArticle"', "9" * 5000]
)
def test_json_ld_that_is_none_states_nothing(script: str) -> None:
    assert stated([script]) == Stated()
