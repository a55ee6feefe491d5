"""An article in a notebook: its text, what it attributes marked in place, and who said each."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from provenance.views.marked.text import key, style, text
from provenance.views.notebook.frame import element, framed, written
from provenance.views.prose import percent
from provenance.views.prose.comparing import tellers

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from provenance.model import Article, Reading


def article(reading: Reading) -> str:
    """The whole article as a fragment of HTML."""
    read = reading.article
    told = sorted(reading.attributions, key=lambda one: (one.content, one.cue, one.source))
    place = sha256(f"{read.key}\n{read.text}".encode(errors="replace")).hexdigest()[:8]
    names = [f"{place}-{number}" for number in range(1, len(told) + 1)]
    marked = text(read.text, told, names)
    said = element("ol", class_="told")
    for number, (name, one) in enumerate(zip(names, told, strict=True), 1):
        back = element("a", str(number), href=f"#r-{name}", aria_label=f"Statement {number} in the text")
        back.tail = f"{tellers(one)} · {percent(one.confidence)}"
        said.append(element("li", "", back, id=f"s-{name}"))
    shown = [*_head(read), *_nothing(reading), *([key()] if told else []), marked, said]
    return framed(written(shown), style())


def _head(read: Article) -> list[Element]:
    publisher = read.publisher.name if read.publisher else "no publisher"
    line = " · ".join(filter(None, (publisher, read.published or "undated", read.byline)))
    return [element("p", line, class_="soft"), element("p", read.title or read.key, class_="title")]


def _nothing(reading: Reading) -> list[Element]:
    if reading.unread:
        return [element("p", f"Not read: it is in {reading.unread}.", class_="soft")]
    return [] if reading.attributions else [element("p", "It lays nothing to anybody.", class_="soft")]
