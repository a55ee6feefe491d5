"""XML to a tree, for every reader of an XML format: no entity is expanded, no DTD read, nothing fetched.

What defusedxml refuses is refused here (https://docs.python.org/3/library/xml.html#xml-security), by expat, before
lxml builds the tree; a DOCTYPE that only names its DTD, as NITF's and RSS 0.91's do, is passed over.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, NoReturn
from xml.parsers import expat

from lxml import etree

from provenance.errors import InputError
from provenance.readers.decode import decode
from provenance.readers.fields import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

ELEMENT_LIMIT = 500_000
"""Elements that a document may have; a sitemap of 50,000 addresses, the most there may be, has half of it."""

DEPTH_LIMIT = 200
"""Elements that may be open at once."""

ATTRIBUTE_LIMIT = 1_000
"""Attributes that one element may have."""

_ENCODING = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""")


def parse_xml(data: bytes) -> Any:
    """The root of `data` as an lxml element, without comments and processing instructions.

    Its encoding is found as that of every text (`readers.decode.decode`). Raises InputError where it is not well
    formed, declares or uses entities, declares a DTD of its own, or goes beyond the limits.
    """
    declared = _ENCODING.match(data.lstrip())
    document = decode(data, declared[1].decode("ascii") if declared else None).lstrip().encode()
    _Guard().check(document)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise InputError("XML with a text of more than 10,000,000 characters: split it") from None
        raise InputError(f"malformed XML: {one_line(error.msg)}; save the file again from where it came") from None


class _Guard:
    """Refuses what is dangerous as soon as it is met, and builds nothing."""

    def __init__(self) -> None:
        self._elements = self._depth = 0
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = parser.UnparsedEntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = parser.SkippedEntityHandler = self._entity
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end

    def check(self, document: bytes) -> None:
        try:
            self._parser.ParseFile(BytesIO(document))
        except expat.ExpatError as error:
            place = f"line {error.lineno}, column {error.offset + 1}"
            why = expat.ErrorString(error.code)
            raise InputError(f"malformed XML at {place}: {why}; save the file again from where it came") from None

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_declarations: int) -> None:
        if has_declarations:
            raise InputError("XML that declares a DTD of its own, which is not read: remove what its DOCTYPE declares")

    def _entity(self, *_told: object) -> NoReturn:
        raise InputError("XML with entities, which are not expanded: write the characters that they stand for")

    def _start(self, _name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > ELEMENT_LIMIT or self._depth > DEPTH_LIMIT or len(attributes) > ATTRIBUTE_LIMIT:
            raise InputError(
                f"XML of more than {ELEMENT_LIMIT:,} elements, {DEPTH_LIMIT} in one another, or {ATTRIBUTE_LIMIT:,} "
                "attributes on one: split it"
            )

    def _end(self, _name: str) -> None:
        self._depth -= 1
