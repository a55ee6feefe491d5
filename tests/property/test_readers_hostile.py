"""Whatever the bytes, a reader gives articles that can be stored, or a reason."""

from __future__ import annotations

import json
from io import BytesIO

import pyoxigraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.readers import READERS, Document, Read, Skipped, _outcomes
from provenance.readers.fields import iso_date, language_tag, web_url

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TAGS = ("html", "head", "body", "article", "p", "div", "h1", "ul", "li", "table", "tr", "td", "blockquote", "q", "br")
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["https://a.example/", "#w"])
)
KEYS = st.sampled_from(
    ["@id", "@type", "@graph", "name", "url", "author", "publisher", "isBasedOn", "sourceOrganization", "articleBody"]
)
NODES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))
TAG_LIKE = "[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}"
FIELDS = st.sampled_from(["id", "url", "publisher", "title", "published", "byline", "text", "language", "other"])


def outcomes(suffix: str, data: bytes) -> list[Read | Skipped]:
    held = _outcomes(READERS[suffix], BytesIO(data), f"a{suffix}")
    found = [one.read() if isinstance(one, Document) else one for one in held]
    assert found
    for outcome in found:
        if isinstance(outcome, Read):
            repr(outcome).encode("utf-8")
            assert outcome.article.text.strip()
        else:
            assert len(outcome.reason.splitlines()) == 1
    return found


@given(st.binary(max_size=300))
def test_any_bytes_as_text(data: bytes) -> None:
    outcomes(".txt", data)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_kept_as_it_stands(text: str) -> None:
    (outcome,) = outcomes(".txt", text.encode("utf-8"))
    assert isinstance(outcome, Skipped) or outcome.article.text == text.removeprefix("\ufeff")


@given(st.lists(st.dictionaries(FIELDS, NODES) | NODES, min_size=1, max_size=4))
def test_any_json_as_a_line(records: list[object]) -> None:
    assert len(outcomes(".jsonl", "\n".join(map(json.dumps, records)).encode())) == len(records)


@given(st.binary(max_size=300))
def test_any_bytes_as_lines(data: bytes) -> None:
    outcomes(".jsonl", data)
    outcomes(".jsonl.gz", data)


@FEW
@given(
    st.lists(st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]) | st.text(max_size=60)),
    NODES,
    NODES,
)
def test_any_page(pieces: list[str], node: object, based_on: object) -> None:
    article = {"@type": "NewsArticle", "author": node, "isBasedOn": based_on, "publisher": node}
    script = f'<script type="application/ld+json">{json.dumps([node, article])}</script>'
    outcomes(".html", (script + "".join(pieces)).encode("utf-8", "ignore"))


@given(st.text() | st.builds("https://a.example/{}?{}#{}".format, st.text(), st.text(), st.text()))
def test_a_url_is_a_valid_iri_and_stays_as_it_is(value: str) -> None:
    url = web_url(value)
    if url is not None:
        pyoxigraph.NamedNode(url)
        assert web_url(url) == url


@given(st.text(max_size=12) | st.datetimes().map(str) | st.dates().map(str) | st.from_regex(TAG_LIKE, fullmatch=True))
def test_dates_and_languages_are_valid_literals(value: str) -> None:
    if (day := iso_date(value)) is not None:
        assert iso_date(day) == day
    if (tag := language_tag(value)) is not None:
        pyoxigraph.Literal("x", language=tag)
