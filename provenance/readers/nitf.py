"""NITF, the News Industry Text Format (https://iptc.org/standards/nitf/), alone or inside NewsML-G2.

Its `body.content` is the text, with the `tagline` that ends it; `hedline`, `byline`, `dateline` and `distributor` are
metadata.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.documents.credits.publisher import shown
from provenance.errors import InputError
from provenance.model import Article
from provenance.readers import wires
from provenance.readers.fields import iso_day, one_line
from provenance.readers.markup import text_of
from provenance.readers.xml import parse_xml

if TYPE_CHECKING:
    from provenance.readers.outcome import Document


def read_nitf(document: Document) -> Article:
    return nitf(parse_xml(document.content), Path(document.key).name)


def nitf(root: Any, key: str) -> Article:
    """InputError where it has no text."""
    content = root.find(".//{*}body.content")
    parts = [text_of(one) for one in (content, root.find(".//{*}body.end/{*}tagline")) if one is not None]
    text = "\n\n".join(filter(None, parts))
    if not text:
        raise InputError("NITF without a body: give the item that has one")
    distributor = _say(root, "body.head//{*}distributor")
    datelines = filter(None, (_words(one) for one in root.findall(".//{*}body.head//{*}dateline")))
    issued = root.find(".//{*}docdata/{*}date.issue")
    identifier = root.find(".//{*}docdata/{*}doc-id")
    return Article(
        key=(one_line(identifier.get("id-string", "")) if identifier is not None else None) or key,
        text=text,
        title=_say(root, "body.head//{*}hl1") or _say(root, "body.head//{*}hedline") or _say(root, "head/{*}title"),
        publisher=shown([distributor] if distributor else [], None),
        byline=wires.byline(map(_words, root.findall(".//{*}body.head//{*}byline"))),
        published=iso_day(issued.get("norm", "")) if issued is not None else None,
        declared=tuple(dict.fromkeys(each for line in datelines for each in wires.dateline("NITF", line))),
        text_is_file=False,
    )


def _say(root: Any, path: str) -> str | None:
    found = root.find(f".//{{*}}{path}")
    return None if found is None else _words(found)


def _words(element: Any) -> str | None:
    return one_line(" ".join(element.itertext()))
