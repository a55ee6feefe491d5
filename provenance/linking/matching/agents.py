"""Which people, bodies and documents that two articles on one story name are the same, though called otherwise.

An unnamed source belongs to the report that quotes it; whoever is only called by an office may be who holds it, and a
ministry or the police, told of without a land, the one of the land that is. A short name is the full one's where the
two articles name nobody else so; two spellings of one name are near in letters, as transliterations are.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.iris import is_known_by_name
from provenance.linking.matching.bodies import one_body
from provenance.linking.matching.offices import held, is_office, one_office
from provenance.linking.matching.papers import one_document
from provenance.linking.matching.states import is_state_body, one_state_body
from provenance.model import OUTLETS, Judgement, Kind, Link, LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.linking.cast import Agent

SPELLING = 0.84
"""How near in letters two spellings of one word are (Ratcliff and Metzener 1988, as `difflib` measures it)."""
PERHAPS = 0.7
LONG = 5
"""Letters that a word must have for another spelling of it to be sure: Kim Jun and Kim Jung may be two people."""
SOUND = 0.95
"""The likeness of two words that transliterations of one would agree in."""
SOUNDS = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("kh", "h"), ("ph", "f"), ("sh", "s"), ("ck", "k"), ("w", "v"),
          ("y", "i"), ("j", "i"))  # fmt: skip
UNSURE = 0.8
ACRONYM = 3
"""Letters."""
METHOD = "names in one story"
KNOWN = 10_000
"""Names, and pairs of words, that are kept at hand: the people of a story are compared in each of its articles."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    confidence: float
    why: str


def compare(one: Iterable[Agent], other: Iterable[Agent]) -> Iterator[Link]:
    """SAME_AGENT links between the agents of two articles that are neither one by name nor surely two.

    Each pair once, the surest where both articles name both; the same with the articles swapped.
    """
    ours, theirs = {agent.iri: agent for agent in one}, {agent.iri: agent for agent in other}
    everyone = (*ours.values(), *theirs.values())
    found: dict[tuple[str, str], Link] = {}
    for left in ours.values():
        for right in theirs.values():
            first, second = sorted((left, right), key=lambda agent: agent.iri)
            if first.iri != second.iri and (verdict := _verdict(first, second, everyone)):
                link = _link(first, second, verdict)
                known = found.setdefault((first.iri, second.iri), link)
                found[first.iri, second.iri] = min(link, known, key=lambda one: (-one.confidence, one.evidence))
    yield from found.values()


def _link(left: Agent, right: Agent, verdict: _Verdict) -> Link:
    sure = verdict.confidence >= SPELLING
    judgement = Judgement.SAME if sure else Judgement.UNDECIDED
    evidence = f"{left.name} and {right.name}: {verdict.why}"
    return Link(
        LinkKind.SAME_AGENT, left.iri, right.iri, judgement, METHOD, verdict.confidence, verdict.confidence, evidence
    )


def _verdict(left: Agent, right: Agent, everyone: Iterable[Agent]) -> _Verdict | None:
    if left.kind is right.kind is Kind.DOCUMENT:
        share = one_document(left.name, right.name)
        return _Verdict(share, "two descriptions of one document") if share else None
    if Kind.DOCUMENT in (left.kind, right.kind):
        return None
    if left.kind is right.kind is Kind.PERSON and (office := _office(left, right, everyone)):
        return office
    if left.kind is right.kind is Kind.ORGANIZATION and is_state_body(left.name) and is_state_body(right.name):
        share = one_state_body(left.name, right.name, (one.name for one in everyone))
        return _Verdict(share, "one body of one land") if share else None
    if not (_is_named(left.name, left.kind) and _is_named(right.name, right.kind)):
        return None
    if left.words == right.words:
        return _Verdict(0.9, f"the same name, told of as {left.kind} and as {right.kind}")
    if left.kind in OUTLETS and right.kind in OUTLETS:
        return _outlet(left, right)
    if left.kind is Kind.ORGANIZATION or right.kind is Kind.ORGANIZATION:
        return _body(left, right, everyone)
    if left.kind is right.kind is Kind.PERSON:
        return _person(left, right, everyone)
    return None


def _outlet(left: Agent, right: Agent) -> _Verdict | None:
    bearers = [gazetteer.by_name(agent.name) for agent in (left, right)]
    one = all(len(found) == 1 for found in bearers) and bearers[0] == bearers[1]
    return _Verdict(0.95, f"both are names of {bearers[0][0].name}") if one else None


def _office(left: Agent, right: Agent, everyone: Iterable[Agent]) -> _Verdict | None:
    """Someone who is called by an office, and a person who is named or called by one too."""
    office, holder = sorted((left, right), key=lambda one: not is_office(one.name))
    if not is_office(office.name):
        return None
    if is_office(holder.name):
        share = one_office(office.name, holder.name)
        return _Verdict(share, "one office") if share else None
    known = frozenset(holder.words)
    others = (one.role for one in everyone if known.isdisjoint(one.words) and not is_office(one.name))
    share = held(office.name, holder.role, others)
    return _Verdict(share, f"the office is that of {holder.name} ({holder.role})") if share else None


def _body(left: Agent, right: Agent, everyone: Iterable[Agent]) -> _Verdict | None:
    """An acronym and what it stands for; a name within a longer one."""
    for short, full in ((left, right), (right, left)):
        letters = short.name.replace(".", "")
        if letters.isupper() and len(letters) >= ACRONYM and letters.casefold() in _acronyms(full.words):
            return _Verdict(0.9, "the letters of the one begin the words of the other")
    if left.kind is not right.kind:
        return None
    share = one_body(left.words, right.words, (one.words for one in everyone if one.kind is Kind.ORGANIZATION))
    return _Verdict(share, "the name of the one is in that of the other") if share else None


def _acronyms(words: tuple[str, ...]) -> set[str]:
    telling = [word for word in words if word not in ("of", "the", "and", "for")]
    return {"".join(word[0] for word in part) for part in (words, telling)}


def _person(left: Agent, right: Agent, everyone: Iterable[Agent]) -> _Verdict | None:
    short, full = sorted((left.words, right.words), key=lambda words: (len(words), words))
    if not short:
        return None
    if set(short) < set(full):
        others = {agent.words for agent in everyone if set(short) < set(agent.words)}
        known = short[-1] == full[-1] or len(short) > 1
        if len(others) == 1 and known:
            return _Verdict(0.9, "the only one so called in the two articles")
        return _Verdict(
            0.5, "one of several so called in the two articles" if known else "a first name may be another's"
        )
    if len(short) != len(full):
        return None
    pairs = list(zip(short, full, strict=True))
    near: list[float] = []
    for pair in pairs:
        near.append(_near(*pair))
        if near[-1] < PERHAPS:
            return None
    share = round(sum(near) / len(near), 4)
    if all(
        likeness >= SPELLING and (likeness >= SOUND or min(map(len, pair)) >= LONG)
        for likeness, pair in zip(near, pairs, strict=True)
    ):
        return _Verdict(share, "two spellings of one name")
    return _Verdict(min(share, UNSURE), "two spellings, which may be of one name")


@lru_cache(KNOWN)
def _is_named(name: str, kind: Kind) -> bool:
    return is_known_by_name(name, kind)


@lru_cache(KNOWN)
def _near(one: str, other: str) -> float:
    """From PERHAPS on as near as they are; below that how near they can be at most."""
    if one == other:
        return 1.0
    if _sound(one) == _sound(other):
        return SOUND
    letters = SequenceMatcher(None, one, other, autojunk=False)
    return letters.ratio() if (most := letters.quick_ratio()) >= PERHAPS else most


def _sound(word: str) -> str:
    """A word as transliterations of it agree: Sergei and Sergey, Neeraj and Niraj, Karishma and Karisma."""
    for written, said in SOUNDS:
        word = word.replace(written, said)
    return "".join(letter for letter, _ in groupby(word))
