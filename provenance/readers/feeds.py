"""RSS and Atom: each item that carries its whole text is an article; one that carries a summary names what to fetch.

By feedparser, which reads every version and forgives what is malformed. An item's whole text is its
`content:encoded` (https://www.rssboard.org/rss-profile#namespace-elements-content) or Atom `content` (RFC 4287,
section 4.1.3); `description` and `summary` are held to be no more than their names say.
"""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.documents.credits.publisher import shown
from provenance.errors import InputError
from provenance.model import Article, Declaration
from provenance.readers.decode import LIMIT, decode
from provenance.readers.fields import is_blank, iso_day, language_tag, mail_day, one_line, web_url
from provenance.readers.markup import html_text
from provenance.readers.outcome import Read, Skipped, captured

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_MINIMUM = 80
"""Characters below which an item's content is no article."""

TAG_LIMIT = 300_000
"""Tags that a feed may have, its items' own among them; feedparser takes 50 microseconds for each."""
ITEM_LIMIT = 10_000
YEAR = 4
"""Digits of one."""

_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)\b")
_ITEM_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>|<(?:\w+:)?(?:item|entry)\b[^<>]*/>")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_ENCODING = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""")
_OWN_DTD = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[")
_CUT_OFF = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|…|\b(?:read more|continue reading|weiterlesen)\b\W*)$", re.IGNORECASE
)
_FOOTER = re.compile(r"(?:^|\n\n)The post .{1,300} (?:first appeared|appeared first) on .{1,200}$")


def read_feed(data: bytes, name: str) -> Iterator[Read | Skipped]:
    """The capture of each is the whole feed's. Keys are the item's id, else its link, else "news:3"."""
    text = _text_of(data)
    feed = _parsed(text)
    cut_off = len(feed.entries) if _breaks_off(text) else 0
    if not feed.entries:
        raise InputError("a feed without items: fetch it again, or give the pages themselves")
    capture = captured(data)
    for number, entry in enumerate(feed.entries, 1):
        place = f"{name}:{number}"
        if number == cut_off:
            yield Skipped(place, f"an item in which the feed breaks off, {_told(entry)}: {_remedy(_link(entry))}")
            continue
        try:
            article = _article(feed.feed, entry, f"{Path(name).stem}:{number}")
        except InputError as error:
            yield Skipped(place, str(error))
        else:
            yield Read(name, replace(article, capture=capture))


def _text_of(data: bytes) -> str:
    if len(data) > LIMIT:
        raise InputError(f"larger than {LIMIT >> 20} MiB, the most a feed may have: split it")
    declared = _ENCODING.match(data.lstrip())
    text = decode(data, declared[1].decode("ascii") if declared else None)
    if _OWN_DTD.search(text):
        raise InputError("XML that declares a DTD of its own, which is not read: remove what its DOCTYPE declares")
    if text.count("<") > TAG_LIMIT or sum(1 for _ in _ITEM.finditer(text)) > ITEM_LIMIT:
        raise InputError(f"a feed of more than {ITEM_LIMIT:,} items, or {TAG_LIMIT:,} tags: split it")
    return text


def _breaks_off(text: str) -> bool:
    """Whether a feed ends within an item."""
    begun, ended = ([found.start() for found in mark.finditer(text)][-1:] for mark in (_ITEM, _ITEM_END))
    return begun > ended


def _parsed(text: str) -> Any:
    """As text given again in UTF-8, and as a stream: a string would be tried as an address or a path."""
    import feedparser

    document = '<?xml version="1.0" encoding="utf-8"?>' + _DECLARATION.sub("", text)
    try:
        found = feedparser.parse(BytesIO(document.encode()), resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:
        raise InputError(
            f"feedparser fails on this feed ({type(error).__name__}): give the pages themselves"
        ) from error
    if str(found.version).startswith("rss"):
        for entry in found.entries:
            entry["published"] = entry.get("published") or entry.get("updated")
    return found


def _article(feed: Any, entry: Any, key: str) -> Article:
    url = _link(entry)
    text = next(filter(None, map(_text, entry.get("content", ()))), "")
    text = _FOOTER.sub("", text)
    if len(text) < TEXT_MINIMUM or is_blank(text) or _CUT_OFF.search(text):
        raise InputError(f"an item with only a summary, {_told(entry)}: {_remedy(url)}")
    site = _line(feed, "publisher") or _line(feed, "title")
    return Article(
        key=_line(entry, "id") or url or key,
        text=text,
        title=_line(entry, "title"),
        publisher=shown([site], url) if site else None,
        byline="; ".join(dict.fromkeys(filter(None, (_line(one, "name") for one in entry.get("authors", ()))))) or None,
        published=_published(entry),
        url=url,
        language=language_tag(_line(feed, "language") or ""),
        declared=_declared(entry),
        text_is_file=False,
    )


def _text(content: Any) -> str:
    """Of an Atom or RSS content; one that is only pointed to is empty."""
    value = content.get("value") or ""
    return value.strip() if content.get("type") == "text/plain" else html_text(value)


def _declared(entry: Any) -> tuple[Declaration, ...]:
    """RSS `source`, Atom `source` (RFC 4287, section 4.2.11): the feed that the item was taken over from."""
    source = entry.get("source") or {}
    name = _line(source, "title")
    url = web_url(source.get("href") or source.get("link") or "")
    return (Declaration("feed source", name, url),) if name or url else ()


def _link(entry: Any) -> str | None:
    """The permanent link; FeedBurner keeps the original's beside its own."""
    return web_url(entry.get("feedburner_origlink") or entry.get("link") or "")


def _published(entry: Any) -> str | None:
    """In the offset that it is written in (RFC 822 or ISO 8601), else as feedparser reads it, in UTC.

    What feedparser reads counts where the year, or in another offset the one beside it, is written there.
    It calls RSS's `dc:date` "updated" too, which only Atom means by it.
    """
    said = entry.get("published") or ""
    if known := iso_day(said) or mail_day(said):
        return known
    parsed = entry.get("published_parsed")
    years = (parsed.tm_year + beside for beside in (-1, 0, 1)) if parsed else ()
    is_said = any(len(str(year)) == YEAR and str(year) in said for year in years)
    return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}" if is_said else None


def _line(said: Any, field: str) -> str | None:
    value = said.get(field)
    return one_line(html_text(value)) if isinstance(value, str) and value.strip() else None


def _remedy(url: str | None) -> str:
    return f"fetch {url}" if url else "it names no page to fetch either"


def _told(entry: Any) -> str:
    return f"“{title[:80]}”" if (title := _line(entry, "title")) else "without a title"
