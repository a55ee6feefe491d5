"""Made-up news in stories, without end and the same every time: what growth is measured on.

DAILY articles a day, each on one of OPEN stories at a time, of about SIZE articles. A story has names of its own, which
no other story has, so that the vocabulary grows as that of news does; the words around them come from one vocabulary,
as unevenly common as real words (Zipf's law), some of which a story keeps using. Its articles state some of the same
things in other words, quote the same people and cite or copy each other.

What is read in an article is known, since it is made up: no extractor takes part.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.corpus import FIRST, OUTLETS, SYLLABLES, swapped
from provenance.encoder.labels import WIDTH
from provenance.linking.blocking.keys import number
from provenance.model import (
    Article,
    Attribution,
    Extractor,
    Hop,
    Kind,
    Publisher,
    Quotation,
    Reading,
    Relation,
    Span,
    passage,
)
from provenance.resources import resource
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from provenance.model import Spans

DAILY = 1000 / 30
"""Articles a day: a store of 1,000 already holds a month, which is the longest that a story runs."""
OPEN = 20
SIZE = 10
COPIED, QUOTED, CITED, UNDATED = 0.1, 0.2, 0.3, 0.02
"""Parts of the articles that are near copies; of the statements that are shared quotes, that an outlet is cited for; of
the articles again, that bear no date."""
STATEMENTS = 3
SENTENCES = 6
WORDS = 18
"""To a sentence."""
KNOWN = 20_000
START = date(2010, 1, 1)
BY_HAND = Extractor("by hand", "1")


@dataclass
class _Story:
    """Its `names`, the common words that it keeps using, what is claimed and quoted, the bodies of its articles."""

    names: list[str]
    topic: list[str]
    claims: list[list[str]]
    quotes: list[list[str]]
    left: int
    bodies: list[list[_Sentence]] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Sentence:
    """`content` as said by `speaker`, through `outlet` where there is one; nobody says what has no speaker."""

    content: tuple[str, ...]
    speaker: str = ""
    outlet: str = ""
    quoted: bool = False


def readings(seed: int = 1, stories_open: int = OPEN, size: int = SIZE) -> Iterator[Reading]:
    """Article by article, by date, on so many stories at a time, of about `size` articles each."""
    chance = random.Random(seed)  # noqa: S311
    stories = [_story(chance, size) for _ in range(stories_open)]
    place = 0
    while True:
        at = chance.randrange(stories_open)
        body = _body(stories[at], chance)
        yield _reading(body, place, stories[at], chance)
        stories[at].left -= 1
        if not stories[at].left:
            stories[at] = _story(chance, size)
        place += 1


def projected(reading: Reading) -> NDArray[np.float32]:
    """In place of an encoder's vectors [attributions, WIDTH]: the sum of a random vector for each content word.

    Random projections keep the angles between bags of words (Johnson and Lindenstrauss 1984).
    """
    found = np.zeros((len(reading.attributions), WIDTH), dtype=np.float32)
    for row, one in enumerate(reading.attributions):
        for word in words(passage(reading.article.text, one.content)):
            found[row] += _vector(word)
    return found


@cache
def _vector(word: str) -> NDArray[np.float32]:
    drawn = np.random.default_rng(abs(number("word", word))).choice([-1, 1], WIDTH)
    vector: NDArray[np.float32] = drawn.astype(np.float32)
    return vector


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    known = resource("rarity.txt").read_text(encoding="utf8").split()[:KNOWN]
    return known, list(accumulate(1 / rank for rank in range(10, len(known) + 10)))


def _common(chance: random.Random, count: int) -> list[str]:
    known, weights = _vocabulary()
    return chance.choices(known, cum_weights=weights, k=count)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


def _story(chance: random.Random, size: int) -> _Story:
    names = [_name(chance) for _ in range(8)]
    topic = _common(chance, 60)[-30:]
    spoken = [_content(names, topic, chance) for _ in range(9)]
    return _Story(names, topic, spoken[:6], spoken[6:], chance.randint(size // 2, size * 3 // 2))


def _content(names: list[str], topic: list[str], chance: random.Random) -> list[str]:
    """A fifth names, two fifths what the story is about, two fifths anything."""
    return [
        chance.choice(names) if draw < 0.2 else chance.choice(topic) if draw < 0.6 else _common(chance, 1)[0]
        for draw in (chance.random() for _ in range(WORDS))
    ]


def _body(story: _Story, chance: random.Random) -> list[_Sentence]:
    known, _ = _vocabulary()
    if story.bodies and chance.random() < COPIED:
        body = [_reworded(one, known, chance) for one in chance.choice(story.bodies)]
    else:
        body = [_said(story, chance) for _ in range(STATEMENTS)]
        body += [_Sentence(tuple(_content(story.names, story.topic, chance))) for _ in range(SENTENCES - STATEMENTS)]
        chance.shuffle(body)
    story.bodies.append(body)
    return body


def _reworded(one: _Sentence, known: list[str], chance: random.Random) -> _Sentence:
    content = one.content if one.quoted else tuple(swapped(one.content, known, 0.1, chance))
    return _Sentence(content, one.speaker, one.outlet, one.quoted)


def _said(story: _Story, chance: random.Random) -> _Sentence:
    """A shared quote, a claim of the story in somewhat other words, or something that nobody else states."""
    speaker = f"{chance.choice(FIRST)} {chance.choice(story.names[:4])}"
    outlet = chance.choice(story.outlets) if story.outlets and chance.random() < CITED else ""
    if chance.random() < QUOTED:
        number = chance.randrange(len(story.quotes))
        return _Sentence(tuple(story.quotes[number]), f"{FIRST[number]} {story.names[number]}", outlet, quoted=True)
    if chance.random() < 0.75:
        known, _ = _vocabulary()
        return _Sentence(tuple(swapped(chance.choice(story.claims), known, 0.2, chance)), speaker, outlet)
    return _Sentence(tuple(_content(story.names, story.topic, chance)), speaker, outlet)


def _reading(body: list[_Sentence], place: int, story: _Story, chance: random.Random) -> Reading:
    publisher = chance.choice(OUTLETS)
    story.outlets.append(publisher)
    text, found = "", []
    for sentence in body:
        if sentence.speaker:
            written, attribution = _attributed(sentence, len(text))
            found.append(attribution)
        else:
            written = f"{' '.join(sentence.content).capitalize()}."
        text += f"{written}\n\n"
    published = None if chance.random() < UNDATED else str(START + timedelta(days=int(place / DAILY)))
    article = Article(
        key=f"n{place}",
        text=text,
        title=" ".join(story.names[:2]),
        publisher=Publisher(publisher),
        published=published,
        url=f"https://news.example/{place}",
        text_is_file=False,
    )
    return Reading(article, BY_HAND, attributions=tuple(found))


def _attributed(sentence: _Sentence, at: int) -> tuple[str, Attribution]:
    """The sentence as written and what is read in it, where it begins at the character `at`."""
    content, (opened, closed) = " ".join(sentence.content), "“”" if sentence.quoted else ("", "")
    via = f", {sentence.outlet} reported" if sentence.outlet else ""
    cue = f"{sentence.speaker} said"
    text = f"{opened}{content}{closed}, {cue}{via}."
    said = at + len(f"{opened}{content}{closed}, ")
    mention = _spans(said, sentence.speaker)
    chain = (Hop(sentence.speaker, Kind.PERSON, Relation.SAID, mention=mention, evidence=_spans(said, cue)),)
    if sentence.outlet:
        named = _spans(said + len(f"{cue}, "), sentence.outlet)
        chain = (Hop(sentence.outlet, Kind.OUTLET, Relation.REPORTED, mention=named, evidence=named), *chain)
    return text, Attribution(
        content=_spans(at + len(opened), content),
        cue=_spans(said + len(f"{sentence.speaker} "), "said"),
        source=mention,
        quotation=Quotation.DIRECT if sentence.quoted else Quotation.INDIRECT,
        chain=chain,
        confidence=0.9,
    )


def _spans(start: int, words: str) -> Spans:
    return (Span(start, start + len(words)),)
