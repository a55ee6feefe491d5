"""By which pronoun a page may call a person: by a title before the name, else by the given name."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from provenance.reference import reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Span

SHE = frozenset({"she", "her"})
HE = frozenset({"he", "him", "his"})
WOMAN = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Baroness|Dame|[Cc]ongresswoman|[Cc]hairwoman|[Ss]pokeswoman|[Aa]ctress)\.? $"
)
MAN = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Baron|[Cc]ongressman|[Ss]pokesman)\.? $")
LONGEST = 16  # characters of a title


@cache
def _given() -> dict[str, frozenset[str]]:
    with reference("first_names.toml").open("rb") as stream:
        lists = tomllib.load(stream)
    women = dict.fromkeys(lists["female"].split(), SHE)
    return women | dict.fromkeys(lists["male"].split(), HE)


def by_given_name(name: str) -> frozenset[str] | None:
    """SHE or HE for a full name whose given name tells, else None."""
    given, _, rest = name.partition(" ")
    return _given().get(given.lower()) if rest else None


def by_title(text: str, mentions: Iterable[tuple[Span, str]]) -> dict[str, frozenset[str]]:
    """SHE or HE for each full name of `mentions` that a title comes before: "Mrs. Brunt"."""
    found: dict[str, frozenset[str]] = {}
    for span, name in mentions:
        before = text[max(0, span.start - LONGEST) : span.start]
        called = SHE if WOMAN.search(before) else HE if MAN.search(before) else None
        if called and (by_given_name(name) or called) == called:
            found.setdefault(name, called)
    return found
