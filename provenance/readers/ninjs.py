"""ninjs, IPTC's news in JSON (https://iptc.org/standards/ninjs/), of versions 1, 2 and 3.

They differ in how they write: `body_html` or `bodies`, `headline` or `headlines`, `versioncreated` or `versionCreated`.
Fields go by their names in lower case, which are the same in all. What says where an item comes from (`infosource`,
`creditline`, `dateline`, `byline`) is its metadata, not its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provenance.documents.credits.publisher import shown
from provenance.errors import InputError
from provenance.model import Article
from provenance.readers import wires
from provenance.readers.decode import refuse_binary
from provenance.readers.fields import iso_day, language_tag, one_line, web_url
from provenance.readers.markup import html_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.model import Declaration

    Item = Mapping[str, Any]

_MARKS = frozenset(
    "versioncreated firstcreated contentcreated pubstatus representationtype mimetype bodies headlines infosource "
    "infosources renditions associations $standard standard copyrightholder".split()
)
_DATES = ("contentcreated", "firstcreated", "versioncreated")
_ANYTHING = ("text", "composite", "", None)


def is_ninjs(record: Item) -> bool:
    """Whether a JSON object has a `uri`, which ninjs asks for, and another field of it that a bare record has not."""
    names = {name.lower() for name in record}
    return "uri" in names and (bool(names & _MARKS) or any(name.startswith("body_") for name in names))


def items(record: Item) -> Iterator[Item]:
    """The item, and those associated with it that have a text of their own."""
    yield record
    associated = _lower(record).get("associations")
    for one in associated.values() if isinstance(associated, dict) else _list(associated):
        if isinstance(one, dict) and next(_bodies(_lower(one)), None):
            yield one


def read_ninjs(record: Item, key: str) -> Article:
    """One item; called by its `uri`, else `key`. InputError where it is withdrawn, or holds no text."""
    item = _lower(record)
    status, kind = item.get("pubstatus"), item.get("type")
    if isinstance(status, str) and status.lower() in wires.WITHDRAWN:
        raise InputError(f"an item that its sender has marked {status.lower()}: ask the sender for what stands")
    text = _body(item)
    if not text:
        what = f"a ninjs item of type {kind}" if isinstance(kind, str) and kind not in _ANYTHING else "a ninjs item"
        raise InputError(f"{what} without a body of text: give the item that has one")
    url = next(filter(None, map(web_url, _strings(item.get("url"), item.get("uri")))), None)
    holder = next(filter(None, map(one_line, _strings(item.get("copyrightholder")))), None)
    return Article(
        key=next(filter(None, map(one_line, _strings(item.get("uri")))), None) or key,
        text=text,
        title=next(filter(None, map(one_line, _strings(*_valued(item.get("headlines")), item.get("headline")))), None),
        publisher=shown([holder] if holder else [], url),
        byline=wires.byline(_strings(item.get("byline"), item.get("by"), *_valued(item.get("bylines")))),
        published=next(filter(None, map(iso_day, _strings(*map(item.get, _DATES)))), None),
        url=url,
        language=next(filter(None, map(language_tag, _strings(item.get("language")))), None),
        declared=tuple(dict.fromkeys(_declared(item))),
        text_is_file=False,
    )


def _body(item: Item) -> str:
    """The marked-up body where it has paragraphs, else the plain one, else whichever there is."""
    plain = marked = ""
    for kind, value in _bodies(item):
        if "plain" in kind or kind == "text":
            refuse_binary(value)
            plain = plain or value.strip()
        else:
            marked = marked or html_text(value)
    return marked if "\n\n" in marked or not plain else plain


def _bodies(item: Item) -> Iterator[tuple[str, str]]:
    """Each body with what it is: the content type, else its role, else what follows `body_` in version 1."""
    for name, value in item.items():
        if name.startswith("body_") and isinstance(value, str) and value.strip():
            yield name.removeprefix("body_"), value
    for body in _list(item.get("bodies")):
        one = _lower(body) if isinstance(body, dict) else {}
        value = one.get("value")
        if isinstance(value, str) and value.strip():
            yield next(iter(_strings(one.get("contenttype"), one.get("role"))), ""), value


def _declared(item: Item) -> Iterator[Declaration]:
    for line in _strings(item.get("creditline")):
        yield from wires.credit_line("ninjs", line)
    for line in _strings(item.get("dateline")):
        yield from wires.dateline("ninjs", line)
    for name in ("infosource", "infosources"):
        for source in _list(item.get(name)):
            one = _lower(source) if isinstance(source, dict) else {}
            told = {field: next(_strings(one.get(field)), None) for field in ("name", "uri")}
            yield from wires.information_source("ninjs", told["name"], told["uri"])


def _lower(record: Item) -> dict[str, Any]:
    return {name.lower(): value for name, value in record.items()}


def _valued(values: Any) -> Iterator[Any]:
    """The values of a list of objects that have one."""
    for one in _list(values):
        yield one.get("value") if isinstance(one, dict) else one


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings(*values: Any) -> Iterator[str]:
    return (value for value in values if isinstance(value, str) and value.strip())
