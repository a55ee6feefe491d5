"""What the words of a mention by themselves say of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.parser.labels import Naming
from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.agent import Found
from provenance.extraction.parser.naming.bodies import body, longest_run
from provenance.extraction.parser.naming.descriptions import UNSPECIFIED, description, person_described
from provenance.extraction.parser.naming.documents import paper
from provenance.extraction.parser.naming.outlets import outlets
from provenance.extraction.parser.naming.owners import told
from provenance.extraction.parser.naming.persons import persons
from provenance.extraction.parser.naming.words import Word, joined, undetermined
from provenance.model import OUTLETS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page
    from provenance.gazetteer import Outlet


SHORT = 3
"""Letters of the longest word that is hardly a plural."""


def found(phrase: str, parts: Sequence[Word], kind: Kind, page: Page) -> Found:
    """The names in a mention of this kind, its kind put right where the words show another; else a description."""
    if kind in {Kind.ORGANIZATION, Kind.GROUP}:
        parts = told(parts, page)
    if kind in OUTLETS and (names := outlets(phrase, parts, page)):
        return Found(names, kind, Naming.NAMED)
    if kind is Kind.PERSON:
        return _person(phrase, parts, page)
    if kind is Kind.ORGANIZATION and (name := body(parts, page)):
        return Found((name,), kind, Naming.NAMED)
    if kind is Kind.PLATFORM:
        return _platform(parts)
    if kind is Kind.DOCUMENT and (own := paper(parts)):
        return Found((own.name,), kind, Naming.NAMED if own.maker else Naming.DESCRIBED)
    if kind is Kind.UNSPECIFIED:
        asked = any(word.lower.startswith("interview") for word in parts)
        return Found(("unnamed interviewer" if asked else UNSPECIFIED,), kind, Naming.ANONYMOUS)
    return _described(parts, kind)


def _described(parts: Sequence[Word], kind: Kind) -> Found:
    own = description(parts)
    return Found((own,) if own else (), kind, Naming.ANONYMOUS if kind is Kind.ANONYMOUS else Naming.DESCRIBED)


def _person(phrase: str, parts: Sequence[Word], page: Page) -> Found:
    own = undetermined(list(parts))
    if _is_crew(own, page):
        return _described(parts, Kind.GROUP)
    if any(word.is_capital for word in own) and (outlet := _outlet_alone(phrase, page)):
        return Found((outlet.name,), outlet.kind, Naming.NAMED)
    if named := persons(phrase, parts, page):
        names = tuple(page.people.full_name(one.name) for one in named)
        return Found(names, Kind.PERSON, Naming.NAMED, named[0].role)
    if _is_body(own):
        return Found((joined(own),), Kind.ORGANIZATION, Naming.NAMED)
    told = person_described(parts)
    return Found((told,) if told else (), Kind.PERSON, Naming.DESCRIBED)


def _outlet_alone(phrase: str, page: Page) -> Outlet | None:
    """The one outlet of this name, where the text gives nobody of this name a first name."""
    bearers = gazetteer.by_name(phrase)
    known = len(bearers) == 1 and not gazetteer.is_common_word(phrase) and not page.people.bears(phrase)
    return bearers[0] if known else None


def _is_crew(own: Sequence[Word], page: Page) -> bool:
    """One word for several: "Rescuers", "Norwegians", "Hauliers were"; but a surname that the text shows is one."""
    if len(own) != 1 or page.people.is_name(own[0].text):
        return False
    word = own[0].lower
    many = word in vocabulary.CREWS or (word.endswith("s") and word[:-1] in vocabulary.DEMONYMS)
    return many or (word.endswith("s") and len(word) > SHORT and page.word_at(own[0].end) in vocabulary.PLURAL)


def _is_body(own: Sequence[Word]) -> bool:
    """A body, a firm or a land that stands alone is no person."""
    run = longest_run(own)
    if not run or len(run) != sum(not word.is_mark for word in own) or run[-1].owns:
        return False
    bodily = run[-1].lower in vocabulary.BODY_WORDS or any(word.text == "&" for word in run)
    return bodily or joined(run).lower() in vocabulary.PLACES


def _platform(parts: Sequence[Word]) -> Found:
    for word in parts:
        for stem, name in vocabulary.PLATFORMS.items():
            if word.lower.startswith(stem):
                return Found((name,), Kind.PLATFORM, Naming.NAMED)
    if any(word.text == "X" for word in parts):
        return Found(("X",), Kind.PLATFORM, Naming.NAMED)
    if run := longest_run(parts):
        return Found((joined(run),), Kind.PLATFORM, Naming.NAMED)
    return _described(parts, Kind.PLATFORM)
