"""Whether two origins are one, may be one or are two: from what is said of them, and what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Judgement
from provenance.trace.concluded import NOTHING as NOTHING_CONCLUDED
from provenance.trace.concluded import in_order
from provenance.trace.origin_identity.naming import fullest
from provenance.trace.origin_identity.pair import Verdict, Why
from provenance.trace.origin_identity.profile import Sort, profile
from provenance.trace.result import Nature

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.trace.concluded import Concluded
    from provenance.trace.origin_identity.profile import Profile
    from provenance.trace.result import Origin

_END = {Nature.TRAIL_ENDS: Why.NOT_RETRIEVED, Nature.CIRCLE: Why.CIRCLE}
_BODIES = frozenset({Nature.ORGANIZATION, Nature.DOCUMENT})


class Judge:
    """Judges any two of `origins`: what a short name may stand for depends on who else is among them."""

    def __init__(self, origins: Iterable[Origin], concluded: Concluded = NOTHING_CONCLUDED) -> None:
        known = list(origins)
        alone = {node for pair in (*concluded.different, *concluded.alike) for node in pair}
        self._concluded = concluded
        self._profiles = {(one.node, one.nature): profile(one, alone=one.node in alone) for one in known}
        named = {self.profile(one).words: one.name for one in known if self.profile(one).sort is Sort.NAME}
        self._fullest, self._called = fullest(named), named

    def profile(self, origin: Origin) -> Profile:
        return self._profiles[origin.node, origin.nature]

    def __call__(self, one: Origin, other: Origin) -> Verdict:
        """The same whichever comes first."""
        if one.node == other.node:
            return Verdict(Judgement.SAME, Why.ONE_SOURCE)
        pair = in_order(one.node, other.node)
        if pair in self._concluded.different:
            return Verdict(Judgement.DIFFERENT, Why.DECIDED)
        if link := self._concluded.alike.get(pair):
            return Verdict(Judgement.UNDECIDED, Why.NAMES_ALIKE, link.evidence, link.confidence)
        left, right = sorted((self.profile(one), self.profile(other)), key=lambda told: told.sort)
        match left.sort, right.sort:
            case _, Sort.NOTHING:
                return Verdict(Judgement.UNDECIDED, _END.get(right.nature, Why.NO_SOURCE))
            case Sort.NAME, Sort.NAME:
                return self._names(left, right)
            case Sort.NAME, Sort.DESCRIPTION:
                return _described(left, right)
            case Sort.NAME, Sort.PAPER:
                return _paper(left, right)
            case Sort.DESCRIPTION, Sort.DESCRIPTION:
                return _unnamed(left, right)
            case _:
                return Verdict(Judgement.UNDECIDED, Why.ONE_DOCUMENT)

    def _names(self, left: Profile, right: Profile) -> Verdict:
        both = self._fullest[left.words] & self._fullest[right.words]
        if left.words == right.words:
            return Verdict(Judgement.UNDECIDED, Why.SAME_NAME)
        if both:
            documents = [one.nature is Nature.DOCUMENT for one in (left, right)]
            why = Why.MAKER if documents.count(True) == 1 else Why.PART_OF_NAME
            return Verdict(Judgement.UNDECIDED, why, "; ".join(sorted(self._called[name] for name in both)))
        if _speaks_for(left, right) or _speaks_for(right, left):
            return Verdict(Judgement.UNDECIDED, Why.SPEAKS_FOR)
        return Verdict(Judgement.DIFFERENT, Why.OTHER_NAME)


def _speaks_for(person: Profile, body: Profile) -> bool:
    return body.nature is Nature.ORGANIZATION and body.words <= person.roles and person.speaks


def _described(named: Profile, described: Profile) -> Verdict:
    """Whether a description may be of whom the name is: nothing that is said of the two tells them apart."""
    if any(told.excludes(named.belongs[0]) for told in described.belongs):
        return Verdict(Judgement.DIFFERENT, Why.OTHER_AFFILIATION)
    if named.nature is not Nature.PERSON:
        is_body = named.nature is Nature.ORGANIZATION
        return Verdict(Judgement.UNDECIDED, Why.MAY_INCLUDE) if is_body else _DOCUMENT
    if not named.roles or not described.stems:
        return Verdict(Judgement.UNDECIDED, Why.MAY_INCLUDE)
    if described.stems.isdisjoint(named.stems):
        return Verdict(Judgement.DIFFERENT, Why.OTHER_ROLE)
    return Verdict(Judgement.UNDECIDED, Why.OFFICE, " ".join(sorted(described.stems & named.stems)))


def _paper(named: Profile, paper: Profile) -> Verdict:
    """A person's only where it bears the person's name."""
    able = named.nature in _BODIES or not named.words.isdisjoint(paper.words)
    return Verdict(Judgement.UNDECIDED, Why.MAKER) if able else _DOCUMENT


def _unnamed(left: Profile, right: Profile) -> Verdict:
    if left != right and any(one.excludes(other) for one in left.belongs for other in right.belongs):
        return Verdict(Judgement.DIFFERENT, Why.OTHER_AFFILIATION)
    return Verdict(Judgement.UNDECIDED, Why.UNNAMED)


_DOCUMENT = Verdict(Judgement.DIFFERENT, Why.NO_DOCUMENT)
