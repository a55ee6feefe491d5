"""Whom a few words of a byline or a credit line name: outlets of the list, people, a newsroom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from provenance import gazetteer
from provenance.documents.credits.phrases import words
from provenance.model import Kind
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST = 400
"""Characters of a byline that are looked at."""
_INITIALS = re.compile(r"[a-zäöüß]{2,5}\.?")
_ELIDED = re.compile(r"^(?:d?ell|dall|all|l|d)['’]", re.IGNORECASE)
_EMPTY = re.compile(r"[\s\W\d]*")


class Named(NamedTuple):
    """An outlet by the name of the list; of an acronym that several agencies bear, the acronym."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote: agencies, people, whether a newsroom did too.

    `joined` says that the agency is named beside the others ("Ada Brunt and AP"), not as theirs ("Ada Brunt, AP").
    """

    agencies: tuple[Named, ...]
    people: tuple[str, ...]
    newsroom: bool
    joined: bool

    @property
    def is_whole(self) -> bool:
        """Whether the agencies alone, or their own people, wrote."""
        return bool(self.agencies) and not self.newsroom and not (self.people and self.joined)


def outlet(name: str, country: str = "") -> Named | None:
    """The listed outlet that `name` is, words for its people aside: "Reuters Staff", "the AP". Agencies come first.

    `country` tells agencies of one name apart.
    """
    bare = _bare(name)
    bearers = gazetteer.by_name(bare) if bare and not _EMPTY.fullmatch(bare) else ()
    wires = [one for one in bearers if one.kind is Kind.WIRE]
    if not wires and gazetteer.is_common_word(bare):
        return None
    own = [one for one in wires if one.country == country]
    named = [one for one in wires if plain_name(one.name) == plain_name(bare)]
    found = own or named or wires or list(bearers)
    if not found:
        return None
    return Named(found[0].name if len(found) == 1 else bare, found[0].kind)


def agency(name: str, country: str = "") -> Named | None:
    found = outlet(name, country)
    return found if found and found.kind is Kind.WIRE else None


def is_newsroom(name: str) -> bool:
    return name.strip(" .:").casefold() in words("newsroom")


def byline(text: str, is_own: Callable[[str], bool], country: str = "") -> Byline:
    """Who `text`, a byline, names; `is_own` tells the publisher's own names from others'."""
    agencies: list[Named] = []
    people: list[str] = []
    newsroom = joined = False
    for join, piece in _pieces(text[:LONGEST]):
        if found := agency(piece, country):
            agencies.append(found)
            joined = joined or bool(people and join not in _AFTER_PEOPLE)
        elif is_newsroom(piece) or is_own(piece) or _INITIALS.fullmatch(piece):
            newsroom = newsroom or not (is_newsroom(piece) and agencies and join == "")
        elif theirs := _affiliated(piece, country):
            agencies.append(theirs)
            people.append(piece)
        elif not (agencies and _is_place(piece, join)):
            joined = joined or bool(agencies)
            people.append(piece)
    return Byline(tuple(dict.fromkeys(agencies)), tuple(people), newsroom, joined)


def author(text: str) -> Named:
    """Who wrote, by a whole byline: the agency where it names one and nobody else, else a person."""
    items = [byline(item, lambda _: False) for item in text.split(";")]
    agencies = {one for item in items for one in item.agencies}
    alone = len(agencies) == 1 and all(item.is_whole and not item.people for item in items)
    return agencies.pop() if alone else Named(text, Kind.PERSON)


def people_of(text: str) -> str:
    """`text`, a byline, without "By"."""
    return _begin().sub("", text, count=1).strip()


_AFTER_PEOPLE = frozenset({",", "(", "of", "for", "|"})


def pieces(text: str) -> Iterator[str]:
    """The names in a list of them: "AP, Reuters and Ada Brunt of PA"."""
    for _, piece in _pieces(text[:LONGEST]):
        yield piece


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each name with what joins it to the one before."""
    join, at = "", 0
    rest = people_of(text)
    for match in _joins().finditer(rest):
        if piece := rest[at : match.start()].strip(" .:–—-"):
            yield join, piece
        join, at = match.group().strip().casefold(), match.end()
    if piece := rest[at:].strip(" .:–—-"):
        yield join, piece


def _affiliated(piece: str, country: str) -> Named | None:
    """The agency that ends a name without a mark between: "ADA BRUNT Associated Press"."""
    told = piece.split()
    ends = (agency(" ".join(told[at:]), country) for at in range(2, len(told)))
    return next((found for found in ends if found), None)


def _is_place(piece: str, join: str) -> bool:
    """What stands after an agency and a comma and is one word, or has capitals only: "AFP, MANILA"."""
    return join in {",", "in", "("} and (piece.isupper() or piece.isalpha() or any(c.isdigit() for c in piece))


def _bare(name: str) -> str:
    """`name` without an article before it and words for an outlet's people around it."""
    left = _ELIDED.sub("", name.strip(" .:\"'“”«»„*")).split()
    while len(left) > 1 and (left[0].casefold() in _ARTICLES or left[0].casefold() in words("newsroom")):
        if gazetteer.by_name(" ".join(left)):
            break
        left = left[1:]
    while len(left) > 1 and not gazetteer.by_name(" ".join(left)):
        ending = next((n for n in (3, 2, 1) if len(left) > n and is_newsroom(" ".join(left[-n:]))), 0)
        if not ending:
            break
        left = left[:-ending]
    return " ".join(left)


_ARTICLES = frozenset("the der die das le la les el los il lo o a l' dem den".split())


@cache
def _joins() -> re.Pattern[str]:
    beside = "|".join(sorted(map(re.escape, words("beside") | {"of", "for", "in"}), key=len, reverse=True))
    return re.compile(rf"\s*[;,/()|+·•]\s*|\s+(?:{beside})\s+", re.IGNORECASE)


@cache
def _begin() -> re.Pattern[str]:
    begins = "|".join(sorted(map(re.escape, words("by")), key=len, reverse=True))
    return re.compile(rf"\s*(?:(?:{begins})[\s:]+)?", re.IGNORECASE)
