"""The trace of a claim: the statements that make it, and where they came from."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError, UsageError
from provenance.iris import attribution_iri_of, is_claim, is_minted, passage_iri_of
from provenance.queries.across import across
from provenance.queries.search import by_words
from provenance.text import words
from provenance.trace import trace
from provenance.trace.wording import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.corpus import Corpus
    from provenance.model import Resolution, Statement
    from provenance.rdf.store import Found
    from provenance.trace import Trace


SHOWN = 100
"""Characters of the nearest claim where there is none."""
MATCHES = 1000
"""The most statements that one claim is matched with."""


def traced(corpus: Corpus, claim: str, limit: int, surer: float = 0.0) -> tuple[Trace, tuple[Resolution, ...]]:
    """The trace of `claim`, in words or by IRI, and what was concluded across articles for it.

    Statements less confident than `surer` are left out. Raises UsageError where `claim` holds no words, NotFoundError
    where no article makes it, or none that surely.
    """
    named = is_minted(claim.strip())
    matching = _matching(corpus, claim)
    if all(one.attribution in corpus.rejected for one in matching):
        raise NotFoundError(
            f"people rejected all that makes the claim '{claim}': 'provenance decisions' says who, 'undo' undoes it"
        )
    found = [one for one in matching if _confidence(corpus, one) >= surer]
    if not found:
        raise NotFoundError(
            f"no article makes the claim '{claim}' with a confidence of {surer:g} or more: ask for less"
        )
    exact = corpus.statements(one for one in found if one.coverage == 1)
    statements = corpus.statements(found)
    near = _near(corpus, statements[0]) if named else []
    around = corpus.statements({one.attribution: one for one in (*near, *matching)}.values()) if named else statements
    joined = across(corpus, around)
    if named:
        statements = _reached(statements, around, joined.resolutions)
    asked = () if named else map(passage_iri_of, exact)
    concluded = replace(joined.concluded, doubtful=joined.concluded.doubtful.difference(asked))
    result = trace(claim, statements, joined.resolutions, limit, exact, concluded)
    rejected = (one.attribution for one in (*matching, *near) if one.attribution in corpus.rejected)
    met = {*result.graph, *rejected, *map(attribution_iri_of, statements)}
    return replace(result, decisions=corpus.touching(met), one_text=joined.one_text), joined.resolutions


def followed(corpus: Corpus, iri: str, statements: Sequence[Statement]) -> Trace:
    """The trace of a claim's `statements`, with one chain, into all that match it: as `traced` has it by the IRI."""
    near = corpus.statements(_near(corpus, statements[0]))
    around = list({attribution_iri_of(one): one for one in (*near, *statements)}.values())
    joined = across(corpus, around)
    reached = _reached(statements, around, joined.resolutions)
    return trace(iri, reached, joined.resolutions, 1, statements, joined.concluded)


def _matching(corpus: Corpus, claim: str) -> list[Found]:
    """What makes `claim`, also what was rejected; in other words too where it was asked for in words."""
    if not words(claim):
        raise UsageError(f"the claim '{claim}' holds no words to look for: say who does what")
    asked = claim.strip()
    found = list(islice(corpus.made(asked), MATCHES)) if is_claim(asked) else corpus.find(asked, MATCHES)
    if not found:
        raise NotFoundError(f"no article in the store makes the claim '{claim}'{_instead(corpus, claim)}")
    if is_claim(asked):
        return found
    return corpus.with_joined(found if is_minted(asked) else _with_claims(corpus, found))


def _with_claims(corpus: Corpus, found: Sequence[Found]) -> list[Found]:
    """`found`, and what makes the same claims as the best of it in other words."""
    members = {one.attribution: one for one in found}
    best = max(one.coverage for one in found)
    claims = sorted({corpus.claim_of(one.attribution) or "" for one in found if one.coverage == best} - {""})
    for claim in claims:
        for one in islice(corpus.made(claim), MATCHES):
            members.setdefault(one.attribution, replace(one, coverage=best / 2))
    return list(members.values())


def _near(corpus: Corpus, statement: Statement) -> list[Found]:
    """Those that have most of the words of `statement`."""
    return corpus.find(statement.text, MATCHES) if words(statement.text) else []


def _instead(corpus: Corpus, claim: str) -> str:
    near = None if is_minted(claim.strip()) else by_words(corpus, claim)
    if near is None:
        return ": try fewer words, or other ones"
    text, articles = shortened(one_line(near.text), SHOWN), len(near.articles)
    counted = f"{articles} {'article' if articles == 1 else 'articles'}"
    return f"; the nearest is '{text}' ({counted}): try its words, or 'provenance find TEXT'"


def _confidence(corpus: Corpus, found: Found) -> float:
    statement = corpus.statement(found)
    return statement.attribution.confidence if statement else -1.0


def _reached(
    start: Sequence[Statement], around: Sequence[Statement], resolutions: Sequence[Resolution]
) -> list[Statement]:
    """The statements of `start` and those among `around` that they were taken from."""
    reached = {attribution_iri_of(statement): statement for statement in start}
    by_iri = {attribution_iri_of(statement): statement for statement in around}
    waiting = list(reached)
    while waiting:
        citing = waiting.pop()
        for resolution in resolutions:
            if resolution.citing == citing and resolution.cited not in reached:
                reached[resolution.cited] = by_iri[resolution.cited]
                waiting.append(resolution.cited)
    return list(reached.values())
