"""What speaks for and against a link, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import LinkKind
from provenance.text import plain_name, words
from provenance.trace.wording import one_line
from provenance.views.prose.links import end
from provenance.views.prose.phrases import listed
from provenance.views.prose.steps import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from provenance.linking.matching.reasons import Reason
    from provenance.review.explaining import Explanation

LEAST = 0.05
"""What adds less to the logarithm of the odds is left out."""
SHOWN = 6
"""The most words that are given."""
MARKS = '.,;:!?“”"‘’()'
START = "where every pair starts from: most statements of two articles make two claims"
FOR = {
    "bias": START,
    "meaning": "they are near in meaning",
    "words": "they share words{shared}",
    "lead in meaning": "no other statement of these articles is nearer in meaning",
    "lead in words": "no other statement of these articles has more words in common",
    "figures": "they share figures{shared}",
    "same origin": "both come from the same origin{shared}",
    "same first hop": "both articles have it from the same source{shared}",
    "a hop in common": "somebody stands on the chain of both{shared}",
    "same kind of origin": "the origins are of one kind{shared}",
    "hops": "they were passed on, as what is much reported is",
    "one does not assert": "one is asserted and the other denied or not confirmed, as disputed claims are",
    "neither asserts": "both are denied or not confirmed",
    "few words": "one of them has few words, so that little can differ",
    "one article": "both stand in one article",
}
"""What a feature says where it makes one claim likelier."""
AGAINST = {
    "meaning": "they are far apart in meaning",
    "lead in meaning": "another statement of these articles is nearer in meaning",
    "lead in words": "another statement of these articles has more words in common",
    "other figures": "their figures differ{apart}",
    "one has a percentage": "one of them has a percentage{apart}",
    "other percentages": "their percentages differ{apart}",
    "other speakers": "they are laid to two people{apart}",
    "one article": "both stand in one article, which seldom says a thing twice",
    "same first hop": "both have it from the same source, which tells of more than one thing{shared}",
}


def explanation(found: Explanation) -> Iterator[str]:
    """In lines: the link and its ends, what speaks for it, what against, and what comes of it."""
    link = found.link
    yield f"{link.kind}: {link.judgement}, {percent(link.confidence)}"
    yield from (f"  {one_line(end(one))}" for one in (found.left, found.right))
    if not found.reasons:
        yield f"Why: {one_line(link.evidence)} ({link.method})"
        return
    if found.at_one_place:
        yield "Both stand on the same words: one claim, whatever else."
    yield from weighed(found)
    total, likely = sum(one.adds for one in found.reasons), percent(found.likelihood or 0.0)
    yield f"Together {signed(total)}: this pair makes one claim with a likelihood of {likely}."
    if link.kind is LinkKind.SAME_CLAIM:
        yield f"The link: {one_line(link.evidence)}."


def weighed(found: Explanation) -> Iterator[str]:
    """The reasons alone: those for one claim, then those against."""
    for title, told in (("For one claim", _for(found)), ("Against", _against(found))):
        if told:
            yield f"{title}:"
            yield from (f"  {signed(one.adds)}  {reason(one, spelling(found))}" for one in told)


def reason(one: Reason, spelling: Mapping[str, str]) -> str:
    """Such as: they share words: mill, sold. `spelling` gives stems and plain names as articles have them."""
    first, second = (FOR, AGAINST) if one.adds >= 0 else (AGAINST, FOR)
    told = first.get(one.feature) or second.get(one.feature) or one.feature
    shared, left, right = (_spelt(part, spelling) for part in (one.shared, one.left, one.right))
    apart = " against ".join(filter(None, (left, right)))
    named = {"shared": f": {shared}" if shared else "", "apart": f": {apart}" if apart else ""}
    return one_line(told.format(**named))


def signed(number: float) -> str:
    """Such as: +2.1, −1.7."""
    return f"{'−' if number < 0 else '+'}{abs(number):.1f}"


def _for(found: Explanation) -> list[Reason]:
    return [one for one in found.reasons if one.adds >= LEAST]


def _against(found: Explanation) -> list[Reason]:
    return [one for one in found.reasons if one.adds <= -LEAST]


def spelling(found: Explanation) -> dict[str, str]:
    """Words and names of both ends as they are written, by stem and by plain name."""
    written: dict[str, str] = {}
    for target in (found.left.target, found.right.target):
        told = " ".join(target.anchor.exact) if target.anchor else ""
        written |= {stem[0]: word.strip(MARKS) for word in told.split() if len(stem := words(word)) == 1}
        written[plain_name(target.name)] = target.name
    return written


def _spelt(stems: Iterable[str], spelling: Mapping[str, str]) -> str:
    given = [spelling.get(stem, stem.replace(":", " ")) for stem in stems]
    more = len(given) - SHOWN
    return listed([*given[:SHOWN], f"{more} more"]) if more > 0 else listed(given)
