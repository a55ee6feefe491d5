"""Documents: their maker and noun ("Tarn Trust survey", "Ada Brunt’s letter"); without a maker, what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.words import Word, joined, undetermined
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.agent import Found

BY = frozenset("by from".split())
ABOUT = frozenset("of to on about for into between against in".split())
MOST_ABOUT = 6
"""Words of what a document is about."""


@dataclass(frozen=True, slots=True)
class Paper:
    """`noun` with the words that belong to it; `maker` as the phrase has it; `owner` describes one ("company")."""

    noun: str
    maker: str = ""
    owner: str = ""
    about: str = ""

    @property
    def fullness(self) -> int:
        return 2 * bool(self.maker) + bool(self.about)

    @property
    def name(self) -> str:
        return self.maker or " ".join(part for part in (self.noun, self.about) if part)

    def made_by(self, maker: Found) -> str:
        """The noun with the maker in front: persons own it, a body stands before it."""
        return f"{maker.name}’s {self.noun}" if maker.kind is Kind.PERSON else f"{maker.name} {self.noun}"


def paper(parts: Sequence[Word]) -> Paper | None:
    """The document that a phrase describes; None where it has no noun of one."""
    if len(parts) <= 2 and parts[0].lower in vocabulary.PAPER_VERBS:
        return Paper(vocabulary.PAPER_VERBS[parts[0].lower])
    own = undetermined(_before_coming(list(parts)))
    at = _head(own)
    if at is None:
        return None
    front, after = own[:at], own[at + 1 :]
    capital = next((n for n in range(len(front)) if _names_at(front, n)), None)
    noun = joined([*(word for word in front[-1:] if _belongs(word)), own[at]])
    noun = noun if capital is None or not own[at].is_capital else joined(own[at : at + 1]).lower()
    if capital is not None:
        return Paper(
            noun,
            maker=joined([*(one for one in _untitled(front[capital:]) if one.is_capital or _belongs(one)), own[at]]),
        )
    if after and after[0].lower in BY and (named := _capitals(after[1:])):
        return Paper(noun, maker=f"{joined(named)} {noun}")
    owner = next((word.text for word in front if word.owns), "")
    return Paper(noun, owner=owner, about=_about(after))


def _before_coming(parts: list[Word]) -> list[Word]:
    """Without how it came ("obtained by …"), when, and what a relative or a mark sets off."""
    for at, word in enumerate(parts):
        if at and word.lower in vocabulary.CAME | vocabulary.RELATIVES:
            return parts[:at]
        if word.lower in vocabulary.DATES and any(one.lower in vocabulary.PAPERS for one in parts[:at]):
            return parts[:at]
        if at and word.text in {",", "(", ";", "—", "–"}:
            return parts[:at]
    return parts


def _head(own: Sequence[Word]) -> int | None:
    """The last noun of a document before any preposition."""
    found = None
    for at, word in enumerate(own):
        if word.lower in BY | ABOUT | {"with"} and (found is not None or at == 0):
            break
        if word.lower in vocabulary.PAPERS and not word.owns:
            found = at
    return found


def _names(word: Word) -> bool:
    return (word.is_capital or word.text.isdigit()) and word.lower not in vocabulary.SMALL | vocabulary.VAGUE


def _names_at(front: Sequence[Word], at: int) -> bool:
    """Whether a name begins here; a vague word is part of one before another capital: "New York"."""
    word = front[at]
    vague = word.is_capital and word.lower in vocabulary.VAGUE and at + 1 < len(front)
    return _names(word) or bool(vague and front[at + 1].is_capital)


def _belongs(word: Word) -> bool:
    """A noun or an adjective that tells which: not a number, a possessor or a mere "new"."""
    return not (
        word.owns or word.is_mark or word.lower in vocabulary.SMALL | vocabulary.VAGUE or word.text[0].isdigit()
    )


def _untitled(front: list[Word]) -> list[Word]:
    owner = next((at for at, word in enumerate(front) if word.owns), None)
    if owner is None:
        return front
    last = max((at for at, word in enumerate(front[:owner]) if word.is_role), default=-1)
    return front[last + 1 :]


def _capitals(after: Sequence[Word]) -> list[Word]:
    own = undetermined(list(after))
    end = next(
        (
            at
            for at, word in enumerate(own)
            if word.is_mark or not (word.is_capital or word.lower in {"of", "for", "and", "the", "&"})
        ),
        len(own),
    )
    own = own[:end]
    while own and not own[-1].is_capital:
        own = own[:-1]
    return own


def _about(after: Sequence[Word]) -> str:
    if not after or after[0].lower not in ABOUT:
        return ""
    own = list(after[: MOST_ABOUT + 1])
    end = next(
        (at for at, word in enumerate(own) if at and (word.lower in BY or word.lower in vocabulary.CUES)), len(own)
    )
    own = own[:end]
    while own and (own[-1].is_small or own[-1].is_mark):
        own = own[:-1]
    return joined(own)
