"""What `benchmarks.killing` does to a store, step by step: each can be taken again where it was cut short."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import news
from provenance.decisions import Action, Decision, Subject, Target, iri_of
from provenance.decisions.anchors import anchor, sources
from provenance.errors import NotFoundError, UsageError
from provenance.iris import attribution_iri_of
from provenance.model import Extractor, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from provenance.library import Library
    from provenance.model import Reading

ARTICLES = 20
STORIES = 2
TOGETHER = 2
"""Articles that one writer adds."""
NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)


class Step(NamedTuple):
    name: str
    take: Callable[[Library], None]


@dataclass(frozen=True)
class Script:
    """Steps, the texts that are forgotten by them, and all others."""

    steps: tuple[Step, ...]
    forgotten: tuple[str, ...]
    kept: tuple[str, ...]

    def __getitem__(self, number: int) -> Step:
        return self.steps[min(number, len(self.steps) - 1)]

    def __len__(self) -> int:
        return len(self.steps)


def script(seed: int) -> Script:
    """Every seed has its own articles, and another order of what is done to them."""
    chance = random.Random(seed)  # noqa: S311
    articles = list(islice(news.readings(seed + 1, STORIES), ARTICLES))
    chance.shuffle(articles)
    forgotten, removed, changed, read_again = articles[0:2], articles[2:4], articles[4:6], articles[6:8]
    changed += forgotten[:1]
    later = [Step("compact", _compact)] * 2
    later += [Step("forget", _forget(one)) for one in forgotten]
    later += [Step("remove", _remove(one)) for one in removed]
    later += [Step("read again", _add([replace(one, extractor=Extractor("by hand", "2"))])) for one in read_again]
    chance.shuffle(later)
    decisions = [_decision(one, hour) for hour, one in enumerate(articles[:12]) if one.attributions]
    middle = [Step("decide", _decide(one)) for one in decisions]
    middle += [Step("undo", _undo(one)) for one in decisions[-2:]]
    texts = [one.article.text for one in articles] + [_changed(one).article.text for one in changed]
    gone = {one.article.text for one in forgotten} | {_changed(forgotten[0]).article.text}
    steps = [Step("ingest", _add(articles[at : at + TOGETHER])) for at in range(0, ARTICLES, TOGETHER)]
    steps += [Step("change", _add([_changed(one)])) for one in changed]
    return Script(
        (*steps, *middle, *later, Step("ingest", _add([_late(articles)]))),
        tuple(sorted(gone)),
        tuple(text for text in texts if text not in gone),
    )


def _add(readings: Sequence[Reading]) -> Callable[[Library], None]:
    def take(library: Library) -> None:
        for one in readings:
            library.add(one)

    return take


def _remove(reading: Reading) -> Callable[[Library], None]:
    def take(library: Library) -> None:
        try:
            library.remove(reading.article.key)
        except NotFoundError:
            return

    return take


def _forget(reading: Reading) -> Callable[[Library], None]:
    def take(library: Library) -> None:
        try:
            library.forget(reading.article.key)
        except NotFoundError:
            return

    return take


def _compact(library: Library) -> None:
    library.compact()


def _decide(decision: Decision) -> Callable[[Library], None]:
    def take(library: Library) -> None:
        library._store.decide(decision)  # noqa: SLF001

    return take


def _undo(decision: Decision) -> Callable[[Library], None]:
    def take(library: Library) -> None:
        try:
            library._store.undo(decision.id, "Bo", NOON + timedelta(days=1))  # noqa: SLF001
        except (NotFoundError, UsageError):
            return

    return take


def _decision(reading: Reading, hour: int) -> Decision:
    one = Statement(reading, reading.attributions[0])
    target = Target(attribution_iri_of(one), sources(one.attribution), anchor=anchor(one))
    at = NOON + timedelta(hours=hour)
    decision = Decision(Action.CONFIRM, Subject.STATEMENT, (target,), "Ada", at, f"seen, {hour}")
    return replace(decision, id=iri_of(decision))


def _changed(reading: Reading) -> Reading:
    """With a line more under its text."""
    article = reading.article
    line = f"Corrected on day {article.key}: the harbour office had the figure wrong."
    return replace(reading, article=replace(article, text=f"{article.text}\n\n{line}"))


def _late(articles: Sequence[Reading]) -> Reading:
    """An article that was removed comes again."""
    return articles[2]
