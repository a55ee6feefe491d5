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

from provenance.errors import InputError
from provenance.model import Kind
from provenance.resources import resource
from provenance.text import STOP_WORDS, host, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMNS = ["name", "kind", "country", "domains", "aliases"]

_AUTHORITY = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_WORD = re.compile(r"\w+|&")
_HOST = re.compile(r"(?<![@\w.-])\w[\w-]*+(?:\.[\w-]++)++")
_GAP = re.compile(r"[ \t\u00a0]*+\n?[ \t]*+|[-‐‑–/.']|!\s?")


_BESIDE = {" ", "-", "\u2010", "\u2011"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """`kind` is OUTLET or WIRE; `country` the ISO 3166-1 alpha-2 code of the newsroom's seat; `domains` are hosts."""

    name: str
    kind: Kind
    country: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]


class _Form(NamedTuple):
    """One way to write an outlet's name: its words and what stands between them."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    outlet: Outlet


@cache
def all_outlets() -> tuple[Outlet, ...]:
    """Raises InputError naming the line where `outlets.csv` is malformed."""
    path = resource("outlets.csv")
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
    """Every outlet that bears `name` as its name, an alias or a host ("RT.com"), mastheads before aliases.

    An ordinary word in small letters ("a source") names none.
    """
    if name.islower() and is_common_word(name):
        return ()
    if bearers := _by_plain_name().get(plain_name(name)):
        return bearers
    owner = by_domain(name) if _HOST.fullmatch(name.strip()) else None
    return (owner,) if owner else ()


def by_domain(url: str) -> Outlet | None:
    """The outlet at a URL or host, by the longest known suffix of its host (at most 253 characters, RFC 1035)."""
    bare = url.strip()
    whole = host(bare if _AUTHORITY.match(bare) else f"//{bare}")
    labels = whole.rstrip(".").split(".") if len(whole) <= 254 else []
    owners = _by_host()
    return next((owner for n in range(len(labels) - 1) if (owner := owners.get(".".join(labels[n:])))), None)


@cache
def short_names() -> Mapping[str, tuple[Outlet, ...]]:
    """The last word, and the last two, of longer names, as `plain_name`s: "post" → every outlet "… Post"."""
    endings: dict[str, list[Outlet]] = {}
    for outlet in all_outlets():
        words = outlet.name.removeprefix("The ").split(" ")
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
    outlet, and an acronym stands as it is. An ordinary word within a longer name ("Vice President") is none either.
    A host ("nytimes.com", also inside a URL) is a mention of its owner.
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
    words = list(_WORD.finditer(text))
    folded = [_fold(word[0]) for word in words]
    for first, word in enumerate(folded):
        if word not in _by_first_word():
            continue
        forms = _forms(word)
        longest = len(next(iter(forms)))
        for last in range(min(first + longest, len(words)), first, -1):
            known = forms.get(tuple(folded[first:last]))
            if not known or (last - first == 1 and is_common_word(word) and _in_longer_name(text, words, first)):
                continue
            met = _split(text, words[first:last])
            bearers = dict.fromkeys(form.outlet for form in known if _is_written(form, *met))
            if bearers:
                yield words[first].start(), words[last - 1].end(), tuple(bearers)
                break


def _split(text: str, words: list[re.Match[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words, and what stands between them."""
    gaps = (text[left.end() : right.start()].replace("’", "'") for left, right in pairwise(words))
    return tuple(word[0] for word in words), tuple(gaps)


def _in_longer_name(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether the word stands beside another capitalised one: "Vice President", "Harl Courier", but "The Courier"."""
    for left, right in pairwise(words[max(at - 1, 0) : at + 2]):
        other = right if left is words[at] else left
        capital = other[0][0].isupper() and other[0].lower() not in STOP_WORDS
        if capital and text[left.end() : right.start()] in _BESIDE:
            return True
    return False


def _is_written(form: _Form, words: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    return all(map(_has_capitals, form.words, words)) and all(map(_may_part, form.gaps, gaps, words))


def _has_capitals(own: str, met: str) -> bool:
    """Whether the word `met` has the capitals of the name's own; "POST" is as good as "Post"."""
    if own.isupper() and len(own) > 1:
        return met == own
    return met[0].isupper() or not own[0].isupper()


def _may_part(own: str, met: str, before: str) -> bool:
    """Whether the gap `met` may stand for the name's own; ". " follows an abbreviation ("St. Louis")."""
    return met == own or bool(_GAP.fullmatch(met)) or (met == ". " and len(before) <= 3)


@cache
def _by_first_word() -> dict[str, list[tuple[str, Outlet]]]:
    names: dict[str, list[tuple[str, Outlet]]] = {}
    for name, outlet in _bearers():
        bare = name.removeprefix("The ")
        if first := _WORD.search(bare):
            names.setdefault(_fold(first[0]), []).append((bare, outlet))
    return names


@cache
def _forms(first: str) -> dict[tuple[str, ...], list[_Form]]:
    """The ways to write the names that begin with `first`, by their folded words: longest first, mastheads first."""
    forms: dict[tuple[str, ...], list[_Form]] = {}
    names = [_Form(*_split(name, list(_WORD.finditer(name))), outlet) for name, outlet in _by_first_word()[first]]
    for form in sorted(names, key=lambda form: -len(form.words)):
        forms.setdefault(tuple(map(_fold, form.words)), []).append(form)
    return forms


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
    return frozenset(map(plain_name, resource("common_names.txt").read_text(encoding="utf-8").splitlines()))


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
