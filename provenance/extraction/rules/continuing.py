"""Sentences without a cue that go on with what the one before tells from a source: "However, the cranes would stay".

Only where the construction shows it, since most sentences beside a statement are the article's own. Such a statement
has neither cue nor source of its own; its chain is that of the statement it continues, shown by that one's sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from provenance.extraction.rules.clauses import clauses
from provenance.extraction.rules.hops import CARRIED, taken_over
from provenance.extraction.rules.lexicon import OUTLET_NOUNS
from provenance.extraction.rules.tales import TALE
from provenance.model import OUTLETS, RELAYS, Assertion, Attribution, Kind, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.model import Reading

CONNECTIVE = re.compile(
    r"(?:However|Moreover|Furthermore|Additionally|Nevertheless|Nonetheless|Similarly|Likewise|Otherwise|Overall"
    r"|As a result|At the same time|In turn|In that case|(?:In|By) contrast|On the other hand|In particular"
    r"|Instead|In addition|Even so), (?!(?:I|we|you|he|she|it|there)\b)(?P<they>they\b)?"
)
AFTERWARDS = re.compile(r"(?:After that|Afterwards),? (?!(?:I|we|you)\b)(?=[^,;]* would\b)")
WHO = (
    r"(?:those|people|men|women|adults|children|patients|volunteers|individuals|(?:the )?participants)"
    r"(?: \w+){0,2} (?:who|with|given|assigned)\b"
)
STUDIED = re.compile(rf"(?:[^,.]{{1,60}}, )?{WHO}", re.IGNORECASE)
FINDING = re.compile(
    r"(?:(?:But|However), )?(?:The|No|Any|Such|This|These) (?:\w+ ){0,2}"
    r"(?:effects?|risks?|links?|benefits?|associations?|reductions?|differences?|increases?|improvements?) "
    r"(?:\w+ ){0,4}(?:was|were|appeared|held|remained|fell|rose|disappeared|vanished|persisted)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(rf",? (?:while|whereas|but) (?P<said>{WHO}.*)", re.IGNORECASE)
STUDY = re.compile(r"\b(?:study|studies|research|trial|analysis|survey|review|paper|report)\b", re.IGNORECASE)
WHO_STUDY = re.compile(r"\b(?:researchers|scientists|authors)\b", re.IGNORECASE)
PICTURE = r"(?:posts?|videos?|photos?|images?|footage)"
SPREAD = re.compile(
    rf"(?:The|This|That|These|Those) (?:\w+ )?(?:{TALE}|{PICTURE}) "
    r"(?:(?:was|were|has|have|had|been|then|first|soon|later|also) )*"
    r"(?:came out|come out|appeared|spread|surfaced|emerged|circulated|originated|started|went viral|gone viral"
    r"|picked up|shared|published|posted|reposted|repeated|amplified|taken up)\b"
)
TOLD = re.compile(rf"\b{TALE}\b")
PAPERS = frozenset("agency article document letter paper post publication report story study".split())
ACCOUNT = re.compile(
    rf"(?:the|this|that|its) (?:{'|'.join(sorted(OUTLET_NOUNS | PAPERS))})",
    re.IGNORECASE,
)
TOPIC = 6  # paragraphs
NEW = frozenset({"say", "clause", "tell", "write", "report", "according"})
"""Frames of verbs by which a sentence tells of a statement of its own."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What each sentence of a page is known to tell, the statement that ends last at the end."""

    page: Page
    by_sentence: dict[int, list[Attribution]]

    def beside(self, number: int, other: int) -> Sequence[Attribution]:
        """What sentence `other` tells, if it stands in the paragraph of sentence `number`."""
        return self.by_sentence.get(other, ()) if self._apart(other, number) == 0 else ()

    def before(self, number: int, reach: int) -> Iterator[Attribution]:
        """The statements before a sentence, the latest first, `reach` paragraphs back."""
        for other in takewhile(lambda other: self._apart(other, number) <= reach, range(number - 1, -1, -1)):
            yield from reversed(self.by_sentence.get(other, ()))

    def _apart(self, earlier: int, later: int) -> int:
        if not 0 <= earlier < len(self.page.sentences):
            return -1
        return self.page.sentences[later].paragraph - self.page.sentences[earlier].paragraph


def continued(page: Page, reading: Reading) -> Reading:
    """`reading` with the statements that go on without a cue, each after the one that it continues."""
    told = _Told(page, _by_sentence(page, reading.attributions))
    after: dict[Attribution, list[Attribution]] = {}
    for number in range(len(page.sentences)):
        found = _end_of(told, number) if number in told.by_sentence else _whole(told, number)
        if found:
            first, words = found
            made = _carried(page, first, words)
            told.by_sentence.setdefault(number, []).append(made)
            after.setdefault(first, []).append(made)
    return replace(reading, attributions=tuple(_spliced(reading.attributions, after)))


def _by_sentence(page: Page, known: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    made: dict[int, list[Attribution]] = {}
    for one in sorted(known, key=lambda one: one.content[-1].end):
        for number in page.touched((*one.content, *one.cue)):
            made.setdefault(number, []).append(one)
    return made


def _spliced(known: Sequence[Attribution], after: dict[Attribution, list[Attribution]]) -> Iterator[Attribution]:
    for one in known:
        yield one
        yield from _spliced(after.pop(one, ()), after)


def _whole(told: _Told, number: int) -> tuple[Attribution, Span] | None:
    """The statement that a sentence which tells of none continues, and its words past a connective."""
    sentence = told.page.sentences[number]
    words = told.page.text[sentence.start : sentence.end]
    if not words.endswith("."):
        return None
    joined = _joined(told, number, words)
    first = joined[0] if joined else _studied(told, number, words) or _tale(told, number, words) or _amid(told, number)
    if first is None or first.assertion is not Assertion.ASSERTS or first.chain[-1].kind is Kind.UNSPECIFIED:
        return None
    if any(clause.verb.frames & NEW and clause.content for clause in clauses(sentence.tokens)):
        return None
    return first, Span(sentence.start + (joined[1] if joined else 0), sentence.end)


def _joined(told: _Told, number: int, words: str) -> tuple[Attribution, int] | None:
    """The statement that a connective joins a sentence to, and the length of the connective."""
    last = next(reversed(told.beside(number, number - 1)), None)
    if last and (match := AFTERWARDS.match(words)):
        return last, match.end()
    if last and _passed_on(last) and (match := CONNECTIVE.match(words)) and not (match["they"] and last.cue):
        return last, match.start("they") if match["they"] else match.end()
    return None


def _studied(told: _Told, number: int, words: str) -> Attribution | None:
    """The finding that a sentence on those who were studied, or on the effect, continues."""
    if STUDIED.match(words):
        return next(filter(_of_study, told.before(number, TOPIC)), None)
    last = next(reversed(told.beside(number, number - 1)), None)
    return last if last and _of_study(last) and FINDING.match(words) else None


def _tale(told: _Told, number: int, words: str) -> Attribution | None:
    """The statement about a story that a sentence on how the story spread continues."""
    if not SPREAD.match(words):
        return None
    relayed = filter(_relayed, told.before(number, 1))
    return next((one for one in relayed if any(TOLD.search(told.page.text, *part) for part in one.content)), None)


def _amid(told: _Told, number: int) -> Attribution | None:
    """The account that goes on after a sentence in its midst: "W reported A. |B.| According to the newspaper, C"."""
    before = next(reversed(told.beside(number, number - 1)), None)
    after = next(iter(told.beside(number, number + 1)), None)
    if before is None or after is None or not (_relayed(before) and _relayed(after)):
        return None
    return after if any(ACCOUNT.fullmatch(told.page.text, *part) for part in after.source) else None


def _end_of(told: _Told, number: int) -> tuple[Attribution, Span] | None:
    """What the end of a sentence adds to a finding: "The study found C, |while those who …|"."""
    last = told.by_sentence[number][-1]
    match = BESIDE.fullmatch(told.page.text, last.content[-1].end, told.page.sentences[number].end)
    if match is None or not _of_study(last) or (last.cue and last.cue[-1].end > match.start()):
        return None
    return last, Span(*match.span("said"))


def _passed_on(one: Attribution) -> bool:
    """Whether the article gives an account that it did not get itself: of an outlet, of unnamed sources, of a study."""
    return one.chain[0].kind in OUTLETS or one.chain[-1].anonymous or _of_study(one)


def _relayed(one: Attribution) -> bool:
    return len(one.chain) > 1 or one.chain[0].kind in {*RELAYS, Kind.GROUP}


def _of_study(one: Attribution) -> bool:
    papers = (hop for hop in one.chain if hop.kind is Kind.DOCUMENT)
    return any(STUDY.search(hop.name) for hop in papers) or WHO_STUDY.search(one.chain[-1].name) is not None


def _carried(page: Page, first: Attribution, words: Span) -> Attribution:
    content = Span(words.start, words.end - (page.text[words.end - 1] == "."))
    quoted = any(content.start <= quote.start < content.end for quote in page.quotes)
    return Attribution(
        content=(content,),
        cue=(),
        source=(),
        quotation=Quotation.MIXED if quoted else Quotation.INDIRECT,
        chain=taken_over(first.chain),
        confidence=CARRIED,
    )
