"""Datelines with an agency: "HARL, March 3 (UPI) —", "(ANSA) - ROMA, 3 MAR -", "МОСКВА, 3 марта. /ТАСС/."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.documents.credits.agencies import Named, agency, pieces
from provenance.model import Derivation, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.documents.credits.lines import Lines

LATIN = re.compile(
    r"^[ \t]*(?:[A-Z][\w’'.,/ -]{1,60}?,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? )?(?:\d{4} )?"
    r"\((?P<wire>[^()\n]{2,40})\)[ \t]*(?:[—–-]{1,2}|:)",
    re.MULTILINE,
)
BARE = re.compile(
    r"^[ \t]*[A-Z][A-Z’'. /-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?,? (?P<wire>[A-Z]\w+(?: [A-Z]\w+)?)"
    r"(?= [A-Z“]| ?[—–-])",
    re.MULTILINE,
)
BRACKETED = re.compile(
    r"^[ \t]*(?P<place>[^\W\d_][^()\n]{1,60}?)?[ \t]*\((?P<wire>[^()\n]{2,40})\)[ \t]*(?:[.,]?[ \t]*[—–-]{1,2}|[:.])",
    re.MULTILINE,
)
DAY = r"\d{1,2}\.?[  ]\w{3,12}\.?(?:[  ]\d{4})?"
BETWEEN = re.compile(
    rf"^[ \t]*(?P<place>[^\W\d_][^()\n/]{{1,40}}?)[.,][  ]{DAY}[.,]?[  ]?(?:[—–-][  ]|/)?"
    r"(?P<wire>[^\n./:—–()-]{2,30}?)/?[  ]?[.:—–-]",
    re.MULTILINE,
)
AGENCY_WORDS = re.compile(r"(?:Wire|News|Press|Agency|Service)$")
TOP = 1500  # characters


def datelines(page: Lines, country: str) -> Iterator[Derivation]:
    """Whom the datelines near the top credit; one agency may come more than once."""
    for match in BARE.finditer(page.text, 0, TOP):
        words = match["wire"].split()
        named = (name for end in range(len(words), 0, -1) for name in gazetteer.by_name(" ".join(words[:end])))
        wire = next((one for one in named if one.kind is Kind.WIRE), None)
        if wire:
            yield _republished(Named(wire.name, wire.kind), match, 0.9)
    for match in LATIN.finditer(page.text, 0, TOP):
        names = re.split(r"/| and ", match["wire"])
        yield from (_republished(found, match, 0.95) for name in names if (found := _named(name.strip(), country)))
    for pattern in (BRACKETED, BETWEEN):
        for match in pattern.finditer(page.text, 0, TOP):
            known = (agency(name, country) for name in pieces(match["wire"]))
            if (match["place"] or "A")[0].isupper():
                yield from (_republished(found, match, 0.95) for found in known if found)


def _republished(named: Named, match: re.Match[str], confidence: float) -> Derivation:
    return Derivation(*named, Relation.REPUBLISHED, evidence=(Span(*match.span()),), confidence=confidence)


def _named(name: str, country: str) -> Named | None:
    """The agency that a dateline names: by the list, by a listed name inside, or by the look of its name."""
    if known := agency(name, country):
        return known
    if bearers := gazetteer.by_name(name):
        return Named(bearers[0].name, bearers[0].kind)
    for start, end, candidates in gazetteer.find(name):
        if not gazetteer.is_common_word(name[start:end]):
            return Named(candidates[0].name, Kind.WIRE)
    return Named(name, Kind.WIRE) if AGENCY_WORDS.search(name) else None
