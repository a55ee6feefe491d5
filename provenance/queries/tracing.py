"""The trace of a claim: the statements that make it, and where they came from."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError
from provenance.iris import attribution_iri_of, is_claim
from provenance.queries.across import across
from provenance.queries.checks import checks
from provenance.text import words
from provenance.trace import trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.corpus import Corpus
    from provenance.model import Resolution, Statement
    from provenance.rdf.store import Found
    from provenance.trace import Trace


MATCHES = 1000
"""The most statements that one claim is matched with."""


def traced(corpus: Corpus, iri: str, limit: int, surer: float = 0.0) -> tuple[Trace, tuple[Resolution, ...]]:
    """The trace of a claim or a statement, and what was concluded across articles for it.

    Statements less confident than `surer` are left out. Raises NotFoundError where the store has nothing by that IRI,
    or nothing of it that is so sure and known by then.
    """
    asked = iri.strip()
    made = list(islice(corpus.made(asked), MATCHES)) if is_claim(asked) else corpus.find(asked, MATCHES)
    if not made:
        raise NotFoundError(f"no article in the store makes the claim '{iri}': try its words")
    matching = made if is_claim(asked) else corpus.with_joined(made)
    if all(one.attribution in corpus.rejected for one in matching):
        raise NotFoundError(
            f"people rejected all that makes the claim '{iri}': 'provenance decisions' says who, 'undo' undoes it"
        )
    statements = [one for one in corpus.statements(matching) if one.attribution.confidence >= surer]
    if not statements:
        raise NotFoundError(f"no article {_by_then(corpus)}makes the claim '{iri}'{_so_surely(surer)}: ask for less")
    near = _near(corpus, statements[0])
    around = corpus.statements({one.attribution: one for one in (*near, *matching)}.values())
    joined = across(corpus, around)
    reached = _reached(statements, around, joined.resolutions)
    result = trace(asked, reached, joined.resolutions, limit, statements, joined.concluded)
    rejected = (one.attribution for one in (*matching, *near) if one.attribution in corpus.rejected)
    met = {*result.traced, *rejected, *map(attribution_iri_of, reached)}
    found = replace(
        result, decisions=corpus.touching(met), one_text=joined.one_text, checks=checks(corpus, result.statements)
    )
    return found, joined.resolutions


def followed(corpus: Corpus, iri: str, statements: Sequence[Statement]) -> Trace:
    """The trace of a claim's `statements`, with one chain, into all that match it: as `traced` has it by the IRI."""
    near = corpus.statements(_near(corpus, statements[0]))
    around = list({attribution_iri_of(one): one for one in (*near, *statements)}.values())
    joined = across(corpus, around)
    reached = _reached(statements, around, joined.resolutions)
    return trace(iri, reached, joined.resolutions, 1, statements, joined.concluded)


def _by_then(corpus: Corpus) -> str:
    return f"known by {corpus.as_of} " if corpus.as_of else ""


def _so_surely(surer: float) -> str:
    return f" with a confidence of {surer:g} or more" if surer else ""


def _near(corpus: Corpus, statement: Statement) -> list[Found]:
    """Those that have most of the words of `statement`."""
    return corpus.find(statement.text, MATCHES) if words(statement.text) else []


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
