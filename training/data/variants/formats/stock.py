"""Words that a form has of its own, and noun phrases of the article that they may be about."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

TOPIC = re.compile(
    r"\bthe (?:[a-z]{4,} )?[a-z]{4,}(?=[.,;]|[.,]?[”\"]| (?:of|in|on|is|was|has|will|at|from|are|were|had)\b)"
)


@cache
def stock(name: str) -> tuple[str, ...]:
    """A list of `words.toml`."""
    listed = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf8"))
    return tuple(listed[name])


def shuffled(name: str, chance: random.Random) -> Iterator[str]:
    """A list of `words.toml` in another order, and again once all of it was taken."""
    return cycle(chance.sample(stock(name), len(stock(name))))


def about(words: str, general: Iterator[str], topical: Iterator[str], chance: random.Random) -> str:
    """The next `general` one, or the next `topical` one with a noun phrase of `words`."""
    topics = TOPIC.findall(words)
    if not topics or chance.random() < 0.5:
        return next(general)
    topic = chance.choice(topics)
    return next(topical).format(topic=topic, Topic=topic[:1].upper() + topic[1:])
