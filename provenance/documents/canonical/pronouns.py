"""Whom the pronouns and descriptions inside a statement stand for, where that is sure.

The extractor tells of those who speak within it; of the others only the speaker is told: "I" in the words of a named
person, and "he" by which what such a person says, not quoted, begins, where no name, title or other pronoun of that
person speaks against it. Of 45 of these that were read, one was another's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.canonical.fragments import is_fragment
from provenance.documents.canonical.whole import Filling, Why
from provenance.documents.genders import PRONOUNS, gender_of
from provenance.model import Kind, Span
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.documents.segmentation import Page
    from provenance.model import Attribution, Hop, Reading

OPENING = re.compile(
    r"(?:(?:that|if|because|when|and|but|as|whether)\s+)?(he|she|his|her|it|its)\b(?![’'])", re.IGNORECASE
)
"""A pronoun by which an indirect statement begins."""
OWNERS = frozenset({"his", "her", "its", "my"})
ACTING = re.compile(
    r"(?:had|has|would|will|plans|planned|intends|intended|expects|expected|did|does)\b(?!\s+be(?:en)?\b)"
)
"""What follows an “it” that does something, and not one that stands for what comes: “it would be wrong to”."""
STANDING = frozenset("he she it they".split())
DETERMINERS = frozenset("the this that his her its their".split())
SHORT = 4
"""Words of a description that has no clause of its own."""
_FIRST = re.compile(r"\b(?:I|me|my|My)\b")
_NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION})


def mentioned(reading: Reading) -> Mapping[Span, str]:
    """The pronouns and descriptions that the extractor found to stand for a name; none that stand for two."""
    text = reading.article.text
    found: dict[Span, set[str]] = {}
    for hop in (hop for one in reading.attributions for hop in one.chain if _is_named(hop)):
        if len(hop.mention) == 1:
            found.setdefault(hop.mention[0], set()).add(hop.name)
    alone = {span: name for span, (name, *others) in found.items() if not others}
    return {span: name for span, name in alone.items() if _stands_for(text[slice(*span)], name)}


def fillings(page: Page, one: Attribution, known: Mapping[Span, str]) -> Iterator[Filling]:
    """For the words at the content of `one`."""
    speaker = one.chain[-1] if one.chain and _is_named(one.chain[-1]) else None
    for part in one.content:
        for span, name in known.items():
            if part.start <= span.start and span.end <= part.end:
                yield Filling(span, _owned(page.text[slice(*span)], name), Why.NAMED)
        if speaker and speaker.kind is Kind.PERSON:
            yield from _first(page, part, speaker.name)
    if speaker and one.content and (found := _opening(page, one.content[0], speaker)):
        yield found


def _first(page: Page, part: Span, name: str) -> Iterator[Filling]:
    for found in _FIRST.finditer(page.text, *part):
        if _quoted(page, found.start()):
            yield Filling(Span(*found.span()), _owned(found[0], name), Why.SPEAKER)


def _opening(page: Page, part: Span, speaker: Hop) -> Filling | None:
    found = OPENING.match(page.text, *part)
    if found is None or _quoted(page, found.start(1)):
        return None
    word = found[1].lower()
    if word in OWNERS and is_fragment(page.text[slice(*part)]):
        return None
    if (word in PRONOUNS) != (speaker.kind is Kind.PERSON):
        return None
    if speaker.kind is Kind.PERSON:
        told = filter(None, map(gender_of, (speaker.name, *(page.text[slice(*span)] for span in speaker.mention))))
        if any(gender != gender_of(word) for gender in told):
            return None
    elif word == "it" and not ACTING.match(page.text[found.end() :].lstrip()):
        return None
    return Filling(Span(*found.span(1)), _owned(word, speaker.name), Why.SPEAKER)


def _quoted(page: Page, place: int) -> bool:
    return any(start <= place < end for start, end in page.quotes)


def _is_named(hop: Hop) -> bool:
    return hop.kind in _NAMED and not hop.anonymous and hop.name[:1].isupper()


def _stands_for(words: str, name: str) -> bool:
    """Whether words are a pronoun, or describe in few without a word of the name."""
    first, *rest = words.lower().split()
    if not rest:
        return first in STANDING
    bears = not set(plain_name(words).split()).isdisjoint(plain_name(name).split())
    return first in DETERMINERS and len(rest) < SHORT and not bears


def _owned(words: str, name: str) -> str:
    return f"{name}’s" if words.lower() in OWNERS or words.endswith(("’s", "'s")) else name
