"""The words of a sentence that somebody would type into a search engine, in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.lexicon import lexicon
from provenance.text import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = 9
"""The most words: more narrow a search down to the one wording."""
NAME = 5
"""The most words of a name: more capitals in a row are a headline's."""
_PART = re.compile(
    r"[“\"](?P<title>[A-Z0-9][^\s“”\"]*(?:\s+[^\s“”\"]+){0,4})[”\"]"
    r"|(?P<word>(?:[A-Z]\.){2,}|[$€£#]?\w+(?:[-.,’'&/]\w+)*(?:%|['’](?=\s))?)"
    r"|(?P<mark>[^\w\s])"
)
_POSSESSIVE = re.compile(r"['’]s?$")


class _Unit(NamedTuple):
    """A word, a name of several, or a title in quotation marks; `telling` where it is more than an ordinary word."""

    written: str
    telling: bool


def keywords(text: str) -> tuple[str, ...]:
    """At most `WORDS` words in the order of `text`: without small words and possessives, each name in one piece.

    What is quoted as a title stays quoted. Where there are more, names and numbers are kept first, then longer words.
    """
    units = list(dict.fromkeys(_units(text)))
    ranked = sorted(range(len(units)), key=lambda place: (not units[place].telling, -len(units[place].written), place))
    left, kept = WORDS, set()
    for place in ranked:
        length = len(units[place].written.split())
        if length <= left:
            kept.add(place)
            left -= length
    return tuple(unit.written for place, unit in enumerate(units) if place in kept)


def _units(text: str) -> Iterator[_Unit]:
    begun = False
    for run in _runs(text):
        if run[0]["title"]:
            yield _Unit(f'"{" ".join(run[0]["title"].split())}"', telling=True)
        else:
            words = [_POSSESSIVE.sub("", part["word"]) for part in run]
            joined = _joins(words[0], text) and len(words) <= NAME
            if joined and (begun or len(words) > 1):
                yield _Unit(" ".join(words), telling=True)
            else:
                yield from (
                    _Unit(word, telling=word.isupper() or not word.isalpha()) for word in words if _says(word, text)
                )
        begun = True


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Words in capitals on end, unless a possessive or a mark parts them; each title and each other word alone."""
    run: list[re.Match[str]] = []
    for part in _PART.finditer(text):
        joins = part["word"] is not None and _joins(part["word"], text)
        if run and (not joins or _POSSESSIVE.search(run[-1]["word"])):
            yield run
            run = []
        if joins:
            run.append(part)
        elif part["mark"] is None:
            yield [part]
    if run:
        yield run


def _says(word: str, text: str) -> bool:
    return not _is_small(word, text) and (word.lower() not in lexicon().empty or _is_acronym(word, text))


def _is_small(word: str, text: str) -> bool:
    return word.lower() in STOP_WORDS and not _is_acronym(word, text)


def _is_acronym(word: str, text: str) -> bool:
    """As "US", "WHO" and "IT", which are no small words, unless all is in capitals."""
    return word.isupper() and len(word) > 1 and not text.isupper()


def _joins(word: str, text: str) -> bool:
    """Whether it is part of a name, if others are beside it or it does not begin the sentence."""
    return word[0].isupper() and not text.isupper() and not _is_small(word, text)
