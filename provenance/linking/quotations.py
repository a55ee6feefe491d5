"""Where quotation marks stand in a text, whoever read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTATION = re.compile(
    r"[“„](?P<curled>(?:[^“”\n]|\n(?!\n))+)[“”]?"
    r"|«(?P<angled>(?:[^«»\n]|\n(?!\n))+)»?"
    r"|\"(?P<straight>(?:[^\"\n]|\n(?!\n))+)\"?"
    r"|(?<!\w)‘(?P<single>(?:[^‘’\n]|(?<=\w)’(?=\w))+)"
    r"|(?<!\w)'(?P<typed>(?:[^'\n]|(?<=\w)'(?=\w))+)'(?!\w)"
)
"""A quotation that is not closed ends with its paragraph, as one of several paragraphs does."""


def quotations(text: str, within: Span) -> Iterator[Span]:
    """The words between each pair of quotation marks in `within`, marks left out, outermost only, in order."""
    for match in _QUOTATION.finditer(text, *within):
        yield Span(*match.span(match.lastgroup or 0))
