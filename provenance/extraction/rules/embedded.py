"""Posts that a page shows as they were: "… says N. — W (@w) 5 May 2026" signs the paragraph before, or its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.rules.lexicon import MONTHS
from provenance.model import Hop, Relation, Span
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.model import Attribution, Reading

MONTH = "|".join(sorted(month.capitalize() for month in MONTHS))
SIGNATURE = re.compile(
    rf"(?:[—–-]{{1,2}} ?)?(?P<who>[^()\n—–]{{2,50}}?) \(@\w{{2,30}}\),? (?:(?:{MONTH})\.? \d|\d{{1,2}} (?:{MONTH}))"
)
SIGNED = 0.8


def posted(page: Page, reading: Reading) -> Reading:
    """`reading` with the outlet that signs an embedded post in front of what is said in it."""
    posts = list(_posts(page)) if "(@" in page.text else []
    if not posts:
        return reading
    return replace(reading, attributions=tuple(_through(posts, one) for one in reading.attributions))


def _posts(page: Page) -> Iterator[tuple[Span, Hop]]:
    """The text of each post that an outlet signs, in the order of the page, and the outlet as a hop."""
    for number, paragraph in enumerate(page.paragraphs):
        match = SIGNATURE.search(page.text, paragraph.start, paragraph.end)
        named = gazetteer.by_name(match["who"].strip()) if match else ()
        if match is None or not named:
            continue
        alone = match.start() == paragraph.start and number > 0
        if alone and SIGNATURE.search(page.text, *page.paragraphs[number - 1]):
            continue
        text = page.paragraphs[number - 1] if alone else Span(paragraph.start, match.start())
        mention = Span(*match.span("who"))
        yield (
            text,
            Hop(
                named[0].name,
                named[0].kind,
                Relation.POSTED,
                mention=(mention,),
                evidence=(Span(*match.span()),),
                confidence=SIGNED,
            ),
        )


def _through(posts: Sequence[tuple[Span, Hop]], one: Attribution) -> Attribution:
    at = bisect_right(posts, one.content[0].start, key=lambda post: post[0].start) - 1
    text, hop = posts[max(at, 0)]
    inside = text.start <= one.content[0].start and one.content[-1].end <= text.end
    if not inside or plain_name(hop.name) in {plain_name(known.name) for known in one.chain}:
        return one
    return replace(one, chain=(hop, *one.chain))
