"""Plain text (.txt, .md): the file's own characters, so that spans index the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Article
from provenance.readers.decode import decode
from provenance.readers.fields import one_line

if TYPE_CHECKING:
    from provenance.readers.outcome import Document

TITLE_LIMIT = 150
"""Characters that a title may have; a longer first line is a paragraph."""


def read_text(document: Document) -> Article:
    text = decode(document.content, document.charset)
    return Article(key=document.key, text=text, title=title(text))


def title(text: str) -> str | None:
    """The first line that is not blank, where it is short and a blank line parts it from more text; else None."""
    first, *rest = text.strip().splitlines()[:3]
    if len(rest) < 2 or rest[0].strip() or len(first) > TITLE_LIMIT:
        return None
    return one_line(re.sub(r"^#{1,6} ", "", first))
