"""An article that a page holds only in its scripts, for the browser to draw: the string of JSON that is its text."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from provenance.errors import InputError
from provenance.readers.page.blocks import blocks, plain
from provenance.readers.tree import html_tree
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 400
"""Characters of a string that may be an article."""
LIMIT = 4 * 2**20
"""Characters of scripts that are searched."""
READ = 2**20
"""Characters of HTML in strings that are read."""
HALF = 0.5
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)', re.DOTALL)
"""One that does not end is all of the rest, so that it is gone through once."""
_SENTENCE = re.compile(r"[.!?。][\"'”’»)]*(?:\s|<|$)")
SENTENCES = 3


def scripts(page: Any) -> str:
    """The text of a page's scripts, before they are taken out of its tree."""
    return "\n".join(script.text or "" for script in page.iter("script"))[:LIMIT]


def drawn(script: str, title: str | None) -> str:
    """The longest string in the scripts that is prose and has half of the words of the title; "" where none is.

    Of strings that are HTML, the longest are read first, and no more than READ characters of them after the first.
    """
    wanted = frozenset(words(title or ""))
    best, left = "", READ
    for value in sorted(dict.fromkeys(_strings(script)) if wanted else (), key=len, reverse=True):
        if len(value) <= len(best) or left <= 0:
            break
        left -= len(value) if "<" in value else 0
        text = prose(value)
        if len(text) > len(best) and _is_prose(text) and _is_about(text, wanted):
            best = text
    return best


def _is_prose(text: str) -> bool:
    return next(islice(_SENTENCE.finditer(text), SENTENCES - 1, None), None) is not None


def _strings(script: str) -> Iterator[str]:
    """Each long string, and each long string within one: a state is often JSON in a string of JSON."""
    for match in _STRING.finditer(script):
        if len(match[1]) < SHORTEST:
            continue
        try:
            value = json.loads(match[0], strict=False)
        except ValueError:
            continue
        inner = [one for one in _STRING.finditer(value) if len(one[1]) >= SHORTEST]
        yield from (_decoded(one[0]) for one in inner)
        if not inner and not value.lstrip().startswith(("{", "[")):
            yield value


def _decoded(literal: str) -> str:
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return ""


def prose(value: str) -> str:
    """The paragraphs of a script's string, which may be HTML, parted by blank lines."""
    if "<" not in value:
        return value.strip()
    try:
        return "\n\n".join(block.text for block in blocks(html_tree(f"<div>{value}</div>")))
    except (InputError, ValueError):  # half a character, or what is no HTML
        return ""


def _is_about(text: str, wanted: frozenset[str]) -> bool:
    return bool(plain(text)) and len(wanted & set(words(text))) > HALF * len(wanted)
