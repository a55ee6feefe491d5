"""A full round on loopback: a feed, its pages, a trace, and the reports that it misses, fetched one after the other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import run
from served import page, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from served import Site

CLAIM = "the harbour board plans to sell the Grey Head lighthouse to a hotel company"


def article(outlet: str, published: str, title: str, *paragraphs: str) -> bytes:
    head = f'<title>{title}</title><meta property="og:site_name" content="{outlet}">'
    head += f'<meta property="article:published_time" content="{published}">'
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return page(f'<html lang="en"><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>')


def board(outlet: str) -> bytes:
    """What the two members of the board said, as `outlet` has it."""
    return article(
        outlet,
        "2031-05-12",
        "Harbour board to sell lighthouse",
        "The harbour board plans to sell the Grey Head lighthouse to a hotel company, said two members of the board, "
        "who asked not to be named because the contract is not signed.",
        "The board bought the tower from the state in 1998 for a symbolic sum.",
    )


def feed(*items: tuple[str, str]) -> bytes:
    listed = "".join(f"<item><title>{title}</title><link>{link}</link></item>" for link, title in items)
    return page(f'<rss version="2.0"><channel><title>News</title>{listed}</channel></rss>', "application/rss+xml")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.fetching.waiting.PAUSE", 0.0)


@pytest.fixture
def sites() -> Iterator[dict[str, Site]]:
    """The Ellery Courier cites the Harbour Ledger, with a link; that cites the Calder Press, which is in a feed."""
    with serving("127.0.0.1") as ellery, serving("127.0.0.2") as ledger, serving("127.0.0.3") as calder:
        ellery.replies |= {
            "/feed.xml": feed(("/sale", "Lighthouse may be sold"), ("/regatta", "Regatta put off")),
            "/sale": article(
                "Ellery Courier",
                "2031-05-14",
                "Lighthouse may be sold",
                "The harbour board plans to sell the Grey Head lighthouse to a hotel company, according to "
                f'<a href="{ledger.address("/2031/lighthouse?utm_source=ellery")}">the Harbour Ledger</a>.',
                "The lamp was last lit in 2019. The tower has stood empty since, and the keeper's house has no roof.",
            ),
            "/regatta": article(
                "Ellery Courier",
                "2031-05-14",
                "Regatta put off",
                "The spring regatta is put off until June, said Ragna Thorsby, who chairs the sailing club.",
                "Two of the boats were damaged in the storm of last week and lie in the yard until they are mended.",
            ),
        }
        ledger.replies |= {
            "/2031/lighthouse": article(
                "Harbour Ledger",
                "2031-05-13",
                "Board plans to sell Grey Head",
                "The harbour board plans to sell the Grey Head lighthouse to a hotel company, the Calder Press "
                "reported on Monday.",
                "A sale would need the consent of the island council, which meets next in September.",
            ),
            "/2031/lighthouse?utm_source=ellery": page("", status="301 Moved", Location="/2031/lighthouse"),
        }
        calder.replies |= {
            "/feed.xml": feed(
                ("/weather", "Storm warning for Grey Head and the lighthouse board walk"),
                ("/sale", "Harbour board to sell Grey Head lighthouse to hotel company"),
                ("/buses", "New buses for the mainland"),
            ),
            "/weather": article(
                "Calder Press",
                "2031-05-12",
                "Storm warning for Grey Head",
                "Winds of up to 110 kilometres an hour are expected on Tuesday, the weather service said.",
                "Ferries will stay in port until the evening. The board walk below the lighthouse is closed.",
            ),
            "/sale": board("Calder Press"),
        }
        yield {"ellery": ellery, "ledger": ledger, "calder": calder}


@pytest.fixture
def store(tmp_path: Path, sites: dict[str, Site]) -> Path:
    path = tmp_path / "store"
    ellery = sites["ellery"]
    done = run("ingest", ellery.address("/feed.xml"), "--store", path, "--allow-private", ellery.host)
    assert done.code == 0, done.err
    assert f"{ellery.address('/feed.xml')}: a list of 2 pages; the first 2 are fetched" in done.err
    return path


def private(sites: dict[str, Site]) -> list[str]:
    return [part for site in sites.values() for part in ("--allow-private", site.host)]


def traced(store: Path) -> dict[str, object]:
    return dict(json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out))


def test_the_whole_round(store: Path, sites: dict[str, Site]) -> None:
    before = traced(store)
    assert [one["who"] for one in before["to_fetch"]] == ["Harbour Ledger"]  # type: ignore[attr-defined]
    feed = sites["calder"].address("/feed.xml")
    done = run("follow", CLAIM, "--store", store, "--yes", "--feed", feed, *private(sites))
    assert done.code == 0, done.err
    shown = done.out.splitlines()
    ledger, sale = sites["ledger"].address("/2031/lighthouse?utm_source=ellery"), sites["calder"].address("/sale")
    assert shown[0] == "To fetch:"
    assert shown[1].startswith("  Harbour Ledger, on or before 2031-05-14: ")
    assert shown[2:4] == [f"    {ledger} (linked to for it)", f"    {feed} (a list: at most 3 of its pages)"]
    assert any(
        line.startswith(f"Harbour Ledger: {ledger} (") and line.endswith("): the report: the trail goes on there")
        for line in shown
    )
    assert "To fetch next:" in shown
    assert any(
        line.startswith(f"Calder Press: {sale} (") and line.endswith("): the report: the trail goes on there")
        for line in shown
    )
    after = traced(store)
    assert after["to_fetch"] == []
    [origin] = after["origins"]  # type: ignore[misc]
    assert origin["name"] == "two members of the board"
    with_articles = run("articles", "--store", store, "--format", "jsonl").out
    assert sites["calder"].address("/weather") not in with_articles


def test_nothing_is_fetched_before_it_is_agreed(store: Path, sites: dict[str, Site]) -> None:
    for options, answer in (("--dry-run", ""), ("--limit=5", "n\n"), ("--limit=5", "")):
        done = run("follow", CLAIM, "--store", store, options, *private(sites), stdin=answer)
        assert done.code == 0
        assert sites["ledger"].address("/2031/lighthouse?utm_source=ellery") in done.out
    assert sites["ledger"].asked == []
    done = run("follow", CLAIM, "--store", store, *private(sites), stdin="y\nn\n")
    assert done.code == 0
    assert sites["ledger"].paths()[-1] == "/2031/lighthouse"
    assert "no address is known: give a --feed or a --search" in done.out


def test_what_is_not_the_report_is_told_and_not_kept(store: Path, sites: dict[str, Site]) -> None:
    sites["ledger"].replies["/2031/lighthouse"] = sites["calder"].replies["/weather"]
    held = run("articles", "--store", store, "--format", "jsonl").out
    done = run("follow", CLAIM, "--store", store, "--yes", *private(sites))
    assert done.code == 1
    assert "not the report: nothing of it is kept" in done.out
    assert done.err == (
        "provenance: none of the missing reports was found: give other feeds or searches, or save the pages\n"
    )
    assert run("articles", "--store", store, "--format", "jsonl").out == held


def test_a_site_search(store: Path, sites: dict[str, Site]) -> None:
    sites["ledger"].replies["/2031/lighthouse"] = page("", status="410 Gone")
    results = "".join(
        f'<li><a href="{path}">{title}</a></li>'
        for path, title in (
            ("/", "Harbour board lighthouse"),
            ("/tides", "Tides"),
            ("/sold", "Harbour board sells lighthouse"),
        )
    )
    given = run("follow", CLAIM, "--store", store, "--dry-run", "--search", sites["ledger"].address("/?q={query}"))
    [line] = [line for line in given.out.splitlines() if line.endswith("(a search: at most 3 of what it finds)")]
    address = line.split()[0]
    path = address.removeprefix(sites["ledger"].address(""))
    assert path.startswith("/?q=")
    assert "%20" in path
    sites["ledger"].replies[path] = page(f"<html><body><ul>{results}</ul></body></html>")
    sites["ledger"].replies["/sold"] = board("Harbour Ledger")
    options = ("--search", sites["ledger"].address("/?q={query}"), *private(sites))
    done = run("follow", CLAIM, "--store", store, "--yes", *options)
    assert done.code == 0, done.out + done.err
    assert "HTTP 410: the page was taken away: look for it in a web archive" in done.out
    assert f"{sites['ledger'].host}/sold): the report: the trail goes on there" in done.out
    assert [path for path in sites["ledger"].paths() if "q=" not in path][-1] == "/sold"


def test_another_that_makes_the_claim_is_kept_and_told_apart(store: Path, sites: dict[str, Site]) -> None:
    sites["ledger"].replies["/2031/lighthouse"] = page("", status="410 Gone")
    sites["calder"].replies["/sale"] = board("Sound Post")
    feed = sites["calder"].address("/feed.xml")
    done = run("follow", CLAIM, "--store", store, "--yes", "--feed", feed, *private(sites))
    assert done.code == 0, done.err
    assert "not known to be the report, but on the trail too: kept" in done.out
    assert [one["who"] for one in traced(store)["to_fetch"]] == ["Harbour Ledger"]  # type: ignore[attr-defined]


def test_where_nothing_is_missing(store: Path, sites: dict[str, Site]) -> None:
    done = run("follow", "the spring regatta is put off until June", "--store", store, "--yes", *private(sites))
    assert done == (0, "nothing to fetch: the store holds every report that the trail rests on\n", "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--search", "https://x.example/"),
            "--search 'https://x.example/': give an address with {query} where the wo",
        ),
        (("--feed", "feed.xml"), "--feed 'feed.xml': give an address, such as https://harbour-ledger.example/feed.xml"),
    ],
)
def test_requests_that_make_no_sense(options: tuple[str, ...], said: str, store: Path) -> None:
    done = run("follow", CLAIM, "--store", store, *options)
    assert done.code == 2
    assert done.err.startswith(f"provenance: {said}")
