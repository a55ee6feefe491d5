"""Who is one source across articles, against annotators: `python -m training.sources DATA`.

DATA is the folder of all corpora. Of each event, every two articles that lay statements to one source, by the name
that annotators give it: whether the program, in its own readings, holds the two to be one (by one name, or by a link),
leaves it undecided, or misses it; and which two it holds to be one, in one event or in two, that annotators call
otherwise.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evaluation.matching import covered, same_statement
from evaluation.names import near, same
from provenance.iris import snapshot_iri, source_iri
from provenance.linking.cast import cast
from provenance.linking.matching.agents import compare
from provenance.model import Judgement, Kind
from training.statements import SETS, statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.model import Attribution, Hop, Reading

KINDS = (Kind.PERSON, Kind.ORGANIZATION, Kind.DOCUMENT)
RIGHT, UNDECIDED, MISSED = "held to be one", "undecided", "missed"


class Known(NamedTuple):
    """A source of an article: its IRI and name there, and the name and kind that annotators give it."""

    iri: str
    name: str
    true: str
    kind: Kind


class Article(NamedTuple):
    event: str
    reading: Reading
    known: tuple[Known, ...]


def main(data: Path) -> None:
    for name in SETS:
        made = list(statements(data, name))
        both = zip(made[::2], made[1::2], strict=True)
        report(name, [Article(read.event, read.reading, known(read.reading, given.reading)) for given, read in both])


def report(name: str, articles: Sequence[Article]) -> None:
    found = Counter[tuple[Kind, str]]()
    wrong: Counter[tuple[str, str]] = Counter()
    for one, other in combinations(articles, 2):
        if one.event == other.event:
            found.update(_judged(one, other))
        wrong.update(_wrong(one, other))
    for kind in KINDS:
        told = ", ".join(f"{found[kind, how]} {how}" for how in (RIGHT, UNDECIDED, MISSED))
        print(f"{name}, {kind}: {told}")
    print(f"{name}, two sources held to be one: {len(wrong)} ({sum(wrong.values())} pairs of articles)")
    for (left, right), count in wrong.most_common():
        print(f"  {count} × {left} / {right}")


def known(read: Reading, given: Reading) -> tuple[Known, ...]:
    """The sources of a reading that stand on the chain of a statement which annotators have too."""
    snapshot = snapshot_iri(read.article)
    votes: defaultdict[tuple[str, str], Counter[tuple[str, Kind]]] = defaultdict(Counter)
    for own in read.attributions:
        theirs = _nearest(own, given.attributions)
        for index, hop in enumerate(own.chain if theirs else ()):
            true = _aligned(own.chain, index, theirs.chain) if theirs else None
            if true and not hop.anonymous:
                iri = source_iri(snapshot, hop, (before.name for before in own.chain[:index]))
                votes[iri, hop.name][true.name, true.kind] += 1
    return tuple(
        Known(*agent, *who) for agent, count in votes.items() if (who := count.most_common(1)[0][0])[1] in KINDS
    )


def _nearest(own: Attribution, given: Iterable[Attribution]) -> Attribution | None:
    said = covered(own.content)
    shares = [(same_statement(said, covered(one.content)) or 0.0, number, one) for number, one in enumerate(given)]
    share, _, one = max(shares, default=(0.0, 0, None))
    return one if share else None


def _aligned(own: Sequence[Hop], index: int, given: Sequence[Hop]) -> Hop | None:
    """The hop of `given` of that name, else the one as far from the origin in a chain of the same length."""
    hop = own[index]
    named = next((one for one in given if same(one.name, hop.name)), None)
    named = named or next((one for one in given if near(one.name, hop.name)), None)
    return named or (given[index] if len(given) == len(own) and given[index].kind is hop.kind else None)


def _judged(one: Article, other: Article) -> Iterator[tuple[Kind, str]]:
    links = _links(one, other)
    for ours, theirs in _pairs(one, other):
        if (ours.true, ours.kind) == (theirs.true, theirs.kind):
            judged = links.get(frozenset((ours.iri, theirs.iri)))
            sure = ours.iri == theirs.iri or judged is Judgement.SAME
            yield ours.kind, RIGHT if sure else UNDECIDED if judged else MISSED


def _wrong(one: Article, other: Article) -> Iterator[tuple[str, str]]:
    links = _links(one, other) if one.event == other.event else {}
    for ours, theirs in _pairs(one, other):
        apart = one.event != other.event or (ours.true != theirs.true and not near(ours.true, theirs.true))
        sure = ours.iri == theirs.iri or links.get(frozenset((ours.iri, theirs.iri))) is Judgement.SAME
        if apart and sure:
            left, right = sorted(f"{each.name} ({each.true})" for each in (ours, theirs))
            yield left, right


def _pairs(one: Article, other: Article) -> Iterator[tuple[Known, Known]]:
    return ((ours, theirs) for ours in one.known for theirs in other.known)


def _links(one: Article, other: Article) -> dict[frozenset[str], Judgement]:
    found = compare(cast(one.reading), cast(other.reading))
    return {frozenset((link.left, link.right)): link.judgement for link in found}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    main(parser.parse_args().data)
