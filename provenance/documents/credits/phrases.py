"""What newspapers write to credit others, in every language of `credits.toml`, as patterns.

A phrase becomes one regular expression in which `who` is whom it credits.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.model import Relation
from provenance.resources import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SPACE = r"[ \t\u00a0]"
CLAUSE = rf"(?P<who>[^\n();]{{2,160}}?)(?={SPACE}*(?:$|[\n);]|\.(?:\s|$)))"
"""To the end of a line, a bracket or a sentence."""
_PARTS = re.compile(r"(\{who\}|\{name\}|[()\[\]|]| +|['’])")
_LINE = rf"(?:^|(?<=[.!?”\"»)]){SPACE}|[(—–-]){SPACE}*"
_PLACES = {
    Relation.REPUBLISHED: (r"(?<!\w)", r"(?P<who>[^\n]{2,80})"),
    Relation.REPORTED: (_LINE, CLAUSE),
    Relation.CONTRIBUTED: (_LINE, CLAUSE),
}
"""What stands before a phrase, and whom it names at its end."""
_PATTERNS = {
    "{who}": r"(?P<who>[^\n.;()—–]{2,80}?)",
    "{name}": r"[^\n]{2,120}?",
    "(": "(?:",
    "[": "(?:(?:",
    "]": ")",
    ")": ")",
    "|": "|",
    "'": "['’]",
    "’": "['’]",
}


class Phrase(NamedTuple):
    """`unlisted` says whether a name that no list has may be told from other words after it."""

    pattern: re.Pattern[str]
    unlisted: bool


@cache
def _languages() -> Mapping[str, Mapping[str, Any]]:
    return table("credits.toml")


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in all languages."""
    return frozenset(word for language in _languages().values() for word in language.get(kind, ()))


@cache
def phrases(relation: Relation) -> tuple[Phrase, ...]:
    """The phrases of all languages that say so."""
    return tuple(_phrases(relation))


def _phrases(relation: Relation) -> Iterator[Phrase]:
    """Those that {who} ends as one pattern, so that a text is gone through once."""
    begins, ends = _PLACES[relation]
    for unlisted in (True, False):
        ending: list[str] = []
        for language in _languages().values():
            if unlisted is language.get("nouns_have_capitals", False):
                continue
            written = language.get(relation, ())
            ending += [one.removesuffix("{who}") for one in written if one.endswith("{who}")]
            others = [one for one in written if not one.endswith("{who}")]
            yield from (Phrase(_compiled(f"{begins}(?i:{_expression(one)})"), unlisted) for one in others)
        if ending:
            longest_first = "|".join(map(_expression, sorted(ending, key=len, reverse=True)))
            yield Phrase(_compiled(f"{begins}(?i:{longest_first}){ends}"), unlisted)


def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.MULTILINE)


def _expression(phrase: str) -> str:
    """`phrase` as a regular expression; what may be missing takes the space after it along."""
    made, optional = [], False
    parts = [part for part in _PARTS.split(phrase) if part]
    for number, part in enumerate(parts):
        if optional:
            made.append(f"{SPACE}*)?")
        if part.isspace() and not optional:
            made.append(f"{SPACE}{'+' if number + 1 < len(parts) else '*'}")
        elif not part.isspace():
            made.append(_PATTERNS.get(part) or re.escape(part))
        optional = part == "]"
    return "".join(made) + (f"{SPACE}*)?" if optional else "")
