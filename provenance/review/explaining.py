"""Why a link is what it is: of two statements, what speaks for one claim and what against."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.iris import is_link, link_iri
from provenance.linking.matching.reasons import reasons
from provenance.model import LinkKind
from provenance.review.undecided import ended

if TYPE_CHECKING:
    from provenance.corpus import Corpus
    from provenance.linking.candidates import CandidateIndex
    from provenance.linking.matching.reasons import Reason
    from provenance.linking.records import ArticleRecord
    from provenance.model import Link
    from provenance.review.undecided import End


@dataclass(frozen=True, slots=True)
class Explanation:
    """A link by its IRI, its ends, and why: for two statements that may make one claim `reasons`, the weightiest first.

    `likelihood` is that of this pair by its reasons, None where there are none to give. `at_one_place`: both stand on
    the same words, which is one claim whatever else. The score of a link that joins is another thing: the mean over all
    statements of the claim.
    """

    id: str
    link: Link
    left: End
    right: End
    reasons: tuple[Reason, ...] = ()
    likelihood: float | None = None
    at_one_place: bool = False


def explained(corpus: Corpus, index: CandidateIndex, iri: str) -> Explanation:
    """Raises NotFoundError where the store holds no such link, or its ends are gone, UsageError for no link's IRI."""
    asked = iri.strip()
    if not is_link(asked):
        raise UsageError(f"'{iri}' is no link: give the IRI of one, as 'provenance review --format json' prints it")
    link = corpus.store.link(asked)
    left, right = (ended(corpus, link.kind, one) for one in (link.left, link.right))
    found = Explanation(link_iri(link), link, left, right)
    return weighed(found, index) if link.kind is LinkKind.SAME_CLAIM else found


def weighed(found: Explanation, index: CandidateIndex) -> Explanation:
    """With the reasons, where `index` knows both statements."""
    places = [_place(index, iri) for iri in (found.link.left, found.link.right)]
    if not all(places):
        return found
    [(one, row), (other, column)] = filter(None, places)
    if one.statements[0].iri == other.statements[0].iri:
        other = one
    why = reasons(one, other, (row, column))
    return replace(
        found,
        reasons=why,
        likelihood=round(1 / (1 + exp(-sum(each.adds for each in why))), 4),
        at_one_place=one.statements[row].passage == other.statements[column].passage,
    )


def _place(index: CandidateIndex, iri: str) -> tuple[ArticleRecord, int] | None:
    """The record that a statement stands in, and its row there."""
    for record in index.records_of([iri]):
        for row, said in enumerate(record.statements):
            if said.iri == iri:
                return record, row
    return None
