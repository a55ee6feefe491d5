"""A verdict in one plain sentence, for whoever must decide whether to run the claim."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from provenance.trace.origin_identity import UNNAMED, is_named
from provenance.trace.result import Nature
from provenance.trace.verdict import Ground
from provenance.trace.wording import one_line, shortened
from provenance.views.prose.phrases import count, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.trace.result import Origin
    from provenance.trace.verdict import Verdict

WIDTH = 60
"""Characters of a name."""
SHOWN = 3
"""Origins that are named."""
_LEADING = re.compile(
    r"^(an?|the|its|his|her|their|some|several|many|both|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b *",
    re.IGNORECASE,
)
_PART = re.compile(r"^\w+ of (the|these|those|its|his|her|their)\b", re.IGNORECASE)
_SAYS_SO = re.compile(r"\b(unnamed|unidentified|anonymous|not (to )?(be )?named|anonymity)\b", re.IGNORECASE)
_WITHHELD = UNNAMED | {Nature.UNSPECIFIED}


def sentence(found: Verdict) -> str:
    """Who says so, through whom and since when; how many articles carry it, and what they add; who denies it."""
    match found.ground:
        case Ground.NOTHING:
            return "No article in the store makes the claim."
        case Ground.UNDECIDED:
            return f"{count(found.undecided, 'statement')}, and who made {_it(found.undecided)} is undecided."
    against = [_against("denied by", found.denying), _against("not confirmed by", found.unconfirming)]
    left_out = f"{count(found.undecided, 'statement')} left out as undecided" if found.undecided else ""
    return "; ".join(filter(None, [_behind(found), _carried(found), *against, _one_voice(found), left_out])) + "."


def described(origin: Origin) -> str:
    """An origin in a sentence: "two unnamed officials", "Ilse Maren (engineer)", "a report by X (not in the store)"."""
    name = _short(origin.name)
    match origin.nature:
        case Nature.UNSPECIFIED:
            return "no one named"
        case Nature.TRAIL_ENDS:
            return f"a report by {name} (not in the store)"
        case Nature.OWN_REPORTING:
            return f"own reporting by {name} (no source named)"
        case Nature.CIRCLE:
            return f"{name} (in a circle)"
        case nature if nature in UNNAMED:
            return _unnamed(name)
        case _:
            return f"{name} ({_short(origin.role)})" if origin.role else name


def day(known: str) -> str:
    """An ISO 8601 date, whole or reduced, as prose has it: 3 May 2024, May 2024, 2024."""
    try:
        first = date.fromisoformat(known + "-01" * ((10 - len(known)) // 3))
    except ValueError:
        return known
    return " ".join(
        [*([str(first.day)] if len(known) == 10 else []), *([f"{first:%B}"] if len(known) > 4 else []), known[:4]]
    )


def _behind(found: Verdict) -> str:
    """Who says so, through whom, since when."""
    asserting, since = found.asserting, f", since {day(found.since.date)}" if found.since else ""
    through = f", through {_short(found.through.who)}" if found.through and found.through.every else ""
    match found.ground:
        case Ground.NOBODY:
            return "No one in the store stands behind the claim"
        case Ground.CIRCLE:
            return f"No origin: each article took it from another, in a circle{since}"
        case Ground.UNSOURCED:
            return f"No source is named{through}{since}"
        case Ground.SEVERAL:
            every = f", all{through[1:]}" if through else ""
            return f"{_number(found)} independent sources: {_names(asserting)}{every}{since}{_kind(asserting)}"
        case _ if len(asserting) > 1:
            unnamed = {one.nature for one in asserting} <= _WITHHELD
            return f"One report: {'unnamed sources' if unnamed else _names(asserting)}{through}{since}"
        case _ if asserting[0].nature is Nature.TRAIL_ENDS:
            name = _short(asserting[0].name)
            return f"One report: the trail ends at {name}, whose report the store does not hold{through}{since}"
        case ground:
            return f"{ground.value.capitalize()}: {described(asserting[0])}{through}{since}"


def _carried(found: Verdict) -> str:
    """How many articles carry the claim, whether any adds a source, and through whom most have it."""
    articles = count(found.articles, "article")
    if found.ground is Ground.NOBODY:
        return f"{articles} {'tells' if found.articles == 1 else 'tell'} of it"
    carry = f"{articles} {'carries' if found.articles == 1 else 'carry'} it"
    if found.ground in (Ground.ONE_SOURCE, Ground.ONE_REPORT) and found.articles > 1:
        return f"{carry}, and none adds a source"
    most = found.through
    if found.ground is Ground.SEVERAL and most and not most.every and len(most.articles) > 1:
        return f"{carry}, {len(most.articles)} of them through {_short(most.who)}"
    return carry


def _kind(asserting: Sequence[Origin]) -> str:
    if {one.nature for one in asserting} <= _WITHHELD:
        return "; only unnamed sources stand behind it"
    return "" if any(map(is_named, asserting)) else "; no source is named"


def _one_voice(found: Verdict) -> str:
    """How many are independent where several deny it and nobody says so."""
    if found.asserting or len(found.denying) + len(found.unconfirming) == 1:
        return ""
    return "all one voice" if found.high == 1 else f"{_number(found).lower()} independent"


def _number(found: Verdict) -> str:
    if found.low == found.high:
        return str(found.high)
    return f"At most {found.high}" if found.low < 2 else f"{found.low} to {found.high}"


def _names(origins: Sequence[Origin]) -> str:
    """The first few, those that are known by name before all others."""
    names = list(dict.fromkeys(described(one) for one in sorted(origins, key=lambda one: not is_named(one))))
    more = [f"{len(names) - SHOWN} more"] if len(names) > SHOWN else []
    return listed([*names[:SHOWN], *more])


def _against(verb: str, origins: Sequence[Origin]) -> str:
    who = list(dict.fromkeys(map(_refuser, origins)))
    if not who:
        return ""
    return f"{verb} {listed(who)}" if len(who) < 3 else f"{verb} {len(who)}, {who[0]} and {who[1]} among them"


def _refuser(origin: Origin) -> str:
    return _short(origin.name) if origin.nature is Nature.TRAIL_ENDS else described(origin)


def _unnamed(name: str) -> str:
    if not name:
        return "an unnamed source"
    if _SAYS_SO.search(name) or _PART.match(name):
        return name
    leading = _LEADING.match(name)
    if not leading:
        return f"unnamed {name}"
    first = "an" if leading[1].lower() == "a" else leading[1].lower()
    return f"{first} unnamed {name[leading.end() :]}"


def _short(name: str) -> str:
    return shortened(one_line(name), WIDTH)


def _it(number: int) -> str:
    return "it" if number == 1 else "them"
