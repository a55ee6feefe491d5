"""What is weak in a whole store: one origin behind many articles, circles, unnamed sources, broken trails, drift."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from provenance.errors import UsageError
from provenance.model import OUTLETS, Assertion
from provenance.queries.tracing import followed
from provenance.trace.clearest import clearest
from provenance.trace.drift import Drift
from provenance.trace.loops import Loop
from provenance.trace.origin_identity import UNNAMED
from provenance.trace.result import Nature

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from provenance.corpus import Corpus
    from provenance.model import Statement
    from provenance.trace import Origin, Trace
    from provenance.trace.verdict import Verdict

MANY = 3
"""Articles that are many for one origin."""
FEWEST = 2
"""Articles that an issue must concern unless it is asked for less."""
NOBODY = frozenset({Nature.TRAIL_ENDS, Nature.CIRCLE, Nature.UNSPECIFIED})
"""Ends of chains that are nobody who could have said it."""

Found: TypeAlias = "Verdict | Loop | Drift | tuple[Origin, ...]"


class Weakness(StrEnum):
    ONE_ORIGIN = "one-origin"
    LOOP = "loop"
    UNNAMED = "unnamed"
    BROKEN_TRAIL = "broken-trail"
    DRIFT = "drift"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is weak in a claim; `claim` is its IRI, `text` its wording.

    `articles` are the keys of those that it concerns, `statements` how many make the claim. `found` is what is weak:
    the verdict where there is one origin, the loop, the drift, else the origins that nothing better stands beside.
    """

    kind: Weakness
    claim: str
    text: str
    articles: tuple[str, ...]
    statements: int
    found: Found

    @property
    def before(self) -> str:
        """The earlier wording where it is drift, else empty."""
        return self.found.earlier.text if isinstance(self.found, Drift) else ""

    @property
    def after(self) -> str:
        """The later wording where it is drift, else empty."""
        return self.found.later.text if isinstance(self.found, Drift) else ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one kind finds in the trace of one claim; `sign` tells it from others where other claims may show it too."""

    articles: tuple[str, ...]
    found: Found
    sign: tuple[str, ...] = ()


def issues(corpus: Corpus, kinds: Collection[str] = (), min_articles: int = FEWEST) -> Iterator[Issue]:
    """What is weak, claim by claim, those of most articles first; `ordered` sorts it by how much rests on each.

    Only of `kinds` (`Weakness`), if any are given, and where `min_articles` or more are concerned. Raises UsageError
    where there is no such kind.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"no kind of finding '{kind}': give one of {', '.join(KINDS)}")
    looked_for = [kind for kind in KINDS if not kinds or kind in kinds]
    known: set[object] = set()
    return chain.from_iterable(weak(*each, looked_for, min_articles, known) for each in traces(corpus, min_articles))


def ordered(found: Iterable[Issue]) -> list[Issue]:
    """Those that most articles rest on first, then those of most statements."""
    return sorted(
        found, key=lambda one: (-len(one.articles), -one.statements, one.kind, one.text, _sign(one.found), one.claim)
    )


def traces(corpus: Corpus, min_articles: int) -> Iterator[tuple[str, list[Statement], Trace]]:
    """Each claim that so many articles may make, by IRI, with its statements and its trace; the widest spread first."""
    for iri, statements in corpus.claims():
        if _may_concern(statements, min_articles):
            yield iri, statements, followed(corpus, iri, statements)


def weak(
    claim: str,
    statements: Sequence[Statement],
    trace: Trace,
    kinds: Iterable[Weakness],
    min_articles: int,
    known: set[object],
) -> Iterator[Issue]:
    """What of `kinds` is weak in one claim; `known` holds what other claims showed, and gets what this one shows."""
    for kind in kinds:
        for seen in KINDS[kind](trace):
            sign = (kind, seen.articles, seen.sign)
            if len(seen.articles) >= min_articles and sign not in known:
                known |= {sign} if seen.sign else set()
                yield Issue(kind, claim, clearest(statements), seen.articles, len(statements), seen.found)


def _may_concern(statements: Sequence[Statement], articles: int) -> bool:
    """Whether so many articles make the claim, or one cites a report, which may be another article."""
    return len({one.reading.article.key for one in statements}) >= articles or any(map(_cites, statements))


def _cites(statement: Statement) -> bool:
    credited = any(one.is_whole for one in statement.reading.derivations)
    return credited or any(hop.kind in OUTLETS for hop in statement.attribution.chain)


def _one_origin(trace: Trace) -> Iterator[_Seen]:
    asserting = _asserting(trace)
    articles = _resting(asserting)
    if trace.independence.high == 1 and len(articles) >= MANY and not {one.nature for one in asserting} <= NOBODY:
        yield _Seen(articles, trace.judged)


def _loops(trace: Trace) -> Iterator[_Seen]:
    for loop in trace.loops:
        articles = tuple(sorted({one.told_in for one in loop.citations}))
        yield _Seen(articles, loop, _sign(loop))


def _unnamed(trace: Trace) -> Iterator[_Seen]:
    asserting = _asserting(trace)
    if asserting and {one.nature for one in asserting} <= UNNAMED | {Nature.UNSPECIFIED}:
        yield _Seen(_resting(asserting), asserting)


def _broken(trace: Trace) -> Iterator[_Seen]:
    asserting = _asserting(trace)
    if asserting and {one.nature for one in asserting} == {Nature.TRAIL_ENDS}:
        yield _Seen(_resting(asserting), asserting)


def _drifts(trace: Trace) -> Iterator[_Seen]:
    for one in trace.drifts:
        articles = tuple(dict.fromkeys((one.earlier.article, one.later.article)))
        yield _Seen(articles, one, _sign(one))


KINDS: dict[Weakness, Callable[[Trace], Iterator[_Seen]]] = {
    Weakness.ONE_ORIGIN: _one_origin,
    Weakness.LOOP: _loops,
    Weakness.UNNAMED: _unnamed,
    Weakness.BROKEN_TRAIL: _broken,
    Weakness.DRIFT: _drifts,
}


def _sign(found: Found) -> tuple[str, ...]:
    """What tells a circle from others, or a drift; of another kind there is one in a claim."""
    match found:
        case Loop():
            return found.members
        case Drift():
            earlier, later = found.earlier, found.later
            return (found.kind, found.before, earlier.article, found.after, earlier.text, later.text)
        case _:
            return ()


def _asserting(trace: Trace) -> tuple[Origin, ...]:
    return tuple(one for one in trace.origins if one.assertion is Assertion.ASSERTS)


def _resting(origins: Iterable[Origin]) -> tuple[str, ...]:
    return tuple(sorted({key for one in origins for key in one.articles}))
