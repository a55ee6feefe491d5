"""Who a page says wrote it: names as they stand in its metadata or its byline, without roles, dates and addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from provenance.documents.credits.phrases import words
from provenance.documents.credits.publisher import alike, squeezed
from provenance.readers.fields import iso_day, one_line, web_url
from provenance.readers.page.blocks import plain
from provenance.readers.page.vocabulary import alternatives, said
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from provenance.readers.page.blocks import Block

LONGEST = 120
"""Characters of a name, and of a byline on the page."""
LISTED = 2_000
"""Characters of several names that are stated as one."""
NAME = 5
"""Words of a name."""
UNCASED = 5
"""Letters of a name in a script without capitals."""
AGENCY = 4
"""Letters of an agency's name in small ones: "dpa"."""
LABEL = 3
"""Letters of a site's address that tell it."""
_SHORT = re.compile(r"\s*\(\w{2,4}\.?\)$")
_NO_NAME = re.compile(r"\d{2}|[@:?!]|https?$")
_PARTICLES = frozenset(("von", "de", "di", "da"))
_INNER = re.compile(r"[^\W\d_]{1,3}['’-][^\W\d_]")
"""How a name begins that has its capital further on: "d'Orme", "al-Sayed"."""
_COMMA = re.compile(r"\s*[,/،、]\s*")


def names(stated: Iterable[str]) -> tuple[str, ...]:
    """The stated names that may be somebody's: no address, no date, no word for whoever is signed in.

    What is longer than LISTED is no list of names.
    """
    lists = (one_line(one) or "" for one in stated if len(one) <= LISTED)
    found = (name for one in lists for name in _parted(_without_role(one)))
    return tuple(dict.fromkeys(filter(None, map(_name, found))))


def people(given: Iterable[Collection[str]], house: Collection[str]) -> tuple[str, ...]:
    """The first of several lists of names that has more in it than the publisher's own, called one of `house`."""
    return next((tuple(one) for one in given if not all(_is_of(name, house) for name in one)), ())


def without(given: Sequence[str], house: Collection[str]) -> Sequence[str]:
    """The names without the publisher's own, where there are others."""
    return [name for name in given if not any(alike(name, own) for own in house)] or given


def whole(stated: Sequence[str], seen: Sequence[str]) -> Sequence[str]:
    """The authors that a page shows, where they are those that it states and others; else those that it states."""
    known, shown = {plain(one) for one in stated}, {plain(one) for one in seen}
    return seen if known and known < shown and all(map(is_person, seen)) else stated


def is_person(name: str) -> bool:
    """Whether a name is written as a person's: two to five words with capitals, or a few letters of no case."""
    parts = name.split()
    letters = "".join(filter(str.isalpha, name))
    if letters and letters == letters.lower() == letters.upper():
        return 1 < len(letters) <= UNCASED * len(parts)
    return (
        1 < len(parts) <= NAME
        and parts[-1][0].isupper()
        and not _roles().fullmatch(parts[-1])
        and all(one[0].isupper() or (one.isalpha() and len(one) <= 3) or _INNER.match(one) for one in parts)
    )


def alone(block: Block) -> str | None:
    """The name that is all of a block in bold type, as where a site's first paragraph is its byline."""
    inner = "".join("".join(one.itertext()) for one in block.element.iter("b", "strong"))
    parts = block.text.split()
    is_name = 1 < len(parts) <= NAME and all(one[0].isupper() and one[-1].isalpha() for one in parts)
    return block.text if is_name and block.tag == "p" and plain(inner) == plain(block.text) else None


def _parted(value: str) -> Iterator[str]:
    """Names joined by "and" or a comma in one value, where each is a whole one: not "Brand & Lowe"."""
    for part in _split(_and(), _without_by(value), lambda one: len(one.split()) > 1):
        yield from _split(_COMMA, part, is_person)


def _split(border: re.Pattern[str], value: str, is_whole: Callable[[str], bool]) -> Sequence[str]:
    parts = [part for part in border.split(value) if part]
    return parts if len(parts) > 1 and all(map(is_whole, parts)) else (value,)


def _name(value: str) -> str | None:
    name = _SHORT.sub("", _without_by(one_line(value) or "")).strip(" ,;|·•–—-/")
    name = _once(_trailing().sub("", name))
    if not any(map(str.isalpha, name)) or web_url(name) or iso_day(name) or _NO_NAME.search(name):
        return None
    return None if len(name) > LONGEST or name.casefold() in said("nobody") else name


def _once(name: str) -> str:
    """A name that a page writes twice, one of them hidden: "Ada Brunt Ada Brunt"."""
    parts = name.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if half and parts[:half] == parts[half:] else name


def _without_by(name: str) -> str:
    """A name without "By" before it, which may be a part of it: "Von der Ahe", "De Vries"."""
    begin = begun().match(name)
    rest = name[begin.end() :] if begin else ""
    is_by = rest[:1].isupper() or rest[:1] == rest[:1].swapcase() or (rest.isalpha() and len(rest) <= AGENCY)
    is_whole = " " in rest or rest.islower() or (begin and begin[1].casefold() not in _PARTICLES)
    return rest if begin and is_by and is_whole else name


def _without_role(value: str) -> str:
    """A name without the role behind it, which a comma parts from it or which is its last word."""
    rest = _role().sub("", value)
    last = rest.rpartition(" ")
    return last[0] if is_person(last[0]) and _roles().fullmatch(last[2]) else rest


def _is_of(name: str, house: Collection[str]) -> bool:
    return any(
        alike(name, own)
        or (plain_name(own) and plain_name(name).startswith(f"{plain_name(own)} "))
        or (len(squeezed(own)) >= LABEL and squeezed(own) in _beginnings(name))
        for own in house
        if squeezed(own)
    )


def _beginnings(name: str) -> Iterator[str]:
    """The first words of a name written as one: "ntv" of "n-tv Nachrichten"."""
    parts = plain_name(name.replace(".", " ").replace("-", " ")).split()
    return ("".join(parts[:count]) for count in range(1, len(parts) + 1))


@cache
def begun() -> re.Pattern[str]:
    """What stands before a name: "By"."""
    begin = "|".join(sorted(map(re.escape, words("by")), key=len, reverse=True))
    return re.compile(rf"\s*({begin})(?:\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(alternatives("roles"), re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\s*[,|–—]\s*(?:[^,;]*\W)?(?:{alternatives('roles')})\b[^,;]*(?=$|[,;])", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{alternatives('and')})\s+|\s*;\s*")


@cache
def _trailing() -> re.Pattern[str]:
    joins = (one for one in {*words("beside"), *said("and")} if len(one) > 1 or not one.isalpha())
    both = "|".join(sorted(map(re.escape, joins), key=len, reverse=True))
    return re.compile(rf"\s+(?:{both})$")
