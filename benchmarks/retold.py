"""As many articles as wanted: the invented events told over and over, with other names and dates each time, as pages.

Of the words that stand only with a capital in an event's articles, those that are no common words are its names. Each
gets another, made up, the same in all articles of the event.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from datetime import date, timedelta
from html import escape
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from benchmarks.corpus import SYLLABLES
from evaluation.run import DATA
from evaluation.splits import EVENT
from provenance.readers import READERS, read
from provenance.readers.outcome import Read
from provenance.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

INVENTED = DATA / "invented" / "articles.jsonl"
DAYS = 41
"""Between one telling of an event and the next: more than a story runs."""
_WORD = re.compile(r"[^\W\d_]+")
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {publisher}</title>
<link rel="canonical" href="{url}"><meta property="og:title" content="{title}">
<meta property="og:site_name" content="{publisher}"><meta name="author" content="{byline}">
<meta property="article:published_time" content="{published}T08:00:00Z">
</head><body><header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About us</a></nav></header>
<main><article><h1>{title}</h1><p class="byline">{byline}</p>
{paragraphs}
</article></main><footer><p>© {publisher}. All rights reserved.</p></footer></body></html>
"""


class Told(NamedTuple):
    """One article: its file's stem, its address, the day it came out, and its page."""

    stem: str
    url: str
    published: str
    page: str


def laid(folder: Path, number: int) -> Path:
    """So many pages in `folder`: in one WARC where that can be read, else as files, a hundred to a folder."""
    told = islice(pages(), number)
    if ".warc.gz" in READERS:
        with (folder / "pages.warc.gz").open("wb") as stream:
            stream.writelines(map(_record, told))
        return folder / "pages.warc.gz"
    for place, one in enumerate(told):
        room = folder / "pages" / f"{place // 100:05}"
        room.mkdir(parents=True, exist_ok=True)
        (room / f"{one.stem}.html").write_text(one.page, "utf8")
    return folder / "pages"


def _record(told: Told) -> bytes:
    """A response, gzipped by itself (ISO 28500, WARC/1.1, section 6.3 and annex D)."""
    body = told.page.encode("utf8")
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    block = answer.encode() + body
    fields = (
        "WARC/1.1",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, told.url)}>",
        f"WARC-Target-URI: {told.url}",
        f"WARC-Date: {told.published}T09:30:00Z",
        "Content-Type: application/http;msgtype=response",
        f"Content-Length: {len(block)}",
    )
    return gzip.compress("\r\n".join(fields).encode() + b"\r\n\r\n" + block + b"\r\n\r\n", mtime=0)


def pages() -> Iterator[Told]:
    """Without end, and the same every time."""
    events = list(_events().values())
    names = [_names(event) for event in events]
    for turn in count():
        chance = random.Random(turn)  # noqa: S311
        for event, own in zip(events, names, strict=True):
            others = {name: _made_up(chance) for name in own}
            for number, row in enumerate(event):
                yield _told(row, others, turn, number)


def _events() -> dict[str, list[dict[str, str]]]:
    """The rows of each event; of the examples, one event, where the data beside the checkout is absent."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows():
        event = EVENT.match(row["id"])
        found[event[0] if event else ""].append(row)
    return found


def _rows() -> Iterator[dict[str, str]]:
    if INVENTED.is_file():
        yield from map(json.loads, INVENTED.read_text("utf8").splitlines())
        return
    for item in read("examples/articles"):
        if isinstance(item, Read):
            one = item.article
            yield {
                "id": one.key,
                "text": one.text,
                "title": one.title or one.key,
                "publisher": one.publisher.name if one.publisher else "The Quay Bulletin",
                "byline": one.byline or "",
                "published": one.published or "2031-02-03",
            }


def _names(event: Sequence[dict[str, str]]) -> list[str]:
    common = frozenset(resource("rarity.txt").read_text(encoding="utf8").split())
    words = {word for row in event for told in (row["text"], row["title"]) for word in _WORD.findall(told)}
    capital = (word for word in words if word.istitle() and len(word) > 2 and word.lower() not in words | common)
    return sorted(capital)


def _made_up(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize()


def _told(row: dict[str, str], others: dict[str, str], turn: int, number: int) -> Told:
    def renamed(text: str) -> str:
        return _WORD.sub(lambda word: others.get(word[0], word[0]), text)

    published = date.fromisoformat(row["published"][:10]) + timedelta(days=DAYS * turn)
    stem = f"t{turn}-{row['id']}"
    said = {
        "title": renamed(row["title"]),
        "publisher": renamed(row["publisher"]),
        "byline": renamed(row["byline"] or ""),
        "published": str(published),
        "url": f"https://news{number}.example/{published.year}/{stem}",
    }
    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in renamed(row["text"]).split("\n\n"))
    page = _PAGE.format(paragraphs=paragraphs, **{name: escape(value) for name, value in said.items()})
    return Told(stem, said["url"], said["published"], page)
