"""When two names are held to be one. Not the program's own comparison: a judge does not learn from the judged."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

HONORIFIC = re.compile(
    r"\b(?:mr|mrs|ms|dr|sen|rep|gov|president|prof|sir|lord|gen|col|lt|capt|justice|judge|secretary)\.? "
)
POSSESSIVE = re.compile(r"['’]s$")
ARTICLE = re.compile(r"^(?:the|a|an) ")
MARKS = re.compile(r"[^\w ]+")
LONG = 5
"""Letters from which on a word may be spelt in two ways."""
ALIKE = 0.8


def plain(name: str) -> str:
    """Lower case, without articles, honorifics, punctuation and a possessive."""
    bare = POSSESSIVE.sub("", name.strip().lower())
    untitled = HONORIFIC.sub("", bare + " ").strip()
    return MARKS.sub("", ARTICLE.sub("", untitled)).strip()


def same(one: str, other: str) -> bool:
    return plain(one) == plain(other)


def near(one: str, other: str) -> bool:
    """Whether the words of one are all in the other: Trump and Donald Trump, officials and two officials."""
    fewer, more = sorted((plain(one).split(), plain(other).split()), key=lambda words: len(set(words)))
    return bool(fewer) and all(any(_one_word(word, among) for among in more) for word in fewer)


def _one_word(one: str, other: str) -> bool:
    """The same word, or two spellings of a longer one (Zelensky, Zelenskiy)."""
    long = min(len(one), len(other)) >= LONG
    return one == other or (long and SequenceMatcher(None, one, other).ratio() >= ALIKE)
