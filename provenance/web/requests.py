"""What a form, or the JSON of a program, gives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile

from provenance.errors import InputError
from provenance.web.gate import LARGEST
from provenance.web.given import Document

if TYPE_CHECKING:
    from starlette.requests import Request

FIELDS, FILES = 20, 1
"""The most that one form has."""


async def given(request: Request) -> dict[str, str]:
    """The words of a form, or of a JSON object. Raises InputError for what is neither."""
    words, _ = await form(request)
    return words


async def document(request: Request) -> tuple[dict[str, str], Document]:
    """The words, and the article that they, or the file with them, make. Raises InputError where there is none."""
    words, file = await form(request)
    return words, file or Document.pasted(words.get("text", ""), words)


async def form(request: Request) -> tuple[dict[str, str], Document | None]:
    """The words, and the file with them if there is one. Raises InputError for what is neither form nor JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return _object(await request.body()), None
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise InputError("send a form, or a JSON object with the content type application/json")
    words: dict[str, str] = {}
    file: Document | None = None
    async with request.form(max_fields=FIELDS, max_files=FILES, max_part_size=LARGEST) as parts:
        for name, value in parts.multi_items():
            if not isinstance(value, UploadFile):
                words[name] = value
            elif value.filename and value.size:
                file = Document(value.filename, await value.read())
    return words, file


def _object(body: bytes) -> dict[str, str]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise InputError("that is no JSON: send an object of strings") from None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise InputError("send a JSON object whose values are strings")
    return found
