"""What the words for a source show it to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.parser.labels import Naming
from provenance.extraction.rules import words
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token

PRONOUNS = {"he": Kind.PERSON, "she": Kind.PERSON, "i": Kind.PERSON, "it": Kind.ORGANIZATION}
ENDS = words.PREPOSITIONS | words.RELATIVES | {"and", "who"}


def kind_of(tokens: Sequence[Token]) -> tuple[Kind, Naming]:
    """Of a phrase of at least one word."""
    first = tokens[0].lower
    if len(tokens) == 1 and first in words.PRONOUNS:
        return PRONOUNS.get(first, Kind.GROUP), Naming.DESCRIBED
    own = _head(tokens[first in words.DETERMINERS :] or tokens)
    if listed := _outlet(own):
        return listed, Naming.NAMED
    head = own[-1]
    kind = words.KINDS.get(head.lower)
    if kind is Kind.DOCUMENT or (kind is Kind.OUTLET and not head.capital):
        return kind, Naming.DESCRIBED
    is_small = not head.capital or (len(own) == 1 and kind in {Kind.ANONYMOUS, Kind.GROUP})
    if kind is Kind.ANONYMOUS and is_small:
        return Kind.ANONYMOUS, Naming.ANONYMOUS
    if kind is Kind.PLATFORM:
        return Kind.PLATFORM, Naming.NAMED
    if is_small:
        return _described(own, kind)
    return _named(own, kind), Naming.NAMED


def _head(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words up to what tells more of them."""
    for at, token in enumerate(tokens):
        if at and (token.lower in ENDS or not (token.word or token.text in {"&", "’", "'"})):
            return tokens[:at]
        if at and not token.capital and token.lower.endswith("ed") and words.KINDS.get(tokens[at - 1].lower):
            return tokens[:at]
    return tokens


def _outlet(own: Sequence[Token]) -> Kind | None:
    """An outlet by its whole name, or one that is called as outlets are."""
    name = " ".join(token.text for token in own)
    if name[:1].islower():
        small = next((at for at, token in enumerate(own) if token.capital), len(own))
        is_called = words.KINDS.get(own[small - 1].lower) is Kind.OUTLET and small < len(own)
        return Kind.OUTLET if is_called or own[0].lower == "news" else _outlet(own[small:]) if own[small:] else None
    found = gazetteer.by_name(name)
    if found and (not gazetteer.is_common_word(name) or len(own) > 1):
        return Kind.WIRE if all(one.kind is Kind.WIRE for one in found) else Kind.OUTLET
    is_masthead = len(own) > 1 and own[-1].text in words.NEWSY and own[0].lower not in words.TITLES
    return Kind.OUTLET if is_masthead else None


def _described(own: Sequence[Token], kind: Kind | None) -> tuple[Kind, Naming]:
    head = own[-1].lower
    if head in words.OUTLET_NOUNS:
        return Kind.OUTLET, Naming.DESCRIBED
    if kind is None:
        is_many = head.endswith("s") or own[0].lower in words.NUMBERS | words.QUANTIFIERS
        kind = Kind.GROUP if is_many else Kind.PERSON
    return kind, Naming.DESCRIBED


def _named(own: Sequence[Token], kind: Kind | None) -> Kind:
    head = own[-1].lower
    is_titled = any(token.lower in words.TITLES for token in own[:-1])
    if kind is Kind.ORGANIZATION or (head in words.BODIES and not is_titled):
        return Kind.ORGANIZATION
    if kind is Kind.GROUP:
        return Kind.GROUP
    if len(own) <= 2 and " ".join(token.lower for token in own) in words.PLACES:
        return Kind.ORGANIZATION
    return Kind.PERSON
