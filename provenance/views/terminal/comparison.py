"""Two articles side by side, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.linking.matching.copies.conclusion import METHOD
from provenance.model import Judgement, Kind, is_undecided
from provenance.palette import ON_SCREEN
from provenance.trace.wording import one_line
from provenance.views.prose import percent, quoted, styled
from provenance.views.prose.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from provenance.model import Attribution, Hop, Link
    from provenance.trace.comparison import Comparison, Difference, Page, Said, Shared
    from provenance.views.prose import Part

    Lines = Iterator[list[Part]]


def comparison(found: Comparison) -> Text:
    """Nothing is said of what does not apply."""
    lines: list[list[Part]] = [[(_page(page), "bold")] for page in (found.left, found.right)]
    lines += [[(line, "")] for line in (*(copied(one, found) for one in found.copies), _summary(found))]
    for one in found.shared:
        lines += [[], *_shared(one, found)]
    for key, only in ((found.left.key, found.left_only), (found.right.key, found.right_only)):
        if only:
            lines += [[], [(f"Only in {one_line(key)}", "bold")], *map(_only, only)]
    if found.quotations:
        lines += [[], [("Shared quotations", "bold")], *([(f"  {judged(one)}", "")] for one in found.quotations)]
    return styled(*lines)


def _page(page: Page) -> str:
    who = f"{one_line(page.publisher) or 'no publisher'}, {page.published or 'undated'}"
    title = f" “{one_line(page.title)}”" if page.title else ""
    taken = f", taken from {', '.join(map(one_line, page.taken_from))}" if page.taken_from else ""
    helped = f", with a contribution by {', '.join(map(one_line, page.helped_by))}" if page.helped_by else ""
    return f"{one_line(page.key)}: {who}{title}{taken}{helped}"


def _summary(found: Comparison) -> str:
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


def _shared(one: Shared, found: Comparison) -> Lines:
    yield from _told(found.left.key, one.left)
    yield from _told(found.right.key, one.right)
    earlier, later = found.left.key, found.right.key
    if found.earlier != earlier:
        earlier, later = later, earlier
    for change in one.changes:
        words = f"“{one_line(change.before)}” in {one_line(earlier)}, “{one_line(change.after)}” in {one_line(later)}"
        yield [(f"  {change.kind.value.capitalize()}: {words}", ON_SCREEN["change"])]
    for each in one.differences:
        yield [(f"  {difference(each, found)}", ON_SCREEN["change"])]


def _told(key: str, said: Said) -> Lines:
    yield [(f"{one_line(key)}: {quoted(one_line(said.text), said.content)}", "")]
    yield [(f"  ← {tellers(said)}", "dim")]


def _only(said: Said) -> list[Part]:
    return [(f"  {quoted(one_line(said.text), said.content)} ← {tellers(said)}", "")]


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
