"""Articles as records of named fields, in JSON Lines, CSV and Parquet.

The fields are `id`, `url`, `publisher`, `title`, `published`, `byline`, `text` and `language`, strings all; only
`text` is required, null is as good as absent, and other fields are ignored.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from provenance.errors import InputError
from provenance.model import Article, Publisher
from provenance.readers.decode import refuse_binary
from provenance.readers.fields import is_blank, iso_date, language_tag, one_line, web_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIELDS = ("id", "url", "publisher", "title", "published", "byline", "text", "language")
_JSON_TYPES = {
    dict: "an object",
    list: "an array",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "a Boolean",
    type(None): "null",
}


def article(record: Mapping[str, Any], key: str) -> Article:
    """An article of these fields, called `key` where it has no `id`. InputError names the field that is wrong."""
    text = _string(record, "text")
    if not text or is_blank(text):
        raise InputError("no 'text': give the article's text as a string")
    publisher = _line(record, "publisher")
    return Article(
        key=_line(record, "id") or key,
        text=text,
        title=_line(record, "title"),
        publisher=Publisher(publisher) if publisher else None,
        byline=_line(record, "byline"),
        published=_checked(record, "published", iso_date, "an ISO 8601 date such as 2024-11-14"),
        url=_checked(record, "url", web_url, "an http or https URL"),
        language=_checked(record, "language", language_tag, 'a language tag such as "en"'),
        text_is_file=False,
    )


def _string(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"'{field}' must be a string, not {type_of(value)}")
    try:
        refuse_binary(value)
    except InputError as error:
        raise InputError(f"'{field}': {error}") from None
    return value


def _line(record: Mapping[str, Any], field: str) -> str | None:
    value = _string(record, field)
    return one_line(value) if value else None


def _checked(record: Mapping[str, Any], field: str, check: Callable[[str], str | None], wanted: str) -> str | None:
    value = _string(record, field)
    if not value:
        return None
    if (checked := check(value)) is None:
        raise InputError(f"'{field}' must be {wanted}, not {short(value)}")
    return checked


def type_of(value: object) -> str:
    """In JSON's words; what JSON has no word for, as columns of Parquet may hold it, by its own name."""
    return _JSON_TYPES.get(type(value), type(value).__name__)


def short(value: str) -> str:
    return json.dumps(value if len(value) <= 60 else value[:59] + "…", ensure_ascii=False)
