"""Statements with a cue that the model does not tag, in sentences where it finds none: by constructions of English.

`X allegedly did Y` · `According to S, C` · `The study …, showing that C` · `S told A of C` · `Rumours spread that C`
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from provenance.extraction.rules.according import according
from provenance.extraction.rules.clauses import clauses
from provenance.extraction.rules.cues import cues
from provenance.extraction.rules.lexicon import DETERMINERS, PREPOSITIONS, Form, Verb, verbs
from provenance.extraction.rules.phrases import HARD
from provenance.extraction.rules.said import indirect
from provenance.extraction.rules.statements import typed
from provenance.extraction.rules.who import look
from provenance.model import Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Page, Token
    from provenance.extraction.rules.said import Said

HEDGES = frozenset("allegedly reportedly supposedly purportedly".split())
HEDGED = frozenset({"object"})
CLAUSE_ENDS = HARD | {".", "?", "!"}
LEAST = 4  # words of a hedged clause
TOPIC = frozenset({"tell", "speak", "warn"})
ADDRESSED = 5  # tokens between "told" and "of"
RUMOUR = re.compile(
    r"(?:^|(?<=, ))(?P<source>(?:[Rr]eports|[Rr]umou?rs|[Cc]laims|[Aa]llegations|[Ww]ord|[Ss]peculation))"
    r" (?:have |has |had |also |then )*"
    r"(?P<cue>emerged|surfaced|spread|swept|circulated|arose|went (?:a)?round|gone (?:a)?round|appeared)\b"
    r"[^,;:.“”\"]{0,50}? (?P<content>that [^“”\"]+?)\.?$"
)


def completed(page: Page, found: Sequence[Said]) -> list[Said]:
    """`found` with what the sentences that it leaves out say, in the order of the cues."""
    held = page.touched(span for said in found for span in (said.cue, *said.content))
    bare = sorted(set(range(len(page.sentences))) - held)
    made = [typed(page, said) for number in bare for said in _bare(page, number)]
    return sorted([*found, *made], key=lambda said: said.cue)


def _bare(page: Page, number: int) -> Iterator[Said]:
    """What a sentence without a tag says."""
    yield from according(page, number)
    yield from _findings(page, number)
    yield from _topics(page, number)
    yield from _rumours(page, number)
    yield from _hedged(page, number)


def _findings(page: Page, number: int) -> Iterator[Said]:
    """What a paper is said to show beside something else: "The study had limits, showing that C"."""
    sentence = page.sentences[number]
    if not any(form is Form.PARTICIPLE and "show" in verb.frames for verb, form in _verbs(sentence.tokens)):
        return
    for clause in clauses(sentence.tokens):
        if clause.form is not Form.PARTICIPLE or "show" not in clause.verb.frames or not clause.content:
            continue
        source = clause.source.span(sentence.tokens)
        that = sentence.tokens[clause.content[0].start].lower == "that"
        if that and look(page.text[source.start : source.end]).kind is Kind.DOCUMENT:
            content = tuple(part.span(sentence.tokens) for part in clause.content)
            yield indirect(sentence, number, clause.verb, clause.cue.span(sentence.tokens), source, content)


def _verbs(tokens: Sequence[Token]) -> list[tuple[Verb, Form]]:
    """The cue verbs among `tokens`, by their look alone."""
    return [verbs()[token.lower] for token in tokens if token.lower in verbs()]


def _topics(page: Page, number: int) -> Iterator[Said]:
    """What somebody tells of: "The master had told the council of |heavy losses|"."""
    sentence = page.sentences[number]
    tokens = sentence.tokens
    if TOPIC.isdisjoint(verb.lemma for verb, _ in _verbs(tokens)):
        return
    for clause in cues(tokens):
        after = range(clause.cue.end, min(clause.cue.end + ADDRESSED, len(tokens)))
        of = next((i for i in takewhile(lambda i: tokens[i].word, after) if tokens[i].lower == "of"), None)
        if clause.verb.lemma not in TOPIC or of is None:
            continue
        end = next((i for i in range(of + 1, len(tokens)) if tokens[i].text in CLAUSE_ENDS | {","}), len(tokens))
        if end > of + 2:
            content = Span(tokens[of + 1].start, tokens[end - 1].end)
            cue, source = clause.cue.span(tokens), clause.source.span(tokens)
            yield indirect(sentence, number, clause.verb, cue, source, (content,))


def _rumours(page: Page, number: int) -> Iterator[Said]:
    """What goes round: "Rumours swept the town |that the harbour was sold|"."""
    sentence = page.sentences[number]
    match = RUMOUR.search(page.text[sentence.start : sentence.end])
    if match:
        source, cue, content = (
            Span(sentence.start + match.start(name), sentence.start + match.end(name))
            for name in ("source", "cue", "content")
        )
        yield indirect(sentence, number, Verb(match["cue"], HEDGED, Relation.REPORTED), cue, source, (content,))


def _hedged(page: Page, number: int) -> Iterator[Said]:
    """What is said to be so by nobody in particular: "The mayor |allegedly| sold the land"."""
    sentence = page.sentences[number]
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.lower not in HEDGES or not _of_verb(tokens, at):
            continue
        start = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in CLAUSE_ENDS), 0)
        end = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in CLAUSE_ENDS), len(tokens))
        start = at if tokens[at + 1].lower.endswith("ing") else start
        parts = [part for part in (tokens[start:at], tokens[at + 1 : end]) if part]
        if sum(t.word for part in parts for t in part) < LEAST or tokens[-1].text == "?":
            continue
        content = tuple(Span(part[0].start, part[-1].end) for part in parts)
        cue = Span(token.start, token.end)
        verb = Verb(token.lower, HEDGED, Relation.OTHER)
        yield indirect(sentence, number, verb, cue, Span(cue.start, cue.start), content)
        return


def _of_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hedge goes with what is done, not with a noun: not "the allegedly stolen car"."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.word and (before is None or before.lower not in DETERMINERS | PREPOSITIONS)
