"""From clauses to statements: quotations joined to their cues across sentences and paragraphs, as spans."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.clauses import clauses
from provenance.extraction.rules.lexicon import Form
from provenance.extraction.rules.pointing import with_pointers
from provenance.extraction.rules.said import Said, trimmed
from provenance.model import Quotation, Span, Spans

if TYPE_CHECKING:
    from provenance.documents.segmentation import Page, Sentence
    from provenance.extraction.rules.cues import Clause

NOBODY = re.compile(r"(?:nobody|no one|none|neither)\b", re.IGNORECASE)
NEXT = 8  # quotations
NOTHING = frozenset({"so", "it", "that", "this", "as much", "no", "yes", "to comment", "comment"})
SHORT = 15  # tokens
BLOCK = 5  # sentences
QUOTABLE = frozenset({"say", "clause", "tell", "write", "report", "show"})


def statements(page: Page) -> list[Said]:
    """Every statement of a page in the order of its cues."""
    found: list[Said] = []
    claimed: set[int] = set()
    for number, sentence in enumerate(page.sentences):
        made = [_said(page, number, clause) for clause in clauses(sentence.tokens)]
        made = [said if said.content or _inside(said, made) else _with_neighbour(page, said, claimed) for said in made]
        made = [_with_earlier(page, said) for said in made if said.content and says_something(page, said)]
        found.extend(made)
        claimed |= {span.start for said in made for span in said.content}
        if _only_quotes(sentence):
            _continue_last(page, number, found, claimed)
    return [typed(page, said) for said in with_pointers(page, found)]


def _with_earlier(page: Page, said: Said) -> Said:
    """With the paragraphs of its quotation that stand before the one in which the speaker is named."""
    first = bisect_left(page.quotes, said.content[0])
    if first == len(page.quotes) or page.quotes[first].start != said.content[0].start:
        return said
    start = first
    while page.quotes[start].start in page.continued:
        start -= 1
    return replace(said, content=(*page.quotes[start:first], *said.content))


def _inside(said: Said, others: list[Said]) -> bool:
    """Whether the cue of `said` stands in what another says."""
    return any(start <= said.cue.start < end for other in others for start, end in other.content)


def says_something(page: Page, said: Said) -> bool:
    """Whether there is a content, and somebody who says it: "nobody said that C" tells of no source."""
    if NOBODY.match(page.text, *said.source):
        return False
    words = page.text[said.content[0].start : said.content[-1].end].strip(" .,").lower()
    return words not in NOTHING and len(words) > 1


def _said(page: Page, number: int, clause: Clause) -> Said:
    tokens = page.sentences[number].tokens
    return Said(
        sentence=number,
        paragraph=page.sentences[number].paragraph,
        verb=clause.verb,
        form=clause.form,
        cue=clause.cue.span(tokens),
        source=trimmed(page.text, clause.source.span(tokens)),
        content=tuple(part.span(tokens) for part in clause.content),
        quotation=Quotation.INDIRECT,
        addressee=clause.addressee.span(tokens) if clause.addressee else None,
    )


def _with_neighbour(page: Page, said: Said, claimed: set[int]) -> Said:
    """A cue whose quotation is the sentence, or the paragraphs, beside it."""
    if not said.verb.frames & QUOTABLE or said.form is Form.PARTICIPLE:
        return said
    number = said.sentence
    following = _quotes_from(page, number + 1)
    colon = page.text.endswith(":", page.sentences[number].start, page.sentences[number].end)
    previous = page.sentences[number - 1] if number else None
    if following and colon:
        return replace(said, content=following)
    if previous and _only_quotes(previous) and previous.paragraph == said.paragraph and previous.start not in claimed:
        return replace(said, content=_quote_spans(previous))
    if following and page.sentences[number + 1].paragraph != said.paragraph and _short(page.sentences[number]):
        return replace(said, content=following)
    if colon and number + 1 < len(page.sentences) and said.verb.frames & {"say", "write", "report"}:
        paragraph = page.sentences[number + 1].paragraph
        block = [s for s in page.sentences[number + 1 : number + 1 + BLOCK] if s.paragraph == paragraph]
        if paragraph == said.paragraph + 1:
            return replace(said, content=(Span(block[0].start, block[-1].end),))
    return said


def _short(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= SHORT


def _quotes_from(page: Page, number: int) -> Spans:
    """The quotation that begins sentence `number`, with the paragraphs in which it goes on."""
    if number >= len(page.sentences) or not page.sentences[number].tokens[0].quote:
        return ()
    first = page.sentences[number].tokens[0]
    found = [Span(first.start, first.end)]
    for sentence in page.sentences[number + 1 :]:
        token = sentence.tokens[0]
        if not (
            token.quote
            and (
                token.start in page.continued
                or (_only_quotes(sentence) and sentence.paragraph == page.sentences[number].paragraph)
            )
        ):
            break
        found.append(Span(token.start, token.end))
    return tuple(found)


def _only_quotes(sentence: Sentence) -> bool:
    return all(token.quote or not token.word for token in sentence.tokens) and any(t.quote for t in sentence.tokens)


def _quote_spans(sentence: Sentence) -> Spans:
    return tuple(Span(t.start, t.end) for t in sentence.tokens if t.quote)


def _continue_last(page: Page, number: int, found: list[Said], claimed: set[int]) -> None:
    """A sentence of nothing but quotation belongs to the speaker just before it."""
    sentence = page.sentences[number]
    spans = tuple(s for s in _quote_spans(sentence) if s.start not in claimed)
    if not found or not spans:
        return
    last = found[-1]
    beside = sentence.paragraph == last.paragraph
    direct = any(page.text[s : s + 1] in set("“\"«„'‘`") for s, _ in last.content)
    before = page.quotes[bisect_left(page.quotes, spans[0]) - 1]
    carried = spans[0].start in page.continued and before.start in claimed
    if carried or (beside and (direct or last.verb.frames & QUOTABLE)):
        found[-1] = replace(last, content=(*last.content, *spans))
        claimed |= {s.start for s in spans}


def typed(page: Page, said: Said) -> Said:
    """With its quotation type: direct where quotations are all of the content, mixed where they are a part."""
    inside = any(q.end <= e for s, e in said.content for q in _from(page, s) if q.start < e)
    if all(any(q.start == s and q.end >= e for q in _from(page, s)) for s, e in said.content):
        return replace(said, quotation=Quotation.DIRECT)
    return replace(said, quotation=Quotation.MIXED if inside else Quotation.INDIRECT)


def _from(page: Page, start: int) -> Spans:
    """The few quotations at and after `start`."""
    first = bisect_left(page.quotes, Span(start, start))
    return page.quotes[first : first + NEXT]
