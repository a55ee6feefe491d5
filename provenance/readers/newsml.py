"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): news items, alone or in a news message; their text is inline XML.

The text is NITF, XHTML or plain. What says where an item comes from (`infosource`, `creditline`, `dateline`, `by`) is
its metadata, not its text. A package only refers to items, so that it names what to give instead.
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.documents.credits.publisher import shown
from provenance.errors import InputError
from provenance.model import Article
from provenance.readers import wires
from provenance.readers.decode import decode
from provenance.readers.fields import iso_day, language_tag, one_line, web_url
from provenance.readers.markup import html_text, text_of
from provenance.readers.nitf import nitf
from provenance.readers.outcome import Read, Skipped, captured
from provenance.readers.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Declaration

NAMED = 5
"""Items of a package that are told by name."""


def read_newsml(data: bytes, name: str) -> Iterator[Read | Skipped]:
    """The capture of each is the whole file's. Keys are the items' `guid`, else "news:3"."""
    root = parse_xml(data)
    items = list(root.iter("{*}newsItem", "{*}packageItem"))
    if not items:
        raise InputError("NewsML-G2 without a news item: there is nothing to read")
    capture = captured(data)
    for number, item in enumerate(items, 1):
        place = name if len(items) == 1 else f"{name}:{number}"
        try:
            article = _article(item, f"{Path(name).stem}:{number}" if len(items) > 1 else Path(name).stem)
        except InputError as error:
            yield Skipped(place, str(error))
        else:
            yield Read(name, replace(article, capture=capture))


def _article(item: Any, key: str) -> Article:
    status = _code(item, "itemMeta/pubStatus")
    if status in wires.WITHDRAWN:
        raise InputError(f"an item that its sender has marked {status}: ask the sender for what stands")
    if item.tag.endswith("packageItem"):
        raise InputError(f"a package, which only refers to items: give {_references(item)}")
    content = _content(item)
    url = next(filter(None, map(web_url, (item.get("guid", ""), *_hrefs(item)))), None)
    provider = _party(item, "itemMeta/provider") or content.publisher
    days = (
        _say(item, path) for path in ("contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated")
    )
    language = item.find("{*}contentMeta/{*}language")
    said = (item.get("{http://www.w3.org/XML/1998/namespace}lang"), language.get("tag") if language is not None else "")
    return replace(
        content,
        key=one_line(item.get("guid", "")) or key,
        title=_say(item, "contentMeta/headline") or content.title or _say(item, "itemMeta/title"),
        publisher=shown([provider], url) if isinstance(provider, str) else provider or shown([], url),
        byline=wires.byline(_all(item, "contentMeta/by")) or content.byline,
        published=next(filter(None, map(iso_day, filter(None, days))), None) or content.published,
        url=url,
        language=next(filter(None, map(language_tag, filter(None, reversed(said)))), None),
        declared=tuple(dict.fromkeys((*_declared(item), *content.declared))),
    )


def _content(item: Any) -> Article:
    """The text, with what a NITF body says of itself."""
    inline = item.find("{*}contentSet/{*}inlineXML")
    if inline is not None and len(inline):
        body = inline[0]
        found = nitf(body, "") if body.tag.endswith("nitf") else _plain(text_of(_shown(body)))
    else:
        found = _plain(_data(item))
    if not found.text.strip():
        remote = next(_hrefs(item), None)
        raise InputError(
            f"a news item without inline text: {f'fetch {remote}' if remote else 'give the item that has it'}"
        )
    return found


def _plain(text: str) -> Article:
    return Article("", text, text_is_file=False)


def _shown(page: Any) -> Any:
    body = page.find("{*}body")
    return page if body is None else body


def _data(item: Any) -> str:
    """Of `inlineData`: plain text or HTML, as it stands or in base64 (NewsML-G2 guidelines, content)."""
    data = item.find("{*}contentSet/{*}inlineData")
    said = "" if data is None else "".join(data.itertext())
    if data is not None and "base64" in data.get("encoding", ""):
        try:
            said = decode(b64decode(said))
        except ValueError:
            raise InputError("inline data that is no base64: ask the sender for the text") from None
    return html_text(said) if data is not None and "html" in data.get("contenttype", "") else said.strip()


def _declared(item: Any) -> Iterator[Declaration]:
    for line in _all(item, "contentMeta/creditline"):
        yield from wires.credit_line("NewsML-G2", line)
    for line in _all(item, "contentMeta/dateline"):
        yield from wires.dateline("NewsML-G2", line)
    for source in item.findall("{*}contentMeta/{*}infosource"):
        yield from wires.information_source("NewsML-G2", _named(source), source.get("uri"))


def _references(item: Any) -> str:
    names = [one.get("residref") or one.get("href") or "" for one in item.iter("{*}itemRef")]
    shown_ = ", ".join(filter(None, map(one_line, names[:NAMED]))) or "its items"
    return f"{shown_} and {len(names) - NAMED} more" if len(names) > NAMED else shown_


def _hrefs(item: Any) -> Iterator[str]:
    """Where the item, or its content, lies on the web."""
    for one in item.iter("{*}remoteContent", "{*}link"):
        if href := web_url(one.get("href", "")):
            yield href


def _code(item: Any, path: str) -> str:
    found = item.find(_path(path))
    return "" if found is None else found.get("qcode", "").rpartition(":")[2].lower()


def _party(item: Any, path: str) -> str | None:
    found = item.find(_path(path))
    return None if found is None else _named(found)


def _named(party: Any) -> str | None:
    """A party's name, else its literal, else what stands after the scheme in its code."""
    name = party.find("{*}name")
    said = "" if name is None else "".join(name.itertext())
    return one_line(said or party.get("literal", "") or party.get("qcode", "").rpartition(":")[2])


def _say(item: Any, path: str) -> str | None:
    return next(_all(item, path), None)


def _all(item: Any, path: str) -> Iterator[str]:
    return filter(None, (one_line("".join(one.itertext())) for one in item.findall(_path(path))))


def _path(path: str) -> str:
    return "/".join(f"{{*}}{name}" for name in path.split("/"))
