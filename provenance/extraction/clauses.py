"""Who says what inside one sentence: cue, source and content, by the constructions of English reporting.

`S said that C` · `C, S said` · `"Q," said S` · `S told A that C` · `According to S, C` · `C, according to S` ·
`S, …, adding that C` · `S called X Y` · `S: C`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.extraction import phrases
from provenance.extraction.lexicon import (
    ADDRESSEES,
    ALSO_NOUNS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    MODALS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
    Form,
    Verb,
    adverb,
    verbs,
)
from provenance.extraction.phrases import Range
from provenance.extraction.who import noun_kinds
from provenance.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.extraction.segment import Token

ACCORDING = Verb("according to", frozenset({"according"}), Relation.SAID)
COLON = Verb(":", frozenset({"colon"}), Relation.SAID)
OPENS_CONTENT = frozenset("that whether how what why if".split())
ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Clause:
    """One cue with its parts as token ranges of sentence `sentence`; `content` is empty where it stands elsewhere."""

    sentence: int
    verb: Verb
    form: Form
    cue: Range
    source: Range | None
    content: tuple[Range, ...] = ()
    addressee: Range | None = None
    negated: bool = False
    postposed: bool = False


def clauses(tokens: Sequence[Token], number: int) -> list[Clause]:
    """Every cue of a sentence, left to right."""
    found = [*_according(tokens, number), *_quoted_as(tokens, number), *_finite(tokens, number)]
    found = sorted(found, key=lambda clause: clause.cue)
    found = [_with_content(tokens, clause, found) for clause in found]
    return sorted([*found, *_participles(tokens, number, found)], key=lambda clause: clause.cue)


def _according(tokens: Sequence[Token], number: int) -> Iterator[Clause]:
    for i in range(len(tokens) - 2):
        if tokens[i].lower == "according" and tokens[i + 1].lower == "to":
            source = phrases.after(tokens, i + 2)
            if source:
                yield Clause(number, ACCORDING, Form.PAST, Range(i, i + 2), source)


def _quoted_as(tokens: Sequence[Token], number: int) -> Iterator[Clause]:
    """ "S was quoted (by W) |as saying| C" and "W quoted S |as saying| C"."""
    for i in range(1, len(tokens) - 1):
        if not (
            tokens[i].lower == "as"
            and tokens[i + 1].lower in {"saying", "claiming", "telling", "writing", "stating", "adding"}
        ):
            continue
        verb = next(
            (
                j
                for j in range(i - 1, max(-1, i - 30), -1)
                if tokens[j].lower in {"quoted", "cited", "quotes", "quoting", "citing"}
            ),
            None,
        )
        if verb is None:
            continue
        passive = verb > 0 and tokens[verb - 1].lower in BE
        source = phrases.before(tokens, _group(tokens, verb, 0)) if passive else phrases.after(tokens, verb + 1)
        if source:
            yield Clause(number, verbs()["said"][0], Form.PAST, Range(verb - 1 if passive else i, i + 2), source)


def _finite(tokens: Sequence[Token], number: int) -> Iterator[Clause]:
    floor = 0
    for i, token in enumerate(tokens):
        if token.quote or token.lower not in verbs():
            continue
        verb, form = verbs()[token.lower]
        if verb.lemma in {"quote", "cite"} and any(
            t.lower == "as" and n.lower == "saying" for t, n in pairwise(tokens[i : i + 30])
        ):
            continue
        if form is Form.PARTICIPLE or (
            token.capital and i and form is not Form.PAST and token.text != token.text.upper()
        ):
            continue
        group = _group(tokens, i, floor)
        previous = tokens[group - 1].lower if group else ""
        helpers = {t.lower for t in tokens[group:i]}
        if helpers & (BE | MODALS - {"to"}) - {"been"} or "been" in helpers or previous == "to":
            continue
        possessive = previous.endswith(("’s", "'s", "s’", "s'"))
        if form is not Form.PAST and (previous in DETERMINERS | PREPOSITIONS | NUMBERS or possessive):
            continue
        if previous in {"a", "an", "the"} | PREPOSITIONS:
            continue
        if form in {Form.PRESENT, Form.BASE} and token.lower in ALSO_NOUNS and not _plainly_verb(tokens, i):
            continue
        inverted = _inverted(tokens, i, verb)
        subject = None if inverted else phrases.before(tokens, group, floor)
        if subject and form is Form.BASE and not _plural(tokens, subject):
            continue
        if subject is None and not inverted:
            subject = _shared_subject(tokens, group, number)
            if subject is None:
                continue
        if not inverted and subject and not (_takes(tokens, i + 1, verb) and _can_speak(tokens, subject)):
            continue
        yield Clause(
            number,
            verb,
            form,
            Range(group, i + 1),
            inverted or subject,
            postposed=inverted is not None,
            negated="not" in helpers,
        )
        floor = i + 1


def _plainly_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether "claims", "states" or "reports" at `at` is a verb: what follows can only be its content."""
    if at + 1 >= len(tokens):
        return tokens[at - 1].text == "," or tokens[at - 1].quote
    following = tokens[at + 1]
    return (
        following.quote
        or following.text == ":"
        or following.lower in OPENS_CONTENT | PRONOUNS | {"the", "a", "an"}
        or (following.capital and tokens[at - 1].capital)
    )


def _can_speak(tokens: Sequence[Token], subject: Range) -> bool:
    """Whether a phrase can be a source: no bare singular noun such as "peace" or "rest"."""
    words = tokens[subject.start : subject.end]
    if len(words) > 1 or words[0].capital:
        return True
    word = words[0].lower
    return (
        word in PRONOUNS | NUMBERS | noun_kinds().keys()
        or word.endswith("s")
        or word in {"some", "many", "others", "both", "several", "few", "this", "that"}
    )


def _group(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Where the verb group that ends at `at` begins: "has also said"."""
    start = at
    while (
        start > floor
        and not tokens[start - 1].quote
        and (tokens[start - 1].lower in AUXILIARIES | {"not"} or adverb(tokens[start - 1].lower))
    ):
        start -= 1
    while start < at and adverb(tokens[start].lower) and start == 0:
        start += 1
    return start


def _plural(tokens: Sequence[Token], subject: Range) -> bool:
    head = [t for t in tokens[subject.start : subject.end] if t.word]
    if not head:
        return False
    words = {t.lower for t in head}
    if words & {"they", "we", "i", "you", "who"} or words & NUMBERS:
        return True
    nouns = _head(tokens, subject)
    return (
        nouns.endswith("s")
        or nouns in {"police", "people", "media", "some", "many", "others", "both"}
        or "and" in words
    )


def _head(tokens: Sequence[Token], subject: Range) -> str:
    for i in range(subject.start, subject.end):
        if i > subject.start and (tokens[i].lower in PREPOSITIONS | SUBORDINATORS or tokens[i].text in {",", "("}):
            return tokens[i - 1].lower
    return tokens[subject.end - 1].lower


def _inverted(tokens: Sequence[Token], at: int, verb: Verb) -> Range | None:
    """The speaker of `"…," said Caddell`, or None."""
    if not verb.frames & {"say", "clause", "write", "report", "show"} or at == 0:
        return None
    previous = tokens[at - 1]
    starts = at + 1
    quoted = previous.quote or (previous.text == "," and at > 1 and tokens[at - 2].quote)
    if not (quoted or previous.text == ",") or starts >= len(tokens):
        return None
    speaker = phrases.after(tokens, starts)
    if speaker is None:
        return None
    first = tokens[starts]
    if quoted:
        return speaker if first.capital or first.lower in DETERMINERS | NUMBERS | PRONOUNS or first.word else None
    rest = tokens[speaker.end : speaker.end + 1]
    closes = not rest or rest[0].text in {".", ","} or rest[0].lower in {"in", "on", "as"}
    plain = not any(
        t.lower in FINITE or t.lower in PRONOUNS or t.lower in verbs() for t in tokens[speaker.start : speaker.end]
    )
    return (
        speaker
        if closes and plain and at > 5 and first.lower not in OPENS_CONTENT and phrases.before(tokens, at) is None
        else None
    )


def _shared_subject(tokens: Sequence[Token], group: int, number: int) -> Range | None:
    """ "S did this and |said| …": the subject of the sentence, where a conjunction joins two predicates."""
    previous = tokens[group - 1].lower if group else ""
    if previous not in {"and", "but", ","} or number < 0:
        return None
    for i in range(1, group - 1):
        if (
            tokens[i].lower in FINITE
            or tokens[i].lower in verbs()
            or (tokens[i].lower.endswith("ed") and not tokens[i].capital)
        ):
            return phrases.before(tokens, i)
    return None


def _takes(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether what follows a subject and `verb` may be reported content, or the verb ends a postposed clause."""
    following = tokens[at] if at < len(tokens) else None
    if verb.frames & {"say", "tell", "write"}:
        return True
    if "clause" in verb.frames:
        return (
            following is None
            or following.quote
            or following.text in {".", ",", ":"}
            or following.lower in OPENS_CONTENT | {"to"}
        )
    if following is None or following.text in {".", ","}:
        return bool(verb.frames & {"report"})
    word = following.lower
    if verb.frames == {"mind"}:
        return (
            word in {"that", "to", "whether"}
            or word in PRONOUNS
            or following.capital
            or (word in {"the"} and _clause_ahead(tokens, at))
        )
    if "speak" in verb.frames and word in {"of", "about", "to", "out", "against", "at", "on"}:
        return True
    if verb.frames == {"speak"}:
        return following.quote
    if verb.frames <= {"show", "mind", "speak"} and word in PREPOSITIONS:
        return False
    if verb.frames <= {"show", "mind", "speak"}:
        return word in OPENS_CONTENT or following.quote or _clause_ahead(tokens, at)
    if "report" in verb.frames:
        return word in OPENS_CONTENT | {":"} or following.quote or _clause_ahead(tokens, at)
    return word not in {"by", "in", "on", "at", "with", "from", "and", "or"}


def _clause_ahead(tokens: Sequence[Token], at: int) -> bool:
    """A finite verb within reach of `at`, before the sentence's next comma."""
    for token in tokens[at : at + 14]:
        if token.text in {",", ".", ";"}:
            return False
        if token.lower in FINITE or token.quote:
            return True
        if token.lower.endswith("ed") and not token.capital:
            return True
    return False


def _participles(tokens: Sequence[Token], number: int, found: Sequence[Clause]) -> Iterator[Clause]:
    for i, token in enumerate(tokens):
        verb, form = verbs().get(token.lower, (None, None))
        if verb is None or form is not Form.PARTICIPLE or token.quote or i == 0 or i + 1 >= len(tokens):
            continue
        if not verb.frames & {"say", "clause", "tell", "write", "object", "report", "show"} or verb.lemma in {
            "cite",
            "quote",
        }:
            continue
        start = i
        while start > 0 and adverb(tokens[start - 1].lower):
            start -= 1
        if (
            tokens[start - 1].text not in {",", "—", "–", "--"}
            and not tokens[start - 1].quote
            and tokens[start - 1].lower not in {"by", "and", "while"}
        ):
            continue
        if not _takes(tokens, i + 1, verb):
            continue
        source = next((c.source for c in reversed(found) if c.cue.start < i and c.source), None) or _main_subject(
            tokens, start
        )
        if source is None or source.end > start:
            continue
        clause = Clause(number, verb, Form.PARTICIPLE, Range(start, i + 1), source)
        yield _preposed(tokens, clause, _limit(tokens, clause, found))


def _main_subject(tokens: Sequence[Token], end: int) -> Range | None:
    for i in range(1, end):
        token = tokens[i]
        if token.quote or token.capital:
            continue
        if token.lower in FINITE or token.lower in verbs() or (token.lower.endswith("ed") and len(token.text) > 4):
            return phrases.before(tokens, _group(tokens, i, 0))
    return None


def _with_content(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> Clause:
    if clause.verb is ACCORDING:
        return _according_content(tokens, clause, found)
    floor = _floor(tokens, clause, found)
    first = clause.source.start if clause.source and not clause.postposed else clause.cue.start
    first = min(first, clause.cue.start)
    preceding = _preceding(tokens, floor, first)
    if clause.postposed:
        following = clause.source.end if clause.source else clause.cue.end
        return replace(clause, content=_both(tokens, preceding, following, _limit(tokens, clause, found)))
    limit = _limit(tokens, clause, found)
    if preceding and _closed_after(tokens, clause, preceding, limit):
        addressee, at = (
            _addressee(tokens, clause.cue.end, limit) if "tell" in clause.verb.frames else (None, clause.cue.end)
        )
        made = replace(clause, content=_both(tokens, preceding, at, limit), postposed=True, addressee=addressee)
        return made if made.content else clause
    return _preposed(tokens, clause, limit)


def _floor(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> int:
    """Where the clause that holds `clause` begins: the sentence's start, or past an earlier cue's clause."""
    floor = 0
    for other in found:
        if other.cue.start >= clause.cue.start:
            break
        joint = next(
            (
                i
                for i in range(other.cue.end, clause.cue.start)
                if tokens[i].text == ";" or tokens[i].lower in {"but", "and", "while"} and tokens[i - 1].text == ","
            ),
            None,
        )
        if joint is not None:
            floor = joint + 1
    return floor


def _preceding(tokens: Sequence[Token], floor: int, end: int) -> Range | None:
    """Content before `end`, closed by a comma or a quotation mark; None where it is only an opening adjunct."""
    if end - 1 < floor:
        return None
    stop = end - 1 if tokens[end - 1].text in {",", "—", "–", "--"} else end
    if stop <= floor or (stop == end and not tokens[end - 1].quote):
        return None
    if tokens[stop - 1].quote and stop - 1 == floor:
        return Range(floor, stop)
    inside = tokens[floor:stop]
    if len(inside) < 3 and not any(t.quote for t in inside):
        return None
    opening = inside[0].lower
    adjunct = opening in PREPOSITIONS | TIMES | {
        "as",
        "asked",
        "when",
        "while",
        "after",
        "before",
        "speaking",
        "writing",
        "citing",
        "because",
        "although",
        "though",
        "if",
    }
    return None if adjunct and not _has_quote(inside) and not _clause_in(inside) else Range(floor, stop)


def _has_quote(tokens: Sequence[Token]) -> bool:
    return any(t.quote and len(t.text.split()) > 3 for t in tokens)


def _clause_in(tokens: Sequence[Token]) -> bool:
    comma = next((i for i, t in enumerate(tokens) if t.text == ","), None)
    return comma is not None and any(t.lower in FINITE for t in tokens[comma:])


def _closed_after(tokens: Sequence[Token], clause: Clause, preceding: Range, limit: int) -> bool:
    """Whether nothing that could be content follows the cue: its clause reports what stands before it."""
    at = clause.cue.end
    if at >= limit or tokens[at].text in ENDS | {","}:
        return True
    if "tell" in clause.verb.frames:
        _, at = _addressee(tokens, at, limit)
        if at >= limit or tokens[at].text in ENDS | {","}:
            return True
    if tokens[at].quote or tokens[at].text == ":" or tokens[at].lower in OPENS_CONTENT | PRONOUNS:
        return False
    if tokens[at].lower in PREPOSITIONS | TIMES | {"as", "when", "while", "after"}:
        quoted = tokens[preceding.end - 1].quote and len(tokens[preceding.end - 1].text.split()) > 3
        return quoted or not any(t.lower == "that" or t.quote for t in tokens[at:limit])
    return False


def _both(tokens: Sequence[Token], preceding: Range | None, at: int, limit: int) -> tuple[Range, ...]:
    """A content that its cue divides: what precedes, and what goes on after "…, he said, "."""
    parts = [preceding] if preceding else []
    quoted = next((i for i in range(at, limit) if tokens[i].quote), None)
    if at < limit and tokens[at].text == "," and at + 1 < limit:
        first = tokens[at + 1]
        participle = first.lower.endswith("ing") or first.lower in {
            "who",
            "which",
            "when",
            "while",
            "where",
            "as",
            "citing",
            "after",
            "during",
            "in",
            "on",
            "a",
            "an",
            "the",
            "but",
            "and",
            "according",
        }
        if first.quote:
            parts.append(Range(at + 1, at + 2))
        elif not participle and preceding and not tokens[preceding.end - 1].quote and limit - at > 3:
            parts.append(_stripped(tokens, at + 1, limit))
    elif quoted is not None and preceding and tokens[preceding.end - 1].quote and tokens[quoted - 1].text in {",", ":"}:
        parts.append(Range(quoted, quoted + 1))
    return tuple(p for p in parts if p.end > p.start)


def _limit(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> int:
    """Where the content after a cue must end: the sentence, or the next cue's own clause."""
    end = len(tokens)
    while end > clause.cue.end and tokens[end - 1].text in ENDS:
        end -= 1
    for other in found:
        if other.cue.start <= clause.cue.end:
            continue
        start = other.source.start if other.source and other.source.start > clause.cue.end else other.cue.start
        start = min(start, other.cue.start)
        before = tokens[start - 1]
        joined = before.lower in {"but", "and", "while", "though", "although", "as"} or before.text == ";"
        if other.verb is ACCORDING and before.text == "," and other.cue.start > clause.cue.end + 2:
            end = min(end, start - 1)
        elif joined and start - 1 > clause.cue.end:
            cut = start - 2 if tokens[start - 2].text == "," else start - 1
            if tokens[start - 2].text == "," or before.lower != "and" or other.source == clause.source:
                end = min(end, max(cut, clause.cue.end))
    for i in range(clause.cue.end + 1, end - 1):
        if tokens[i].text in {",", "—", "–"} and _says_more(tokens, i + 1):
            return i
    return end


def _says_more(tokens: Sequence[Token], at: int) -> bool:
    if adverb(tokens[at].lower) and at + 1 < len(tokens):
        at += 1
    verb, form = verbs().get(tokens[at].lower, (None, None))
    return (
        verb is not None
        and form is Form.PARTICIPLE
        and bool(verb.frames & {"say", "tell", "object"} or verb.lemma in {"quote", "refer"})
    )


def _preposed(tokens: Sequence[Token], clause: Clause, limit: int) -> Clause:
    """Content after the cue: past an addressee, a time or a place to the clause or quotation that is reported."""
    at = clause.cue.end
    addressee = None
    if clause.verb.frames & {"tell"} or (
        at < limit and tokens[at].lower == "to" and clause.verb.frames & {"say", "speak"}
    ):
        addressee, at = _addressee(tokens, at, limit)
    if at < limit and tokens[at].text == ":":
        return replace(clause, content=_part(tokens, at + 1, limit), addressee=addressee)
    if (
        at < limit
        and not tokens[at].quote
        and tokens[at].lower not in OPENS_CONTENT
        and not clause.verb.frames & {"object"}
    ):
        at = _past_adjuncts(tokens, at, limit)
    if at < limit and tokens[at].text == ",":
        at += 1
    if "tell" in clause.verb.frames and addressee is None and at < limit and tokens[at].lower in PREPOSITIONS:
        return clause
    return replace(clause, content=_part(tokens, at, limit), addressee=addressee)


def _part(tokens: Sequence[Token], start: int, end: int) -> tuple[Range, ...]:
    part = _stripped(tokens, start, end)
    return (part,) if part.end > part.start else ()


def _stripped(tokens: Sequence[Token], start: int, end: int) -> Range:
    while end > start and tokens[end - 1].text in {",", ";", ":", "—", "–", "--"}:
        end -= 1
    while start < end and tokens[start].text in {",", ":", "—", "–"}:
        start += 1
    return Range(start, end)


def _past_adjuncts(tokens: Sequence[Token], at: int, limit: int) -> int:
    """ "said |in an interview with CNN on Sunday| that": to the content, or no further than a time."""
    start = at
    while at < limit and (tokens[at].lower in TIMES or tokens[at].text.isdigit() or tokens[at].text == "."):
        at += 1
    if at >= limit:
        return at
    if tokens[at].lower in PREPOSITIONS | {"as"}:
        for i in range(at, min(limit, at + 25)):
            if tokens[i].lower == "that" and i > at + 1:
                return i
            if tokens[i].quote and tokens[i - 1].text in {",", ":"}:
                return i
            if tokens[i].text == ",":
                rest = limit - i
                return i + 1 if rest > 3 else limit
        for i in range(at + 1, limit):
            if tokens[i].lower in PRONOUNS - {"who"}:
                return i
        return start if at == start else at
    return at


def _addressee(tokens: Sequence[Token], at: int, limit: int) -> tuple[Range | None, int]:
    start = at + 1 if at < limit and tokens[at].lower == "to" else at
    i = start
    while i < limit:
        token = tokens[i]
        word = token.lower
        if token.quote and len(token.text.split()) > 5:
            break
        if token.text in {",", ":", ".", "—"} or word in OPENS_CONTENT | PRONOUNS | {"to", "about"}:
            break
        if i > start and word in {"in", "on", "at", "during", "after", "before", "for"} | TIMES:
            break
        if i > start and word in DETERMINERS and tokens[i - 1].lower not in PREPOSITIONS | CONJUNCTIONS:
            break
        if (
            i > start
            and not token.capital
            and tokens[i - 1].capital
            and word not in ADDRESSEES | {"of", "and", "the", "’s", "'s", "’", "'"}
            and word in FINITE | AUXILIARIES
        ):
            break
        i += 1
    if i == start:
        return None, at
    found = Range(start, i)
    while i < limit and tokens[i].lower in PREPOSITIONS | TIMES and not tokens[i].quote:
        j = next(
            (
                k
                for k in range(i + 1, limit)
                if tokens[k].lower in OPENS_CONTENT
                or tokens[k].quote
                or tokens[k].text in {",", ":"}
                or tokens[k].lower in PRONOUNS
            ),
            limit,
        )
        i = j
    return found, i


def _according_content(tokens: Sequence[Token], clause: Clause, found: Sequence[Clause]) -> Clause:
    assert clause.source is not None  # noqa: S101
    start, after = clause.cue.start, clause.source.end
    floor = _floor(tokens, clause, found)
    limit = _limit(tokens, replace(clause, cue=Range(clause.cue.start, after)), found)
    preceding = _stripped(tokens, floor, start)
    opening = all(
        t.lower in {"but", "and", "that", "still", "however", "meanwhile", ","} or adverb(t.lower)
        for t in tokens[floor:start]
    )
    governed = next(
        (
            c
            for c in found
            if c.cue.end <= start and tokens[start - 1].lower == "that" or tokens[max(start - 2, 0)].lower == "that"
        ),
        None,
    )
    if opening or governed:
        comma = next((i for i in range(after, limit) if tokens[i].text == "," or tokens[i].quote), None)
        if comma is None:
            return clause
        if (
            tokens[after].text == ","
            and after + 1 < limit
            and tokens[after + 1].lower in {"citing", "quoting", "which"}
        ):
            comma = next((i for i in range(after + 1, limit) if tokens[i].text == ","), comma)
        return replace(clause, content=_part(tokens, comma, limit))
    parts = [preceding] if preceding.end > preceding.start else []
    if after < limit and tokens[after].text == "," and limit - after > 4:
        first = tokens[after + 1]
        if first.lower not in {
            "citing",
            "quoting",
            "which",
            "who",
            "a",
            "an",
            "the",
        } | CONJUNCTIONS and not first.lower.endswith("ing"):
            parts.append(_stripped(tokens, after, limit))
    return replace(clause, content=tuple(parts), postposed=True)
