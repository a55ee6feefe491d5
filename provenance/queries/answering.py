"""What a store answers to a question or a claim in words: each claim that makes it, and what is only related."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError
from provenance.queries.search import nearest
from provenance.queries.tracing import traced
from provenance.trace.clearest import clearest
from provenance.trace.wording import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.corpus import Corpus
    from provenance.linking.candidates import CandidateIndex
    from provenance.queries.search import Nearest
    from provenance.trace import Trace

CONSIDERED = 50
"""The most claims that are looked at."""
CLAIMS = 10
"""The most claims that are traced for one question."""
RELATED, LEAST = 5, 0.1
"""The most claims that are named as related, and how likely one makes what was asked for at the least."""
SHOWN = 100
"""Characters of the nearest claim where none is sure."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The claims that make what was `asked`, and those that only have to do with it, the likeliest first."""

    asked: str
    making: tuple[Nearest, ...]
    related: tuple[Nearest, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A claim by its IRI that makes what was asked with that likelihood, and where it came from."""

    claim: str
    likelihood: float
    trace: Trace


@dataclass(frozen=True, slots=True)
class Answered:
    """The claims that make what was `asked`, the likeliest first; those `related` are counted in none of them.

    There may be none: then nothing in the store surely makes what was asked.
    """

    asked: str
    claims: tuple[Made, ...]
    related: tuple[Nearest, ...]


def candidates(corpus: Corpus, asked: str, index: CandidateIndex, threads: int = 0) -> Candidates:
    """Raises UsageError where `asked` holds no words."""
    found = nearest(corpus, asked, index, CONSIDERED, threads)
    found.sort(key=lambda one: (-one.likelihood, -one.score, one.claim))
    making = [one for one in found if one.makes]
    rest = [*making[CLAIMS:], *(one for one in found if one.likelihood >= LEAST and not one.makes)]
    return Candidates(asked, tuple(making[:CLAIMS]), tuple(rest[:RELATED]))


def answered(corpus: Corpus, found: Candidates, limit: int, surer: float = 0.0) -> Answered:
    """Each claim with its trace of `limit` chains at most, without statements less confident than `surer`.

    Raises NotFoundError where there are claims and `surer` leaves nothing of them.
    """
    claims: list[Made] = []
    refused: NotFoundError | None = None
    for one in found.making:
        try:
            trace, _ = traced(corpus, one.claim, limit, surer)
        except NotFoundError as error:
            refused = error
        else:
            wording = clearest(corpus.statements_of(one.claim))
            claims.append(Made(one.claim, one.likelihood, replace(trace, claim=wording)))
    if refused and not claims:
        raise refused
    return Answered(found.asked, tuple(claims), found.related)


def likeliest(corpus: Corpus, found: Candidates) -> str:
    """The claim, by IRI, that makes what was asked. Raises NotFoundError where none surely does."""
    if not found.making:
        raise refusal(found.asked, found.related, corpus.as_of)
    return found.making[0].claim


def refusal(asked: str, related: Sequence[Nearest], as_of: str = "") -> NotFoundError:
    """Says that nothing known `as_of` a date surely makes what was `asked`, and what is the nearest."""
    known = f"known by {as_of} " if as_of else ""
    if not related:
        return NotFoundError(
            f"no article {known}in the store makes the claim '{asked}': try fewer words, or other ones"
        )
    nearest = related[0]
    text, articles = shortened(one_line(nearest.text), SHOWN), len(nearest.articles)
    making = f"{articles} article{'' if articles == 1 else 's'}"
    surely = f"no article {known}in the store surely makes the claim '{asked}'"
    return NotFoundError(f"{surely}; the nearest is '{text}' ({making}): try its words, or 'provenance find TEXT'")
