from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from provenance import gazetteer
from provenance.errors import InputError
from provenance.gazetteer import all_outlets, by_domain, by_name, find, is_common_word, short_names
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def found(text: str) -> list[tuple[str, str]]:
    """The words found and the name of the first candidate."""
    return [(text[start:end], candidates[0].name) for start, end, candidates in find(text)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The Washington Post", "The Washington Post"),
        ("washington post", "The Washington Post"),
        ("NYT", "The New York Times"),
        ("N.Y. Times", "The New York Times"),
        ("Russia Today", "RT"),
        ("RT.com", "RT"),
        ("nytimes.com", "The New York Times"),
        ("Fox and Friends", "Fox & Friends"),
        ("AFP", "Agence France-Presse"),
        ("Agence France Presse", "Agence France-Presse"),
        ("the associated press", "Associated Press"),
        ("Suddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("Ukrayinska Pravda", "Ukrainska Pravda"),
        ("Reuters'", "Reuters"),
        ("РИА Новости", "RIA Novosti"),
        ("Huffington Post", "HuffPost"),
    ],
)
def test_by_name(written: str, name: str) -> None:
    assert [outlet.name for outlet in by_name(written)] == [name]


@pytest.mark.parametrize("written", ["", "The Nowhere Bugle", "example.org", "a source", "the time", "..", "the "])
def test_no_outlet_bears_the_name(written: str) -> None:
    assert by_name(written) == ()


def test_namesakes_are_all_given_the_masthead_first() -> None:
    assert {"The Washington Post", "New York Post"} <= {outlet.name for outlet in by_name("The Post")}
    names = [outlet.name for outlet in by_name("The Guardian")]
    assert names[0] == "The Guardian"
    assert "The Guardian (Nigeria)" in names
    assert [outlet.name for outlet in by_name("ABC News")][:2] == ["ABC News", "ABC News (Australia)"]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.rt.com/news/x", "RT"),
        ("rt.com", "RT"),
        ("http://RT.COM.:80/a?b#c", "RT"),
        ("//edition.cnn.com/2020", "CNN International"),
        ("https://money.cnn.com", "CNN"),
        ("https://user@bbc.co.uk/x", "BBC"),
        ("bbc.com", "BBC"),
        ("https://timesofindia.indiatimes.com/a", "The Times of India"),
        ("https://finance.yahoo.com/x", "Yahoo Finance"),
        ("https://sports.yahoo.com.", "Yahoo Sports"),
        (" rt.com/a//b ", "RT"),
    ],
)
def test_by_domain(url: str, name: str) -> None:
    outlet = by_domain(url)
    assert outlet
    assert outlet.name == name


@pytest.mark.parametrize(
    "url",
    [
        "",
        "com",
        "http://",
        "http://[::1",
        "notrt.com",
        "rt.com.evil.example",
        "file:///x",
        "a b",
        "a." * 90_000 + "rt.com",
    ],
)
def test_nobody_known_owns_the_domain(url: str) -> None:
    assert by_domain(url) is None


def test_the_bbc_is_one_outlet() -> None:
    assert by_domain("bbc.co.uk") is by_domain("https://www.bbc.com/news") is by_name("BBC News")[0]


def test_a_short_name_leads_to_every_outlet_that_ends_so() -> None:
    assert {"The Washington Post", "New York Post", "The Denver Post"} <= {o.name for o in short_names()["post"]}
    assert "South China Morning Post" in {o.name for o in short_names()["morning post"]}
    assert {o.name for o in short_names()["post dispatch"]} >= {"St. Louis Post-Dispatch"}
    assert "The Guardian" not in {o.name for o in short_names().get("guardian", ())}, (
        "its whole name is not short for it"
    )


@pytest.mark.parametrize("name", ["Time", "The Hill", "the hill", "People", "Today", "Science", "Fortune", "PA", "MAP"])
def test_ordinary_words_are_known_as_such(name: str) -> None:
    assert is_common_word(name)


@pytest.mark.parametrize("name", ["Reuters", "The New York Times", "CNN", "Bloomberg", "AP", "RT", "Yonhap", "hills"])
def test_a_name_that_means_nothing_else(name: str) -> None:
    assert not is_common_word(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as the Washington Post reported", [("Washington Post", "The Washington Post")]),
        ("THE WASHINGTON POST", [("WASHINGTON POST", "The Washington Post")]),
        ("a Washington Post-ABC News poll", [("Washington Post", "The Washington Post"), ("ABC News", "ABC News")]),
        ("told Fox News Sunday that", [("Fox News Sunday", "Fox News Sunday")]),
        ("told Fox News that", [("Fox News", "Fox News")]),
        ("the St Louis Post Dispatch", [("St Louis Post Dispatch", "St. Louis Post-Dispatch")]),
        ("the St. Louis Post-Dispatch", [("St. Louis Post-Dispatch", "St. Louis Post-Dispatch")]),
        ("on “Fox and Friends”", [("Fox and Friends", "Fox & Friends")]),
        ("The People’s Daily’s man", [("People’s Daily", "People's Daily")]),
        ("al-Jazeera said, El Pais said", [("al-Jazeera", "Al Jazeera"), ("El Pais", "El País")]),
        ("Reuters’ report, (AP) and RT's", [("Reuters", "Reuters"), ("AP", "Associated Press"), ("RT", "RT")]),
        ("the New York\nTimes", [("New York\nTimes", "The New York Times")]),
        ("see https://www.rt.com/news/1, RT.com", [("www.rt.com", "RT"), ("RT.com", "RT")]),
        ("said.CNN denied it", [("CNN", "CNN")]),
        ("He wrote to dpa and to taz.", [("dpa", "dpa"), ("taz", "taz")]),
        ("according to Time, in Time’s words", [("Time", "Time"), ("Time", "Time")]),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the nation waits for a new york times of its own",
        "This week the post was late",
        "a map, an app, a rt, an Ap and a Map",
        "write to desk@nytimes.com",
        "nytimes.com.example and xnytimes.com",
        "CNNs ABCs unRT",
        "Vice President Time Warner, Harl Courier",
        "Deutsche. Welle",
        "Deutsche\n\nWelle",
        "",
        "…",
    ],
)
def test_nothing_to_find(text: str) -> None:
    assert found(text) == []


def test_find_gives_every_namesake() -> None:
    ((start, end, candidates),) = find("He told the Post.")
    assert (start, end) == (12, 16)
    assert {"The Washington Post", "New York Post"} <= {candidate.name for candidate in candidates}


def test_find_is_quick() -> None:
    text = "The Washington Post cited New York Times people who told the Associated Press the news of the day. " * 50
    list(find(text))
    started = process_time()
    assert len(list(find(text))) == 150
    assert process_time() - started < 0.1, "5,000 characters take about 2 ms"


@pytest.fixture
def own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "outlets.csv"
    monkeypatch.setattr(gazetteer, "resource", lambda _: path)
    all_outlets.cache_clear()
    yield path
    all_outlets.cache_clear()


def test_a_line_makes_an_outlet(own_list: Path) -> None:
    own_list.write_text("name,kind,country,domains,aliases\nThe Bugle,wire,GB,bugle.example|b.example,Bugle News\n")
    (bugle,) = all_outlets()
    assert bugle == gazetteer.Outlet("The Bugle", Kind.WIRE, "GB", ("bugle.example", "b.example"), ("Bugle News",))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "line 1: the columns must be name,kind,country,domains,aliases"),
        ("name,kind\nA,wire\n", "line 1: the columns must be name,kind,country,domains,aliases"),
        (
            "name,kind,country,domains,aliases\nA,wire,GB,,\nB,paper,GB,,\n",
            "line 3: expected name,outlet or wire,country,domains,aliases",
        ),
        (
            "name,kind,country,domains,aliases\nA,wire,GB\n",
            "line 2: expected name,outlet or wire,country,domains,aliases",
        ),
    ],
)
def test_a_malformed_list_names_the_line(own_list: Path, content: str, message: str) -> None:
    own_list.write_text(content)
    with pytest.raises(InputError) as raised:
        all_outlets()
    assert str(raised.value) == f"{own_list}, {message}"
