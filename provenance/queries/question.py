"""What a question asks about: the words of asking ("who says that …", "is it true that …") are not looked for.

The phrases stand in `data/asking.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from provenance.resources import table
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_EDGES = " \t\n?!.,;:-–—…\"'“”‘’«»()"
_PARTS = re.compile(r"\[[^]]*\]|\([^)]*\)|[^\s\[(]+")


class _Asking(NamedTuple):
    openings: re.Pattern[str]
    closings: re.Pattern[str]
    doubts: re.Pattern[str]
    question: re.Pattern[str]


def topic(text: str) -> str:
    """The part of `text` that is looked for; all of it where nothing would be left.

    "Who says the ferry will close?" asks about "the ferry will close". An auxiliary in front goes only with a question
    word or a question mark ("May resigned" begins with a name). The words keep their order and their case.
    """
    asking, left = _asking(), text.strip(_EDGES)
    asked = "?" in text
    while True:
        opened = asking.openings.sub("", left, count=1).strip(_EDGES)
        closed = asking.closings.sub("", opened, count=1).strip(_EDGES) if asked or opened != left else opened
        if closed == left or not words(closed):
            break
        left, asked = closed, True
    if asked and (doubted := asking.doubts.match(left)):
        left = doubted[1].strip(_EDGES)
    begun = asking.question.match(left)
    if begun and (asked or begun["word"] or begun["do"]) and words(left[begun.end() :]):
        left = left[begun.end() :].strip(_EDGES)
    return left or text


@cache
def _asking() -> _Asking:
    lists = table("asking.toml")
    first, auxiliary = _any(lists["question_words"]), _any(lists["auxiliaries"])
    return _Asking(
        openings=re.compile(rf"^{_any(lists['openings'])}(?!\w)", re.IGNORECASE),
        closings=re.compile(
            rf"(?:(?<!\w){_any(lists['closings'])}|[?!.,;:–—-]\s*{_any(lists['tags'])})$", re.IGNORECASE
        ),
        doubts=re.compile(rf"^{auxiliary}\s+(\S+\s.*?)\s+{_any(lists['doubts'])}$", re.IGNORECASE),
        question=re.compile(
            rf"^(?:(?P<word>{first})\W*)?(?:(?P<do>d(?:id|oes|o)\b)|{auxiliary})?(?=\W|$)", re.IGNORECASE
        ),
    )


def _any(phrases: Sequence[str]) -> str:
    """The longest first, so that none hides another that it begins."""
    return f"(?:{'|'.join(map(_pattern, sorted(phrases, key=len, reverse=True)))})"


def _pattern(phrase: str) -> str:
    """A phrase as an expression: word by word, a bracketed one may be missing."""
    return r"\s*".join(
        rf"(?:\b(?:{one[1:-1]})\b)?" if one[0] == "[" else rf"\b{_group(one)}\b" for one in _PARTS.findall(phrase)
    )


def _group(part: str) -> str:
    return f"(?:{part[1:-1]})" if part[0] == "(" else part
