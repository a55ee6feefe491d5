"""News outlets and news agencies: who bears a name, whose a web address is, where a text mentions one.

A name that several outlets bear stays ambiguous: every bearer is given, and the article must say which.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from provenance.errors import InputError
from provenance.identity import plain_name
from provenance.model import Kind
from provenance.reference import reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMNS = ["name", "kind", "country", "domains", "aliases"]

_ARTICLE = re.compile(r"^the ", re.IGNORECASE)
_WORD = re.compile(r"\w+|&")
_HOST = re.compile(r"(?<![@\w.-])\w[\w-]*+(?:\.[\w-]++)++")
_GAP = re.compile(r"[ \t\u00a0]*+\n?[ \t]*+|[-‐‑–/.'’]|!\s?")


@dataclass(frozen=True, slots=True)
class Outlet:
    """`kind` is OUTLET or WIRE; `country` the ISO 3166-1 alpha-2 code of the newsroom's seat; `domains` are hosts."""

    name: str
    kind: Kind
    country: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]


class _Form(NamedTuple):
    """One way to write an outlet's name, as words."""

    written: tuple[str, ...]
    outlet: Outlet


@cache
def all_outlets() -> tuple[Outlet, ...]:
    """Raises InputError naming the line where `outlets.csv` is malformed."""
    path = reference("outlets.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        if next(rows, None) != COLUMNS:
            raise InputError(f"{path}, line 1: the columns must be {','.join(COLUMNS)}")
        outlets = []
        for row in rows:
            try:
                name, kind, country, domains, aliases = row
                outlets.append(Outlet(name, Kind(kind), country, _items(domains), _items(aliases)))
            except ValueError:
                raise InputError(
                    f"{path}, line {rows.line_num}: expected name,outlet or wire,country,domains,aliases"
                ) from None
    return tuple(outlets)


def by_name(name: str) -> tuple[Outlet, ...]:
    """Every outlet that bears `name` as its name, an alias or a host ("RT.com"), mastheads before aliases."""
    if bearers := _by_plain_name().get(plain_name(name)):
        return bearers
    owner = by_domain(name) if _HOST.fullmatch(name.strip()) else None
    return (owner,) if owner else ()


def by_domain(url: str) -> Outlet | None:
    """The outlet at a URL or host, by the longest known suffix of its host."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    labels = host.rstrip(".").split(".")
    owners = _by_host()
    return next((owner for n in range(len(labels) - 1) if (owner := owners.get(".".join(labels[n:])))), None)


@cache
def short_names() -> Mapping[str, tuple[Outlet, ...]]:
    """The last word, and the last two, of longer names, as `plain_name`s: "post" → every outlet "… Post"."""
    endings: dict[str, list[Outlet]] = {}
    for outlet in all_outlets():
        words = _ARTICLE.sub("", outlet.name).split(" ")
        for count in (1, 2):
            if len(words) > count and words[-count][0].isupper() and not outlet.name.endswith(")"):
                endings.setdefault(plain_name(" ".join(words[-count:])), []).append(outlet)
    return {ending: tuple(outlets) for ending, outlets in endings.items()}


def is_common_word(name: str) -> bool:
    """Whether `name` is also an ordinary word, place or surname, so that only its context can make it an outlet."""
    return plain_name(name) in _common_names()


def find(text: str) -> Iterator[tuple[int, int, tuple[Outlet, ...]]]:
    """Mentions in running text as (start, end, candidates), in order, none overlapping, the longest at each place.

    Whole words only, without a leading "the". A capital in the name is a capital in the text, so "the nation" is no
    outlet, and an acronym stands as it is. A host ("nytimes.com", also inside a URL) is a mention of its owner.
    """
    mentions = sorted([*_hosts(text), *_names(text)], key=lambda mention: (mention[0], -mention[1]))
    free = 0
    for start, end, candidates in mentions:
        if start >= free:
            yield start, end, candidates
            free = end


def _hosts(text: str) -> Iterator[tuple[int, int, tuple[Outlet, ...]]]:
    for match in _HOST.finditer(text):
        if owner := by_domain(match[0]):
            yield match.start(), match.end(), (owner,)


def _names(text: str) -> Iterator[tuple[int, int, tuple[Outlet, ...]]]:
    forms, longest = _forms()
    words = list(_WORD.finditer(text))
    folded = [_fold(word[0]) for word in words]
    for first, word in enumerate(folded):
        for last in range(min(first + longest.get(word, 0), len(words)), first, -1):
            known = forms.get(tuple(folded[first:last]))
            if known and _joined(text, words[first:last]):
                met = [word[0] for word in words[first:last]]
                bearers = dict.fromkeys(form.outlet for form in known if all(map(_is_written, form.written, met)))
                if bearers:
                    yield words[first].start(), words[last - 1].end(), tuple(bearers)
                    break


def _joined(text: str, words: list[re.Match[str]]) -> bool:
    """Whether only what may stand inside a name parts the words; ". " follows an abbreviation ("St. Louis")."""
    for left, right in pairwise(words):
        gap = text[left.end() : right.start()]
        if not _GAP.fullmatch(gap) and not (gap == ". " and len(left[0]) <= 3):
            return False
    return True


def _is_written(form: str, met: str) -> bool:
    """Whether the word `met` has the capitals that `form` asks for; "POST" is as good as "Post"."""
    if form.isupper() and len(form) > 1:
        return met == form
    return met[0].isupper() or not form[0].isupper()


@cache
def _forms() -> tuple[dict[tuple[str, ...], list[_Form]], dict[str, int]]:
    """Every written form by its folded words, mastheads before aliases, and the most words that follow a first word."""
    forms: dict[tuple[str, ...], list[_Form]] = {}
    longest: dict[str, int] = {}
    for name, outlet in _bearers():
        written = tuple(_WORD.findall(_ARTICLE.sub("", name)))
        folded = tuple(map(_fold, written))
        forms.setdefault(folded, []).append(_Form(written, outlet))
        longest[folded[0]] = max(longest.get(folded[0], 0), len(folded))
    return forms, longest


@cache
def _by_plain_name() -> dict[str, tuple[Outlet, ...]]:
    bearers: dict[str, dict[Outlet, None]] = {}
    for name, outlet in _bearers():
        bearers.setdefault(plain_name(name), {})[outlet] = None
    return {name: tuple(outlets) for name, outlets in bearers.items()}


@cache
def _by_host() -> dict[str, Outlet]:
    return {domain: outlet for outlet in all_outlets() for domain in outlet.domains}


@cache
def _common_names() -> frozenset[str]:
    return frozenset(map(plain_name, reference("common_names.txt").read_text(encoding="utf-8").splitlines()))


def _bearers() -> Iterator[tuple[str, Outlet]]:
    for outlet in all_outlets():
        yield outlet.name, outlet
    for outlet in all_outlets():
        for alias in outlet.aliases:
            yield alias, outlet


def _fold(word: str) -> str:
    if word.isascii():
        return "and" if word == "&" else word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def _items(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("|")) if joined else ()
