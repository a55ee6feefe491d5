"""What the words of a mention by themselves say of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import Naming
from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.agent import Found
from provenance.extraction.parser.naming.bodies import body, is_body, longest_run
from provenance.extraction.parser.naming.crowds import counted, crowd
from provenance.extraction.parser.naming.descriptions import UNSPECIFIED, description
from provenance.extraction.parser.naming.documents import paper
from provenance.extraction.parser.naming.individuals import individual
from provenance.extraction.parser.naming.outlets import outlets
from provenance.extraction.parser.naming.owners import told
from provenance.extraction.parser.naming.persons import GOES_BY
from provenance.extraction.parser.naming.states import state
from provenance.extraction.parser.naming.words import Word, joined, undetermined
from provenance.model import OUTLETS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page


PEOPLE = frozenset({Kind.GROUP, Kind.ANONYMOUS, Kind.PERSON})


def found(phrase: str, parts: Sequence[Word], kind: Kind, page: Page) -> Found:
    """The names in a mention of this kind, its kind put right where the words show another; else a description."""
    if kind in PEOPLE and (number := counted(parts)):
        return Found((), kind, _without_name(kind), counted=number)
    if kind is Kind.ORGANIZATION:
        return _organization(parts, page)
    if kind is Kind.GROUP:
        return _group(parts, page)
    if kind in OUTLETS and (names := outlets(phrase, parts, page)):
        return Found(names, Kind.ORGANIZATION if _is_spelt_body(parts, names, page) else kind, Naming.NAMED)
    if kind is Kind.PERSON or (kind is Kind.ANONYMOUS and GOES_BY.search(phrase)):
        return individual(phrase, parts, page)
    if kind is Kind.PLATFORM:
        return _platform(parts, page)
    if kind is Kind.DOCUMENT and (own := paper(parts)):
        return Found((own.name,), kind, Naming.NAMED if own.maker else Naming.DESCRIBED)
    if kind is Kind.UNSPECIFIED:
        asked = any(word.lower.startswith("interview") for word in parts)
        return Found(("unnamed interviewer" if asked else UNSPECIFIED,), kind, Naming.ANONYMOUS)
    return _described(parts, kind, page)


def _organization(parts: Sequence[Word], page: Page) -> Found:
    own = told(parts, page)
    name = state(parts) or body(own, page)
    return Found((name,), Kind.ORGANIZATION, Naming.NAMED) if name else _described(own, Kind.ORGANIZATION, page)


def _group(parts: Sequence[Word], page: Page) -> Found:
    """A firm is no group, whatever it was taken for."""
    own = told(parts, page)
    bare = undetermined(own)
    if any(word.text == "&" for word in bare) and is_body(bare):
        return Found((joined(bare),), Kind.ORGANIZATION, Naming.NAMED)
    names = crowd(own, page)
    return Found(names, Kind.GROUP, Naming.DESCRIBED) if names else _described(own, Kind.GROUP, page)


def _is_spelt_body(parts: Sequence[Word], names: Sequence[str], page: Page) -> bool:
    """Whether an acronym was taken for an outlet’s whom the text spells out as another body."""
    told = set(names[0].lower().split())
    spelt = any(page.acronyms.get(word.text) == names[0] for word in parts)
    return spelt and bool(told & vocabulary.BODY_WORDS) and not told & vocabulary.NEWSY


def _described(parts: Sequence[Word], kind: Kind, page: Page) -> Found:
    own = description(parts, page.small if kind in PEOPLE else frozenset())
    return Found((own,) if own else (), kind, _without_name(kind))


def _without_name(kind: Kind) -> Naming:
    return Naming.ANONYMOUS if kind is Kind.ANONYMOUS else Naming.DESCRIBED


def _platform(parts: Sequence[Word], page: Page) -> Found:
    for word in parts:
        for stem, name in vocabulary.PLATFORMS.items():
            if word.lower.startswith(stem):
                return Found((name,), Kind.PLATFORM, Naming.NAMED)
    if any(word.text == "X" for word in parts):
        return Found(("X",), Kind.PLATFORM, Naming.NAMED)
    if run := longest_run(parts):
        return Found((joined(run),), Kind.PLATFORM, Naming.NAMED)
    return _described(parts, Kind.PLATFORM, page)
