"""Where the links of a page stand in the text that was read from it.

The text is found by others, who may leave out, join and part what is on the page. So a link is looked for by its words
and by what stands around them on the page; where these are not found in the text, it is left out.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from lxml.etree import LxmlError

from provenance.documents.credits.publisher import site
from provenance.model import Hyperlink, Span
from provenance.readers.fields import web_url
from provenance.readers.tree import built

if TYPE_CHECKING:
    from collections.abc import Iterator

ANCHORS = 500
"""The most links of a page that are looked for."""
PLACES = 50
"""The most places of a text that one link is looked for at."""
AROUND = 24
"""Letters before and after a link by which its place is told."""
AGREEING = 8
"""As many of them must be the same."""

_UNSHOWN = frozenset({"script", "style", "noscript", "template", "head"})


class _Anchor(NamedTuple):
    """A link and its place on the page, in letters: what is no white space."""

    start: int
    end: int
    url: str


def hyperlinks(page: str, text: str, address: str | None) -> tuple[Hyperlink, ...]:
    """The links in the HTML `page` to pages of other sites than that of `address`, its own, as they stand in `text`.

    In the order of the page. Without an `address`, links that are relative to it are left out.
    """
    if "<a" not in page and "<A" not in page:
        return ()
    try:
        letters, anchors = _shown(page, address)
    except LxmlError:
        return ()
    kept = [place for place, char in enumerate(text) if not char.isspace()]
    squeezed = "".join(text[place] for place in kept)
    found: dict[Span, str] = {}
    for anchor in anchors[:ANCHORS]:
        start = _place(anchor, letters, squeezed)
        if start is not None:
            words = Span(kept[start], kept[start + anchor.end - anchor.start - 1] + 1)
            found.setdefault(words, anchor.url)
    return tuple(Hyperlink(words, url) for words, url in found.items())


def _shown(page: str, address: str | None) -> tuple[str, list[_Anchor]]:
    """The letters of the page, and its links to other sites among them."""
    pieces: list[str] = []
    anchors: list[_Anchor] = []
    open_: list[tuple[int, str]] = []
    own, length = site(address) if address else None, 0
    for starts, element in _walk(built(page)):
        if element.tag == "a":
            if starts:
                open_.append((length, element.get("href") or ""))
            elif open_:
                start, target = open_.pop()
                url = _foreign(target, address, own)
                if url and start < length:
                    anchors.append(_Anchor(start, length, url))
        said = "".join(((element.text if starts else element.tail) or "").split())
        pieces.append(said)
        length += len(said)
    return "".join(pieces), anchors


def _walk(tree: Any) -> Iterator[tuple[bool, Any]]:
    """Each element that is shown as it starts and as it ends, in the order of the page."""
    waiting = [(True, tree)]
    while waiting:
        starts, element = waiting.pop()
        shown = isinstance(element.tag, str) and element.tag not in _UNSHOWN
        if not starts or shown:
            yield starts, element
        if starts:
            waiting.append((False, element))
            if shown:
                waiting.extend((True, child) for child in reversed(element))


def _foreign(target: str, address: str | None, own: str | None) -> str | None:
    try:
        url = web_url(urljoin(address or "", target.strip()))
    except ValueError:
        return None
    return url if url and site(url) != own else None


def _place(anchor: _Anchor, letters: str, text: str) -> int | None:
    """Where the words of `anchor` begin in `text`, at the place where most of what stands around them is the same."""
    words = letters[anchor.start : anchor.end]
    before = letters[max(0, anchor.start - AROUND) : anchor.start][::-1]
    after = letters[anchor.end : anchor.end + AROUND]
    best, most = None, AGREEING - 1
    at = text.find(words)
    for _ in range(PLACES):
        if at < 0:
            break
        end = at + len(words)
        same = _same(before, text[max(0, at - AROUND) : at][::-1]) + _same(after, text[end : end + AROUND])
        if same > most:
            best, most = at, same
        at = text.find(words, at + 1)
    return best


def _same(one: str, other: str) -> int:
    """How many letters two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
