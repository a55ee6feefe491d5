"""Which statements quote the same words: a run of LEAST_RUN words or more between quotation marks in both.

Two statements are the same quotation where the run is long, or all of the shorter quotation; a shorter run, one of
common words only, or one laid to two people by name is for a person to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.iris import article_iri, attribution_iri, snapshot_iri
from provenance.linking.quotations import LEAST_RUN, quoted
from provenance.model import Judgement, Kind, Link, LinkKind
from provenance.text import STOP_WORDS, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.linking.quotations import Quoted
    from provenance.model import Attribution, Reading

LONG_RUN = 8
"""Words that are the same quotation wherever they stand."""
LEAST_TELLING = 2
"""Words of a run that are not stop words."""
UNSURE = 0.5
NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION})
SHOWN = 12
"""Words of a quotation that its evidence gives."""
METHOD = "shared quotation"


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in common, and which quotation of each reading has them."""

    left: int
    right: int
    words: tuple[str, ...]


_Places = dict[tuple[str, ...], tuple[int, int]]
"""LEAST_RUN words → the quotation that has them first, and where in it."""


def compare(left: Reading, right: Reading) -> tuple[Link, ...]:
    """SHARED_QUOTE links between attributions of two articles, by IRI; the same with the readings swapped.

    Words that a reading quotes more than once count where they first stand. `score` is the part of the shorter
    quotation that is shared.
    """
    if article_iri(left.article) == article_iri(right.article):
        return ()
    left, right = sorted((left, right), key=lambda reading: snapshot_iri(reading.article))
    ours, theirs = list(quoted(left)), list(quoted(right))
    longest: dict[tuple[int, int], _Run] = {}
    for run in _runs(_places(ours), _places(theirs)):
        pair = ours[run.left].number, theirs[run.right].number
        if pair not in longest or len(run.words) > len(longest[pair].words):
            longest[pair] = run
    found = (_link(left, right, ours[run.left], theirs[run.right], run.words) for run in longest.values())
    return tuple(sorted((link for link in found if link), key=lambda link: (link.left, link.right)))


def _places(quoted: Iterable[Quoted]) -> _Places:
    places: _Places = {}
    for index, one in enumerate(quoted):
        for at in range(len(one.words) - LEAST_RUN + 1):
            places.setdefault(one.words[at : at + LEAST_RUN], (index, at))
    return places


def _runs(ours: _Places, theirs: _Places) -> Iterator[_Run]:
    """The longest runs of words in common, in the order of `ours`."""
    before: tuple[int, int, int, int] | None = None
    words: list[str] = []
    for five, (left, i) in ours.items():
        if five not in theirs:
            continue
        right, j = theirs[five]
        if before == (left, i - 1, right, j - 1):
            words.append(five[-1])
        else:
            if before:
                yield _Run(before[0], before[2], tuple(words))
            words = list(five)
        before = left, i, right, j
    if before:
        yield _Run(before[0], before[2], tuple(words))


def _link(left: Reading, right: Reading, ours: Quoted, theirs: Quoted, words: tuple[str, ...]) -> Link | None:
    telling = sum(word not in STOP_WORDS for word in words)
    if telling < LEAST_TELLING:
        return None
    one, other = left.attributions[ours.number], right.attributions[theirs.number]
    shorter = min(len(ours.words), len(theirs.words))
    length = len(words)
    speakers = _speakers(one, other)
    same = length >= LONG_RUN or (length == shorter and not speakers.differ)
    ends = attribution_iri(snapshot_iri(left.article), one), attribution_iri(snapshot_iri(right.article), other)
    counted = f"{length} of the {shorter} words of the shorter quotation, {_shown(words)}"
    return Link(
        kind=LinkKind.SHARED_QUOTE,
        left=min(ends),
        right=max(ends),
        judgement=Judgement.SAME if same else Judgement.UNDECIDED,
        method=METHOD,
        score=length / shorter,
        confidence=1 - 1 / length if same and not speakers.differ else UNSURE,
        evidence=f"{counted}; {speakers.words}",
    )


class _Speakers(NamedTuple):
    """To whom two attributions are laid, in words, and whether that is two people by name."""

    words: str
    differ: bool


def _speakers(one: Attribution, other: Attribution) -> _Speakers:
    first, second = (attribution.chain[-1] if attribution.chain else None for attribution in (one, other))
    if not first or not second:
        return _Speakers("not laid to anybody in one of them", differ=False)
    ours, theirs = set(plain_name(first.name).split()), set(plain_name(second.name).split())
    if ours <= theirs or theirs <= ours:
        fuller = max(first.name, second.name, key=lambda name: (len(name), name))
        return _Speakers(f"both laid to {fuller}", differ=False)
    named = all(hop.kind in NAMED and not hop.anonymous for hop in (first, second))
    names = " and to ".join(sorted((first.name, second.name)))
    return _Speakers(f"laid to {names}", differ=named)


def _shown(words: tuple[str, ...]) -> str:
    return f"“{' '.join(words[:SHOWN])}{' …' if len(words) > SHOWN else ''}”"
