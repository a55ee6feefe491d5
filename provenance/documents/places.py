"""Whose country a text names: by its name, its people's, its capital's, its government's (`data/places.csv`)."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from provenance.resources import resource
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|[,;:()]")
_ACRONYM = 3
"""Letters: a name so short is written in capitals."""


class Token(NamedTuple):
    """A word as it is compared, and as it is written; a mark has no `plain`."""

    plain: str
    written: str

    @property
    def capital(self) -> bool:
        return any(map(str.isupper, self.written))


class Mention(NamedTuple):
    """The tokens from `start` to `end` name one of `countries` (ISO 3166-1 alpha-2): which one, may be open."""

    start: int
    end: int
    countries: frozenset[str]


class _Form(NamedTuple):
    countries: frozenset[str]
    of_people: bool


def tokens(text: str) -> list[Token]:
    """The words and marks of `text`; a possessive is cut, and what a hyphen joins is several words."""
    return [Token(plain_name(match[0]), match[0]) for match in _TOKEN.finditer(text)]


def mentions(told: Sequence[Token]) -> Iterator[Mention]:
    """The longest at each place. A name that follows another's ("Michael Jordan") is no country's."""
    forms = _forms()
    start = 0
    while start < len(told):
        end, form = next(
            ((end, form) for end in range(len(told), start, -1) if (form := _form(forms, told[start:end]))),
            (start, None),
        )
        if form and (form.of_people or not (start and told[start - 1].capital)):
            yield Mention(start, end, form.countries)
        start = max(end, start + 1)


def _form(forms: Mapping[tuple[str, ...], _Form], part: Sequence[Token]) -> _Form | None:
    """Names are capitalised, acronyms in capitals throughout."""
    words = tuple(token.plain for token in part)
    last = words[-1].removesuffix("s")
    form = forms.get(words) or forms.get((*words[:-1], last))
    short = len(part) == 1 and len(words[0]) <= _ACRONYM
    if form and part[0].capital and part[-1].capital and (not short or part[0].written.isupper()):
        return form
    return None


@cache
def _forms() -> Mapping[tuple[str, ...], _Form]:
    forms: dict[tuple[str, ...], _Form] = {}
    with resource("places.csv").open(encoding="utf8", newline="") as stream:
        for row in csv.DictReader(stream):
            for column in ("names", "demonyms", "places"):
                for name in filter(None, row[column].split("|")):
                    words = tuple(token.plain for token in tokens(name))
                    known = forms.get(words, _Form(frozenset(), of_people=False))
                    forms[words] = _Form(known.countries | {row["code"]}, of_people=column == "demonyms")
    return forms
