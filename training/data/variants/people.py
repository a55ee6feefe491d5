"""Persons' names in an article, and others for them: word for word, so that surnames alone and kin follow."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from provenance.model import Kind
from provenance.resources import resource

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from training.data.examples import Example

PARTICLES = frozenset("abu al bin da de del della den der di dos du el ibn la le los san van ten ter von y".split())
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-’'][^\W\d_a-zß-öø-ÿ][^\W\d_]*)*"
WORD = re.compile(_CAPITAL)
RUN = re.compile(rf"{_CAPITAL}\.?(?:\s+(?:[a-z]{{1,3}}\s+)?{_CAPITAL}\.?)*")
FULL = re.compile(
    rf"\b({_CAPITAL})((?: (?:[^\W\d_a-z]\.)+)*)((?: (?:{'|'.join(sorted(PARTICLES))}|[VDL][ae][nrl]?))*) ({_CAPITAL})"
)
HANDLE = re.compile(r"(?<![\w.@/])@\w{3,}")
SHE, HE = re.compile(r"\b(?:she|her|Ms|Mrs)\b"), re.compile(r"\b(?:he|his|him|Mr)\b")
NEAR = 300
"""Characters after a name in which a pronoun tells the gender of a person whose given name does not."""
HEADLINE = 0.6
"""The share of words with a capital from which on a line is a headline, where a verb looks like a surname."""


def exchanged(example: Example, chance: random.Random) -> dict[str, str]:
    """Each word of a person's name in the article, and the word for it; a name that is also a word there is kept."""
    article = example.article
    page = "\n".join(filter(None, (article.title, article.byline, article.text)))
    names = dict.fromkeys([*_annotated(example), *_in_bylines(article.byline or ""), *_in_lines(page)])
    given = {name[0]: None for name in names if len(name) > 1 or name[0].lower() in _gender()}
    every = dict.fromkeys(word for name in names for word in name)
    lower = set(re.findall(r"(?<![\w@.])[a-z]{2,}(?![\w@])", page))
    words = [word for word in every if word.lower() not in lower]
    barred = {word.casefold() for word in re.findall(r"\w+", page)} | {word.casefold() for word in every}
    found: dict[str, str] = {}
    for word in words:
        new = _given(word, page, barred, chance) if word in given else _drawn(_listed("surnames"), barred, chance)
        barred.add(new.casefold())
        found |= dict.fromkeys((word, word.replace("'", "’"), word.replace("’", "'")), new)
        plural = f"{word}s"
        if word not in given and re.search(rf"\bthe {re.escape(plural)}\b", page):
            found.setdefault(plural, f"{new}s")
    return found | _handles(page, example, chance)


def _annotated(example: Example) -> Iterator[tuple[str, ...]]:
    hops = [*example.derivations, *(hop for one in example.statements for hop in one.chain)]
    for name in dict.fromkeys(hop.name for hop in hops if hop.kind is Kind.PERSON):
        for part in name.split(";"):
            bare = part.strip()
            runs = [bare] if RUN.fullmatch(bare) else _after_given_names(bare)
            for run in runs:
                if words := _words(run):
                    yield words


def _after_given_names(described: str) -> list[str]:
    """Names in a description: "Ada Brunt" of "a friend of Ada Brunt", but not "New York" of "the mayor of New York"."""
    return [run[0] for run in RUN.finditer(described) if " " in run[0] and run[0].split()[0].lower() in _gender()]


def _in_bylines(byline: str) -> Iterator[tuple[str, ...]]:
    for run in RUN.finditer(byline):
        words = _words(run[0])
        if len(words) > 1 and words[0].lower() in _gender():
            yield words


def _in_lines(page: str) -> Iterator[tuple[str, ...]]:
    for line in filter(None, page.split("\n")):
        words = line.split()
        if sum(word[0].isupper() for word in words) < HEADLINE * len(words):
            for found in FULL.finditer(line):
                first, _, _, last = found.groups()
                if first.lower() in _gender() and first not in _set("places"):
                    both = _words(f"{first} {last}")
                    if len(both) == 2:
                        yield both


def _words(run: str) -> tuple[str, ...]:
    """The words of a name: no title, initial or particle."""
    return tuple(
        word.title() if word.isupper() else word
        for word in WORD.findall(run)
        if len(word) > 1
        and not (word.isupper() and len(word) <= 3)
        and word.lower() not in PARTICLES
        and word not in _set("no_names")
        and word.lower() not in _no_names()
    )


def _given(word: str, page: str, barred: set[str], chance: random.Random) -> str:
    gender = _gender().get(word.lower()) or _by_pronoun(word, page) or chance.choice(("female", "male"))
    return _drawn(_common(gender) if word.lower() in _gender() else _listed(gender), barred, chance)


def _by_pronoun(word: str, page: str) -> str | None:
    at = page.find(word)
    after = page[at : at + NEAR] if at >= 0 else ""
    women, men = len(SHE.findall(after)), len(HE.findall(after))
    return None if women == men else "female" if women > men else "male"


def _handles(page: str, example: Example, chance: random.Random) -> dict[str, str]:
    hops = (hop.name for one in example.statements for hop in one.chain)
    handles = dict.fromkeys(HANDLE.findall("\n".join([page, *hops])))
    return {old: f"@{_draw(_listed('surnames'), chance)}{number}{chance.randrange(100)}"
            for number, old in enumerate(handles)}  # fmt: skip


def _drawn(words: tuple[str, ...], barred: set[str], chance: random.Random) -> str:
    """One that is not `barred`; where all are, two of them joined."""
    for _ in range(50):
        word = _draw(words, chance)
        if word.casefold() not in barred:
            return word
    free = [word for word in words if word.casefold() not in barred]
    return _draw(tuple(free), chance) if free else f"{_draw(words, chance)}{_draw(words, chance).lower()}"


def _draw(words: tuple[str, ...], chance: random.Random) -> str:
    return chance.choice(words)


@cache
def _gender() -> dict[str, str]:
    listed = tomllib.loads(resource("first_names.toml").read_text(encoding="utf8"))
    return {name: gender for gender, names in listed.items() for name in str(names).split()}


@cache
def _common(gender: str) -> tuple[str, ...]:
    known = _set("known_by_it")
    return tuple(
        name.capitalize() for name, of in _gender().items() if of == gender and len(name) > 2 and name not in known
    )


@cache
def _no_names() -> frozenset[str]:
    words = tomllib.loads(resource("words.toml").read_text(encoding="utf8"))
    lists: Iterable[str] = (str(words[key]) for key in ("titles", "determiners", "prepositions", "pronouns"))
    with resource("places.csv").open(encoding="utf8", newline="") as stream:
        places = {
            name.lower() for row in csv.DictReader(stream) for name in f"{row['names']}|{row['demonyms']}".split("|")
        }
    return frozenset(word for one in lists for word in one.split()) | places


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(_listed(key))


@cache
def _listed(key: str) -> tuple[str, ...]:
    listed = tomllib.loads(files(__package__).joinpath("names.toml").read_text(encoding="utf8"))
    return tuple(str(listed[key]).split())
