"""The names of persons in a phrase: no role, place, body or demonym is one, nor what only tells more of somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.given import Named, first_named
from provenance.extraction.parser.naming.words import Word, joined, undetermined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page

GOES_BY = re.compile(
    r"\b(?:(?:goes|went|going|known) by the (?:name|nickname)(?: of)?|known (?:[a-z]+ ){0,3}as|nicknamed)"
    r" [“\"‘']?([A-Z][\w’' -]*\w)"
)


def persons(phrase: str, parts: Sequence[Word], page: Page) -> list[Named]:
    """Whoever is named as the source that `phrase` stands for: several where "and" joins them, else at most one."""
    if found := GOES_BY.search(phrase):
        return [Named(found[1], "")]
    segments = _segments(parts)
    found_in: list[list[Named]] = []
    for number, segment in enumerate(segments):
        if segment[0].lower in vocabulary.RELATIVES:
            if number and found_in and any(found_in):
                break
            found_in.append([])
            continue
        found_in.append(_in_segment(segment, page))
    if _is_list(segments, found_in):
        return [one for some in found_in for one in some]
    for number in sorted(range(len(found_in)), key=lambda at: not any(one.is_sure for one in found_in[at])):
        some = found_in[number]
        if some:
            before = (
                segments[number - 1] if number and segments[number - 1][0].lower not in vocabulary.RELATIVES else []
            )
            after = segments[number + 1] if number + 1 < len(segments) else []
            return [_with_role(some[0], before, after), *some[1:]] if len(some) == 1 else some
    return []


def _segments(parts: Sequence[Word]) -> list[list[Word]]:
    found: list[list[Word]] = [[]]
    for at, word in enumerate(parts):
        suffix = word.text == "," and at + 1 < len(parts) and parts[at + 1].lower in vocabulary.SUFFIXES
        if word.is_mark and not suffix:
            found.append([])
        elif not word.is_mark:
            found[-1].append(word)
    return [segment for segment in found if segment]


def _is_list(segments: list[list[Word]], found: list[list[Named]]) -> bool:
    """“A, B and C”: each part names somebody and says nothing else, and the last is joined by "and"."""
    if len(segments) < 2 or not all(found) or len(found) < len(segments):
        return False
    return any(word.lower == "and" for word in segments[-1]) and not any(
        word.lower in vocabulary.DETERMINERS for segment in segments for word in segment
    )


def _with_role(one: Named, before: Sequence[Word], after: Sequence[Word]) -> Named:
    if one.role:
        return one
    for other in (before, after):
        own = undetermined(list(other))
        works = any(word.is_role for word in own) or own[-1].text.endswith(vocabulary.WORKERS) if own else False
        if works and own[0].lower not in vocabulary.RELATIVES:
            return Named(one.name, joined(own))
    return one


def _in_segment(segment: list[Word], page: Page) -> list[Named]:
    """Each of those whom "and" joins; what stands after a relative is about them and no name of theirs."""
    cut = next((at for at, word in enumerate(segment) if word.lower in vocabulary.RELATIVES and at), len(segment))
    halves: list[list[Word]] = [[]]
    for word in segment[:cut]:
        if word.lower == "and":
            halves.append([])
        else:
            halves[-1].append(word)
    if len(halves) > 1 and halves[-1] and halves[-1][-1].lower in vocabulary.BODY_WORDS:
        return []
    return [named for half in halves if half for named in [first_named(half, page)] if named]
