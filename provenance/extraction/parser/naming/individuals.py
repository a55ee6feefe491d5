"""What the words of a mention that was taken for a person say of who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.parser.labels import Naming
from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.agent import Found
from provenance.extraction.parser.naming.bodies import is_body
from provenance.extraction.parser.naming.descriptions import description, person_described
from provenance.extraction.parser.naming.persons import persons
from provenance.extraction.parser.naming.words import Word, joined, undetermined
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page
    from provenance.gazetteer import Outlet

SHORT = 3
"""Letters of the longest word that is hardly a plural."""


def individual(phrase: str, parts: Sequence[Word], page: Page) -> Found:
    """Whoever is named, their kind put right where it is a crew, an outlet or a body; else a description."""
    own = undetermined(list(parts))
    if _is_crew(own, page):
        crew = description(parts, page.small)
        return Found((crew,) if crew else (), Kind.GROUP, Naming.DESCRIBED)
    if any(word.is_capital for word in own) and (outlet := _outlet_alone(phrase, page)):
        return Found((outlet.name,), outlet.kind, Naming.NAMED)
    if spelt := _spelt_body(own, page):
        return Found((spelt,), Kind.ORGANIZATION, Naming.NAMED)
    if named := persons(phrase, parts, page):
        names = tuple(page.people.full_name(one.name) for one in named)
        return Found(names, Kind.PERSON, Naming.NAMED, named[0].role)
    if is_body(own):
        return Found((joined(own),), Kind.ORGANIZATION, Naming.NAMED)
    told = person_described(parts)
    return Found((told,) if told else (), Kind.PERSON, Naming.DESCRIBED)


def _spelt_body(own: Sequence[Word], page: Page) -> str:
    """The body that the one word of a phrase shortens."""
    spelt = page.acronyms.get(own[0].text, "") if len(own) == 1 and own[0].text[1:] != own[0].text[1:].lower() else ""
    return spelt if set(spelt.lower().split()) & vocabulary.BODY_WORDS else ""


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
