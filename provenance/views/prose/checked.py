"""How views tell of a fact check: whose it is, what it came to, of what, and who is held to have claimed that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.trace.wording import one_line

if TYPE_CHECKING:
    from provenance.model import ClaimReview, Rating
    from provenance.trace.result import FactCheck

UNKNOWN = "somebody unnamed"
UNRATED = "no rating given"


def checked(check: FactCheck) -> str:
    """Such as: Checked by Sluice Check, 2031-05-13: “False”. What it checked: “The mill was sold”, …"""
    review = check.review
    by = review.reviewer.name if review.reviewer else UNKNOWN
    date = f", {review.reviewed}" if review.reviewed else ""
    where = review.url or f"in the article {check.told_in}"
    return one_line(
        f"Checked by {by}{date}: {rated(review.rating)}. It checked: “{review.claim}”{_claimed(review)} ({where})"
    )


def rated(rating: Rating) -> str:
    """The rating as it is written: its word, and its place on the scale."""
    ends = f" on a scale from {rating.worst} to {rating.best}" if rating.worst and rating.best else ""
    place = f"{rating.value}{ends}" if rating.value else ""
    if rating.name:
        return f"“{rating.name}”" + (f", {place}" if place else "")
    return place or UNRATED


def _claimed(review: ClaimReview) -> str:
    if review.claimant is None:
        return ""
    return f", which it says {review.claimant.name} claimed" + (f" on {review.claimed}" if review.claimed else "")
