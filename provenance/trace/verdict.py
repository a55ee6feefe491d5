"""The verdict: what a trace comes to, in one plain sentence for whoever must decide whether to run the claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.trace.origin_identity import UNNAMED, is_named
from provenance.trace.result import Nature
from provenance.trace.wording import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.trace.choke import ChokePoint
    from provenance.trace.independence import Independence
    from provenance.trace.result import Origin

WIDTH = 60
"""Characters of a name."""
SHOWN = 3
"""Origins that are named."""
_LEADING = re.compile(
    r"^(an?|the|its|his|her|their|some|several|many|both|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b *",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(r"\b(unnamed|unidentified|anonymous|not (to )?(be )?named|anonymity)\b", re.IGNORECASE)
_WITHHELD = UNNAMED | {Nature.UNSPECIFIED}


def verdict(
    origins: Sequence[Origin], independence: Independence, chokes: Sequence[ChokePoint], undecided: int = 0
) -> str:
    """One sentence: how many articles, how many independent origins, who they are, through whom; who denies it.

    `undecided` counts the statements that were left out because who made them is.
    """
    asserting = [one for one in origins if one.assertion is Assertion.ASSERTS]
    articles = _count(len({key for one in asserting or origins for key in one.articles}), "article")
    if not origins and undecided:
        return f"{_count(undecided, 'statement')}, and who made {'it' if undecided == 1 else 'them'} is undecided."
    if not origins:
        return "No article in the store makes the claim."
    if not asserting:
        behind = f"{articles}, and no one in the store stands behind the claim"
    elif independence.high == 1:
        behind = _one(articles, asserting, chokes)
    else:
        behind = _several(articles, asserting, independence, chokes)
    against = [
        _against("denied by", Assertion.DENIES, origins),
        _against("not confirmed by", Assertion.DOES_NOT_CONFIRM, origins),
    ]
    alone = len(origins) == 1 or bool(asserting)
    apart = "" if alone else "all one voice" if independence.high == 1 else f"{_number(independence)} independent"
    left_out = f"{_count(undecided, 'statement')} left out as undecided" if undecided else ""
    return "; ".join(filter(None, [behind, *against, apart, left_out])) + "."


def described(origin: Origin) -> str:
    """An origin in a sentence: "two unnamed officials", "Ilse Maren (engineer)", "a report by X, not in the store"."""
    name = shortened(one_line(origin.name), WIDTH)
    match origin.nature:
        case Nature.UNSPECIFIED:
            return "no one named"
        case Nature.TRAIL_ENDS:
            return f"a report by {name}, not in the store"
        case Nature.OWN_REPORTING:
            return f"own reporting by {name}, which names no source"
        case Nature.CIRCLE:
            return f"{name}, in a circle"
        case nature if nature in UNNAMED:
            return _unnamed(name)
        case _:
            return f"{name} ({shortened(one_line(origin.role), WIDTH)})" if origin.role else name


def _one(articles: str, asserting: Sequence[Origin], chokes: Sequence[ChokePoint]) -> str:
    """Where all that stands behind the claim comes down to one origin."""
    natures = {one.nature for one in asserting}
    first = asserting[0]
    if natures == {Nature.CIRCLE}:
        return f"{articles}, each taken from another in a circle: no origin"
    if natures == {Nature.UNSPECIFIED}:
        return f"{articles}, and no source is named" if len(asserting) == 1 else f"{articles}, and none names a source"
    through = _through(chokes)
    if len(asserting) > 1:
        who = "unnamed sources" if natures <= _WITHHELD else _names(asserting)
        return f"{articles}, one report: {who}{through}; nothing independent"
    if first.nature is Nature.TRAIL_ENDS:
        name = shortened(one_line(first.name), WIDTH)
        return f"{articles}, one report: the trail ends at {name}, whose report the store does not hold{through}"
    what = "report" if through or first.nature is Nature.OWN_REPORTING else "source"
    return f"{articles}, one {what}: {described(first)}{through}; nothing independent"


def _several(
    articles: str, asserting: Sequence[Origin], independence: Independence, chokes: Sequence[ChokePoint]
) -> str:
    natures = {one.nature for one in asserting}
    if natures <= _WITHHELD:
        unnamed = "; only unnamed sources stand behind it"
    elif any(map(is_named, asserting)):
        unnamed = ""
    else:
        unnamed = "; no source is named"
    through = _through(chokes).replace(", ", ", all ", 1)
    return f"{articles}, {_number(independence)} independent origins: {_names(asserting)}{through}{unnamed}"


def _number(independence: Independence) -> str:
    low, high = independence.low, independence.high
    return str(high) if low == high else f"at most {high}" if low < 2 else f"{low} to {high}"


def _names(origins: Sequence[Origin]) -> str:
    """The first few, those that are known by name before all others."""
    names = list(dict.fromkeys(described(one) for one in sorted(origins, key=lambda one: not is_named(one))))
    shown = "; ".join(names[:SHOWN])
    return f"{shown}; and {len(names) - SHOWN} more" if len(names) > SHOWN else shown


def _through(chokes: Sequence[ChokePoint]) -> str:
    """Through whom everything goes: of several in a row, the one nearest the origin."""
    return next((f", through {shortened(one_line(one.who), WIDTH)}" for one in chokes if one.every), "")


def _against(verb: str, assertion: Assertion, origins: Sequence[Origin]) -> str:
    who = list(dict.fromkeys(_refuser(one) for one in origins if one.assertion is assertion))
    if not who:
        return ""
    return f"{verb} {' and '.join(who)}" if len(who) < 3 else f"{verb} {len(who)}, {who[0]} and {who[1]} among them"


def _refuser(origin: Origin) -> str:
    return shortened(one_line(origin.name), WIDTH) if origin.nature is Nature.TRAIL_ENDS else described(origin)


def _unnamed(name: str) -> str:
    if not name:
        return "an unnamed source"
    if _SAYS_SO.search(name):
        return name
    leading = _LEADING.match(name)
    if not leading:
        return f"unnamed {name}"
    first = "an" if leading[1].lower() == "a" else leading[1].lower()
    return f"{first} unnamed {name[leading.end() :]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
