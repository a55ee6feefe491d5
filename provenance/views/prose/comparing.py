"""Two articles side by side, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.linking.matching.copies.conclusion import METHOD
from provenance.model import Judgement, Kind, is_undecided
from provenance.trace.wording import one_line
from provenance.views.prose.phrases import count
from provenance.views.prose.steps import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Attribution, Hop, Link
    from provenance.trace.comparison import Comparison, Difference, Page, Said


def page(one: Page) -> str:
    who = f"{one_line(one.publisher) or 'no publisher'}, {one.published or 'undated'}"
    title = f" “{one_line(one.title)}”" if one.title else ""
    taken = f", taken from {', '.join(map(one_line, one.taken_from))}" if one.taken_from else ""
    helped = f", with a contribution by {', '.join(map(one_line, one.helped_by))}" if one.helped_by else ""
    return f"{one_line(one.key)}: {who}{title}{taken}{helped}"


def summary(found: Comparison) -> str:
    alone = f"{len(found.left_only)} only in {one_line(found.left.key)}, {len(found.right_only)} only in"
    return f"{count(len(found.shared), 'statement')} in both, {alone} {one_line(found.right.key)}."


def copied(link: Link, found: Comparison) -> str:
    if link.judgement is not Judgement.SAME or link.method != METHOD:
        return f"Copy: {judged(link)}"
    copy, original = found.left.key, found.right.key
    if link.left == found.right.id:
        copy, original = original, copy
    return f"Copy: {one_line(copy)} was taken from {one_line(original)}: {judged(link)}"


def judged(link: Link) -> str:
    """The judgement first where it is not that both are the same."""
    said = "" if link.judgement is Judgement.SAME else f"{link.judgement}: "
    return f"{said}{one_line(link.evidence)} ({percent(link.confidence)})"


def tellers(said: Said | Attribution) -> str:
    """From whom it is, the nearest first; who denies it and what is undecided is said."""
    against = "" if said.assertion == "asserts" else f" ({said.assertion})"
    undecided = " (statement undecided)" if is_undecided(said.confidence) else ""
    return f"{' ← '.join(map(_teller, said.chain)) or 'no one named'}{against}{undecided}"


def _teller(hop: Hop) -> str:
    name = one_line(hop.name) if hop.kind != Kind.UNSPECIFIED else "no one named"
    return f"{name} (undecided)" if is_undecided(hop.confidence) else name


def difference(one: Difference, found: Comparison) -> str:
    sides: Sequence[tuple[str, str]] = ((found.left.key, one.left), (found.right.key, one.right))
    each = (f"{one_line(name) or 'none'} in {one_line(key)}" for key, name in sides)
    return f"{one.kind.value.capitalize()}: {', '.join(each)}"
