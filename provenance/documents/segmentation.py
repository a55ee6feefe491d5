"""From text to paragraphs, sentences and tokens, all as spans of the text as it stands.

A quotation is one token, whatever stands in it, so that no rule mistakes the quoted words for the article's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.quotations import quotations
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col capt sgt maj adm cmdr hon rev fr st ste jr sr inc corp co ltd llc dept "
    "jan feb mar apr jun jul aug sept sep oct nov dec no vs etc al approx est fig vol ed eds pp ph d.c u.s u.k u.n "
    "a.m p.m e.t mich calif fla tex ariz mass conn colo ill ind kan minn miss mo mont neb nev okla ore pa tenn va wash "
    "wis wyo ala ark del ga la md n.y n.c n.h n.j s.c s.d w.va r.i presid atty supt".split()
)
WORD = re.compile(
    r"[@#]\w+|(?:[^\W\d_]\.){2,}|\d[\d,.:/]*\d%?|\w+(?:[-‑'’.&]\w+)*(?:['’](?=\s|$))?|--+|\.\.\.+|[^\w\s]",
)
DATELINE = re.compile(
    r"[A-Z][\w .,’'/-]{1,60}?(?:\([\w/,. ]{2,40}\) ?[—–-]{1,2}|(?<=[A-Z]{2}) ?[—–]|(?<=[A-Z]), [A-Z][\w. ]{1,20} ?[—–]"
    r"|,? [A-Z][a-z]{2,8}\.? \d{1,2} ?[—–-]{1,2})\s+(?=[A-Z“\"‘])"
)
LONGEST = 300  # tokens
CLOSERS = "\"'”’»)]"


class Token(NamedTuple):
    """A word, a mark, or a whole quotation (`quote` true)."""

    start: int
    end: int
    text: str
    quote: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or self.text[:1] in "@#"

    @property
    def word(self) -> bool:
        return not self.quote and (self.text[0].isalnum() or self.text[0] in "@#")


@dataclass(frozen=True, slots=True)
class Sentence:
    """At least one token, and the number of the paragraph that holds them, from 0."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Page:
    """A text cut up: paragraphs, the quotations in each, and sentences in order.

    `continued` holds the starts of quotations that go on from the paragraph before.
    """

    text: str
    paragraphs: tuple[Span, ...]
    quotes: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    continued: frozenset[int]

    def sentence_at(self, place: int) -> int:
        """The number of the last sentence that begins at or before the character `place`, 0 where none does."""
        return max(bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1, 0)

    def touched(self, spans: Iterable[Span]) -> set[int]:
        """The numbers of the sentences that share a character with any of `spans`."""
        return {
            number
            for start, end in spans
            for number in range(
                bisect_right(self.sentences, start, key=lambda sentence: sentence.end),
                bisect_left(self.sentences, end, key=lambda sentence: sentence.start),
            )
        }


def segment(text: str) -> Page:
    """Cut `text` up.

    A sentence of more than LONGEST tokens is no prose: it is cut there, which bounds the time that any text can take.
    """
    spans = tuple(paragraphs(text))
    found = quotations(text, spans)
    quotes = tuple(quote for quote, _ in found)
    sentences: list[Sentence] = []
    for number, span in enumerate(spans):
        inside = quotes[bisect_left(quotes, (span.start, 0)) : bisect_left(quotes, (span.end, 0))]
        tokens = list(_tokens(text, span, inside))
        dateline = DATELINE.match(text, *span)
        if dateline:
            head = [t for t in tokens if t.end <= dateline.end()]
            tokens = tokens[len(head) :]
            sentences.append(Sentence(tuple(head), number))
        sentences.extend(Sentence(tuple(part), number) for part in _sentences(tokens))
    return Page(text, spans, quotes, tuple(sentences), frozenset(q.start for q, goes_on in found if goes_on))


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of `text` that are not blank, without the white space around them."""
    for match in re.finditer(r"[^\r\n]+", text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            yield Span(start, start + len(stripped))


def _tokens(text: str, span: Span, quotes: Sequence[Span]) -> Iterator[Token]:
    at = span.start
    for quote in quotes:
        yield from _plain(text, at, quote.start)
        yield Token(quote.start, quote.end, text[quote.start : quote.end], quote=True)
        at = quote.end
    yield from _plain(text, at, span.end)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    at = start
    while match := WORD.search(text, at, end):
        word, at = match.group(), match.end()
        if text[at : at + 1] == "." and word.lower() in ABBREVIATIONS and word[0].isupper() and at < end:
            at += 1
        yield Token(match.start(), at, text[match.start() : at])


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for i, token in enumerate(tokens):
        part.append(token)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None or len(part) == LONGEST or _ends(part, following):
            yield part
            part = []


def _ends(part: Sequence[Token], following: Token) -> bool:
    """Whether a sentence ends with `part`, where `following` comes next."""
    token = part[-1]
    if token.end == following.start or not (following.quote or _opens(following)):
        return False
    if token.quote:
        inner = token.text.rstrip(CLOSERS)[-1:]
        return inner in set(".!?…") and len(token.text.split()) > 1
    if token.text in set("!?") or token.text == "…" or token.text.startswith("..."):
        return True
    if token.text in CLOSERS and len(part) > 1:
        return part[-2].text in set(".!?")
    if token.text != ".":
        return False
    before = part[-2].text if len(part) > 1 else ""
    initial = len(before) == 1 and before.isalpha() and before.isupper()
    return not initial and before.lower() not in ABBREVIATIONS


def _opens(token: Token) -> bool:
    return token.capital or token.text[0].isdigit() or token.text[0] in "([—–-•*"
