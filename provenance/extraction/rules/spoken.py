"""What the model tagged, as statements: cues looked up in the lexicon, addressees found, both levels together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from provenance.documents.segmentation import DATELINE
from provenance.extraction.rules.clauses import clauses
from provenance.extraction.rules.cues import ACCORDING, COLON
from provenance.extraction.rules.lexicon import Form, Verb, verbs
from provenance.extraction.rules.said import Said
from provenance.extraction.rules.statements import says_something, typed
from provenance.extraction.rules.who import REASON
from provenance.model import Quotation, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Page, Sentence
    from provenance.encoder.tokens import Tokens
    from provenance.extraction.decode import Range, Tagged
    from provenance.extraction.rules.cues import Clause
    from provenance.model import Spans

TOPIC = re.compile(r"(?:regarding|concerning|referring to|in reference to)\b")
START = attrgetter("start")
REASON_REACH = 60  # characters
OTHER = frozenset({"object"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with the tags it was made from."""

    said: Said
    tagged: Tagged


def spoken(page: Page, tokens: Tokens, outer: Sequence[Tagged], inner: Sequence[Tagged]) -> list[Spoken]:
    """The statements of both levels in the order of their cues; an inner one must stand in an outer's content."""
    holders = sorted(((part.start, one) for one in outer for part in one.contents), key=itemgetter(0))
    held = [found for t in inner if (found := _held(t, holders))]
    known: dict[int, list[Clause]] = {}
    made = []
    for tagged in sorted([*outer, *held], key=lambda t: (t.cue.start, t.cue.end)):
        cue = tokens.span(tagged.cue.start, tagged.cue.end)
        number = page.sentence_at(cue.start)
        sentence = page.sentences[number]
        if number not in known:
            known[number] = clauses(sentence.tokens)
        said = typed(page, _said(page, tokens, tagged, number, known[number]))
        if says_something(page, said):
            made.append(Spoken(said, tagged))
    return made


def _held(tagged: Tagged, holders: Sequence[tuple[int, Tagged]]) -> Tagged | None:
    """`tagged` with those of its contents that stand where its cue does, in one outer statement's; None without any.

    `holders` are the outer statements by where each of their contents begins; no two of these overlap.
    """
    before = bisect_right(holders, tagged.cue.start, key=itemgetter(0))
    holder = holders[before - 1][1] if before else None
    if holder is None or not _holds(holder, tagged.cue):
        return None
    inside = tuple(part for part in tagged.contents if _holds(holder, part))
    return replace(tagged, contents=inside) if inside else None


def _holds(outer: Tagged, part: Range) -> bool:
    return any(held.start <= part.start and part.end <= held.end for held in outer.contents)


def _said(page: Page, tokens: Tokens, tagged: Tagged, number: int, known: Sequence[Clause]) -> Said:
    cue = tokens.span(tagged.cue.start, tagged.cue.end)
    sentence = page.sentences[number]
    clause = next((c for c in known if _meet(c.cue.span(sentence.tokens), cue)), None)
    verb, form = (clause.verb, clause.form) if clause else _verb(page.text[cue.start : cue.end])
    source = tokens.span(tagged.source.start, tagged.source.end) if tagged.source else _within(cue, clause, sentence)
    return Said(
        sentence=number,
        paragraph=sentence.paragraph,
        verb=verb,
        form=form,
        cue=cue,
        source=source,
        content=_content(page, [tokens.span(part.start, part.end) for part in tagged.contents], cue),
        quotation=Quotation.INDIRECT,
        addressee=_addressee(sentence, clause, tagged, tokens) if clause else None,
    )


def _within(cue: Span, clause: Clause | None, sentence: Sentence) -> Span:
    """The source that the words of a cue hold, "|the report| said"; empty where they hold none."""
    source = clause.source.span(sentence.tokens) if clause else cue
    inside = clause is not None and cue.start <= source.start and source.end <= cue.end
    return source if inside else Span(cue.start, cue.start)


def _content(page: Page, parts: Sequence[Span], cue: Span) -> Spans:
    """`parts` without the headline that a cue below it repeats, and without a dateline."""
    headline = page.paragraphs[0]
    below = [part for part in parts if part.start >= headline.end or cue.start < headline.end]
    said = [part for part in below or parts if not TOPIC.match(page.text, *part)]
    cut = (_undated(page, _below_heading(page, part)) for part in said or below or parts)
    return tuple(_after_reason(page, part) for part in cut)


def _after_reason(page: Page, part: Span) -> Span:
    """`part` without the end of the reason for anonymity it may begin in: "requested |anonymity, the dam …|"."""
    around = max(0, part.start - REASON_REACH)
    for reason in REASON.finditer(page.text, around, part.end):
        if reason.start() <= part.start < reason.end() < part.end:
            rest = page.text[reason.end() : part.end]
            return Span(part.end - len(rest.lstrip(" ,")), part.end)
    return part


def _below_heading(page: Page, part: Span) -> Span:
    """`part` from where its last paragraph begins, where the one before is a heading: a line that ends in no mark."""
    after = bisect_right(page.paragraphs, part.start, key=START)
    later = [p.start for p in page.paragraphs[after : bisect_left(page.paragraphs, part.end, key=START)]]
    starts = [at for at in later if page.text[part.start : at].rstrip()[-1].isalnum()]
    return Span(starts[-1], part.end) if starts else part


def _undated(page: Page, part: Span) -> Span:
    dateline = DATELINE.match(page.text, *part)
    return Span(dateline.end(), part.end) if dateline and dateline.end() < part.end else part


def _addressee(sentence: Sentence, clause: Clause, tagged: Tagged, tokens: Tokens) -> Span | None:
    """Whom the cue says it was told, unless the model takes those words for source or content."""
    if clause.addressee is None:
        return None
    span = clause.addressee.span(sentence.tokens)
    parts = [*tagged.contents, *([tagged.source] if tagged.source else [])]
    return None if any(_meet(span, tokens.span(part.start, part.end)) for part in parts) else span


def _verb(cue: str) -> tuple[Verb, Form]:
    """The last cue verb among the words of a cue; one of its own for a cue without any."""
    words = cue.lower().split()
    if words == [":"]:
        return COLON, Form.PAST
    if "according" in words or words[-1:] == ["per"]:
        return ACCORDING, Form.PAST
    known = (verbs().get(word.strip(":,")) for word in reversed(words))
    return next((found for found in known if found), (Verb(cue.lower(), OTHER, Relation.SAID), Form.PAST))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
