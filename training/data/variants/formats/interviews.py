"""A person's statements as answers: the top of the article as it is, then questions and answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import Relation, Span
from training.data.variants.formats.kept import beginnings, standing_in
from training.data.variants.formats.said import Said, finished, written
from training.data.variants.formats.sayings import sayings
from training.data.variants.formats.sheet import Sheet
from training.data.variants.formats.stock import about, shuffled, stock

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from training.data.examples import Example
    from training.data.variants.formats.sayings import Saying

LEAST = 2
"""Answers of an interview."""
MOST = 6
"""Paragraphs above it."""
TITLED = re.compile(r"[A-Z][\w.&’-]*(?: [A-Z][\w.&’-]*){0,3}")


class Labels(NamedTuple):
    """What stands before a question and before an answer, and what parts it from the words; both may be nothing."""

    asker: str
    speaker: str
    mark: str
    bold: str = ""


def interview(example: Example, chance: random.Random) -> Example | None:
    """One whose top names the speaker in full; None where nobody says enough below it."""
    found = [
        (above, name, said)
        for above in beginnings(example, MOST)
        for name, said in sayings(example, above[-1].end).items()
        if len(said) >= LEAST and name in example.article.text[: above[-1].end]
    ]
    if not found:
        return None
    above, name, said = chance.choice(found)
    sheet = Sheet(example.article.text)
    sheet.copy_paragraphs(above)
    if chance.random() < 0.4:
        sheet.part()
        sheet.write(chance.choice(stock("leads")))
    labels = _labels(example, name, chance)
    named = _last(name, sheet.text)
    general, topical = shuffled("questions", chance), shuffled("about", chance)
    answers: list[Said] = []
    for turn in _turns(said, chance):
        words = " ".join(sheet.old[slice(*part)] for saying in turn for part in saying.parts)
        sheet.part()
        asker = f"{labels.asker}{labels.mark}" if labels.asker else ""
        sheet.write(f"{labels.bold}{asker}{about(words, general, topical, chance)}{labels.bold}")
        answers += _answer(sheet, turn, labels, named, chance)
    return finished(example, sheet, standing_in(example, above), answers)


def _turns(said: list[Saying], chance: random.Random) -> Iterator[list[Saying]]:
    """A question each, or at times one for what was said on end."""
    most = 3 if len(said) > 2 * LEAST else 1
    at = 0
    while at < len(said):
        size = chance.choice((1, 1, most, 1 + most // 2))
        yield said[at : at + size]
        at += size


def _answer(sheet: Sheet, turn: list[Saying], labels: Labels, named: Span, chance: random.Random) -> Iterator[Said]:
    sheet.part()
    label = sheet.write(labels.speaker) if labels.speaker else None
    if label:
        sheet.write(labels.mark)
    for number, saying in enumerate(turn):
        if number:
            sheet.part() if chance.random() < 0.3 else sheet.write(" ")
        by = replace(saying.speaker, relation=Relation.INTERVIEWED, mention=label or named)
        content = written(sheet, saying)
        yield Said(saying, content, by, (label,) if label and not number else (), saying.carriers)


def _labels(example: Example, name: str, chance: random.Random) -> Labels:
    """Letters, names, the asker's alone, or none."""
    surname, mark = name.rsplit(maxsplit=1)[-1], chance.choice((": ", ": ", ": ", " – "))
    publisher = example.article.publisher
    outlet = [publisher.name] if publisher and TITLED.fullmatch(publisher.name) else []
    asker = chance.choice([*stock("askers"), *outlet * 5])
    return chance.choice((
        Labels("Q", "A", chance.choice((": ", ". "))),
        Labels(asker, surname, ": "),
        Labels(asker.upper(), surname.upper(), ": "),
        Labels(asker, name, mark),
        Labels(chance.choice((asker, "Q")), "", ": "),
        Labels("", "", ""),
        Labels("", "", "", "**"),
        Labels("", surname, mark, chance.choice(("", "*"))),
    ))  # fmt: skip


def _last(name: str, text: str) -> Span:
    """Where a text last has the full name or the last one."""
    *_, last = re.finditer(rf"\b(?:{re.escape(name)}|{re.escape(name.rsplit(maxsplit=1)[-1])})\b", text)
    return Span(*last.span())
