"""What a page calls the people it names: "Republican nominee Ada Brunt", "Leo Marsh, a professor at Lorne"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import TITLES
from provenance.extraction.rules.who import noun_kinds
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Span

BEFORE = re.compile(r"(?:[\w’'-]+\.?[  ]){1,6}$")
AFTER = re.compile(r",[  ](?:the|a|an|his|her|their)?[  ]?(?P<office>[\w’' -]{3,80}?)(?=[,.;:—–]|[  ](?:who|and)\b)")
LAST = re.compile(r"[\w’'-]+\.?[  ]$")
ENDS = re.compile(r"(?<!Gov)(?<!Sen)(?<!Rep)(?<!Gen)(?<!Dr)(?<!Mr)(?<!Ms)[.!?,;:“”\"()—–][  ]*")
SMALL = frozenset("the a an of for in at from to and his her their its former then".split())
SAME = {
    "gop": "republican",
    "justice": "judge",
    "presidential": "",
    "sen": "senator",
    "gov": "governor",
    "rep": "congressman",
}
LONGEST = 60  # characters before a name


def offices(text: str, mentions: Iterable[tuple[Span, str]]) -> dict[str, frozenset[str]]:
    """The words that each of those mentioned goes with, as one set for each full name."""
    found: dict[str, set[str]] = {}
    for (start, end), name in mentions:
        before = BEFORE.search(ENDS.split(text[max(0, start - LONGEST) : start])[-1])
        for phrase in (before, AFTER.match(text, end)):
            if phrase and _holds_office(words := described(phrase.group())):
                found.setdefault(name, set()).update(words)
    return {name: frozenset(words) for name, words in found.items()}


def beside(text: str, name: Span) -> frozenset[str]:
    """The office right before a name, as one word, with the words that describe it right after."""
    before = LAST.search(text, max(0, name.start - LONGEST), name.start)
    after = AFTER.match(text, name.end)
    return described(" ".join(found.group() for found in (before, after) if found))


def described(phrase: str) -> frozenset[str]:
    """The telling words of a description, in lower case, some put as others are."""
    words = (word.rstrip(".") for word in re.findall(r"[\w’'-]+\.?", phrase.lower()))
    return frozenset(SAME.get(word, word) for word in words if word not in SMALL) - {""}


def _holds_office(words: frozenset[str]) -> bool:
    return any(word in TITLES or noun_kinds().get(word) in {Kind.PERSON, Kind.ANONYMOUS} for word in words)
