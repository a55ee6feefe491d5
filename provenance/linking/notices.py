"""What a page adds to articles: lines of copyright, subscription and the like, which copy nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 400
"""Characters of a line that can be a notice; longer ones say something else as well."""
PHRASES = (
    "all rights reserved",
    "©",
    "copyright 19",
    "copyright 20",
    "may not be published, broadcast",
    "may not be reproduced",
    "without written permission",
    "terms of use",
    "terms of service",
    "privacy policy",
    "cookie policy",
    "sign up for our",
    "subscribe to our",
    "subscribe now",
    "our newsletter",
    "follow us on",
    "like us on",
    "this material is protected",
    "expressed in this article",
)
_LINE = re.compile(r"[^\n]+")


def notices(text: str) -> Iterator[Span]:
    """The lines that hold a notice, in order; a text without any costs one look."""
    if not _noticed(text):
        return
    for match in _LINE.finditer(text):
        if match.end() - match.start() <= LONGEST and _noticed(match[0]):
            yield Span(*match.span())


def without(text: str) -> str:
    """`text` with its notices blank, every other character where it was."""
    parts, done = [], 0
    for start, end in notices(text):
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join((*parts, text[done:]))


def _noticed(text: str) -> bool:
    lowered = text.lower()
    return any(phrase in lowered for phrase in PHRASES)
