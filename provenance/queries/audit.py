"""What is weak in a whole store: one origin behind many articles, circles, unnamed sources, broken trails, drift."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.model import OUTLETS, Assertion
from provenance.queries.tracing import followed
from provenance.trace.clearest import clearest
from provenance.trace.origin_identity import UNNAMED
from provenance.trace.result import Nature
from provenance.trace.wording import one_line
from provenance.trace.wordings import ChangeKind
from provenance.views.prose.phrases import count, listed
from provenance.views.prose.verdict import described, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from provenance.corpus import Corpus
    from provenance.model import Statement
    from provenance.trace import Origin, Trace
    from provenance.trace.drift import Drift

MANY = 3
"""Articles that are many for one origin."""
FEWEST = 2
"""Articles that an issue must concern unless it is asked for less."""
SHOWN = 3
"""Names in one sentence."""
NOBODY = frozenset({Nature.TRAIL_ENDS, Nature.CIRCLE, Nature.UNSPECIFIED})
"""Ends of chains that are nobody who could have said it."""


class Weakness(StrEnum):
    ONE_ORIGIN = "one-origin"
    LOOP = "loop"
    UNNAMED = "unnamed"
    BROKEN_TRAIL = "broken-trail"
    DRIFT = "drift"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is weak in a claim; `claim` is its IRI, `text` its wording.

    `articles` are the keys of those that it concerns, `statements` how many make the claim; `what` says it in a
    sentence. `before` and `after` are two wordings where it is drift, else empty.
    """

    kind: Weakness
    claim: str
    text: str
    articles: tuple[str, ...]
    statements: int
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one kind finds in the trace of one claim; `apart` where other claims may show the very same."""

    articles: tuple[str, ...]
    what: str
    before: str = ""
    after: str = ""
    apart: bool = field(default=False, kw_only=True)


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
    return sorted(found, key=lambda one: (-len(one.articles), -one.statements, one.kind, one.text, one.what, one.claim))


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
            if len(seen.articles) >= min_articles and (kind, seen) not in known:
                known |= {(kind, seen)} if seen.apart else set()
                yield Issue(
                    kind,
                    claim,
                    clearest(statements),
                    seen.articles,
                    len(statements),
                    seen.what,
                    seen.before,
                    seen.after,
                )


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
        yield _Seen(articles, sentence(trace.judged))


def _loops(trace: Trace) -> Iterator[_Seen]:
    for loop in trace.loops:
        articles = tuple(sorted({one.told_in for one in loop.citations}))
        yield _Seen(articles, f"{_names(loop.members)} cite each other in a circle.", apart=True)


def _unnamed(trace: Trace) -> Iterator[_Seen]:
    asserting = _asserting(trace)
    if asserting and {one.nature for one in asserting} <= UNNAMED | {Nature.UNSPECIFIED}:
        articles = _resting(asserting)
        yield _Seen(articles, f"Only unnamed sources stand behind {_those(articles)}: {_names(_who(asserting))}.")


def _broken(trace: Trace) -> Iterator[_Seen]:
    asserting = _asserting(trace)
    if asserting and {one.nature for one in asserting} == {Nature.TRAIL_ENDS}:
        articles = _resting(asserting)
        yield _Seen(articles, f"Nothing stands behind {_those(articles)} but {_names(_who(asserting))}.")


def _drifts(trace: Trace) -> Iterator[_Seen]:
    for one in trace.drifts:
        articles = tuple(dict.fromkeys((one.earlier.article, one.later.article)))
        yield _Seen(articles, _changed(one), one.earlier.text, one.later.text, apart=True)


KINDS: dict[Weakness, Callable[[Trace], Iterator[_Seen]]] = {
    Weakness.ONE_ORIGIN: _one_origin,
    Weakness.LOOP: _loops,
    Weakness.UNNAMED: _unnamed,
    Weakness.BROKEN_TRAIL: _broken,
    Weakness.DRIFT: _drifts,
}


def _changed(drift: Drift) -> str:
    before, after = one_line(drift.before), one_line(drift.after)
    earlier, later = drift.earlier.article, drift.later.article
    if drift.kind is ChangeKind.DROPPED:
        change = f"{earlier} names {before}, {later} only {after}"
    else:
        change = f"“{before}” in {earlier}, “{after}” in {later}"
    return f"{drift.kind.value.capitalize()}: {change}."


def _asserting(trace: Trace) -> list[Origin]:
    return [one for one in trace.origins if one.assertion is Assertion.ASSERTS]


def _resting(origins: Iterable[Origin]) -> tuple[str, ...]:
    return tuple(sorted({key for one in origins for key in one.articles}))


def _who(origins: Iterable[Origin]) -> list[str]:
    return list(dict.fromkeys(map(described, origins)))


def _those(articles: Sequence[str]) -> str:
    return count(len(articles), "article")


def _names(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return listed([*map(one_line, names[:SHOWN]), *([f"{more} more"] if more > 0 else [])])
