"""JSON (.json): one item or a list of them, each ninjs or a record of the fields of JSON Lines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from provenance.errors import InputError
from provenance.readers.decode import collection, decode
from provenance.readers.outcome import Read, Skipped, captured
from provenance.readers.records import article, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article

_LISTS = ("items", "data", "results")
"""Under which a service's answer holds its items."""


def read_json(stream: BinaryIO, name: str) -> Iterator[Read | Skipped]:
    """The capture of each is the whole file's. Keys are the item's own, else "news:3"."""
    data = collection(stream)
    found = list(_items(_value(data)))
    if not found:
        raise InputError("a JSON list without items: there is nothing to read")
    capture = captured(data)
    for number, item in enumerate(found, 1):
        place = name if len(found) == 1 else f"{name}:{number}"
        key = Path(name).stem if len(found) == 1 else f"{Path(name).stem}:{number}"
        try:
            yield Read(name, replace(_article(item, key), capture=capture))
        except InputError as error:
            yield Skipped(place, str(error))


def _value(data: bytes) -> Any:
    try:
        return json.loads(decode(data))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InputError(f"malformed JSON at {place}: {error.msg}; several records a file are .jsonl") from None
    except (ValueError, RecursionError):
        raise InputError("malformed JSON: nested too deeply, or a number of too many digits") from None


def _items(value: Any) -> Iterator[Any]:
    from provenance.readers.ninjs import is_ninjs, items

    if isinstance(value, dict) and not is_ninjs(value) and "text" not in value:
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), value)
    for one in value if isinstance(value, list) else [value]:
        yield from items(one) if isinstance(one, dict) and is_ninjs(one) else [one]


def _article(item: Any, key: str) -> Article:
    from provenance.readers.ninjs import is_ninjs, read_ninjs

    if not isinstance(item, dict):
        raise InputError(f"{type_of(item)}, not an object: give ninjs, or records that have a 'text'")
    if is_ninjs(item):
        return read_ninjs(item, key)
    if "text" not in item:
        raise InputError("neither ninjs nor a record that has a 'text': give one of them")
    return article(item, key)
