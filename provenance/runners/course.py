"""The course of an article: its steps, and what is decided between them.

A course is a generator of steps. It is sent what each step gave, or thrown what it raised, and returns what came of the
article in the end. So the one who decides, who alone may ask the store, is written once, whoever does the steps.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, Protocol, TypeVar

Made = TypeVar("Made")

Step = Callable[[], Any]
"""A function of `stages` with its arguments (`functools.partial`), so that it can be sent to another process."""

Course = Generator[Step, Any, Made]


class Runner(Protocol):
    """Does the steps of courses."""

    def run(self, courses: Iterable[Course[Made]]) -> Iterator[Made]:
        """What each course comes to, in the order of `courses`, whatever order they end in."""


class Here:
    """The process that asks, one step after the other."""

    def run(self, courses: Iterable[Course[Made]]) -> Iterator[Made]:
        return map(_finished, courses)


def _finished(course: Course[Made]) -> Made:
    try:
        step = next(course)
        while True:
            try:
                given = step()
            except Exception as error:  # noqa: BLE001  the course knows which errors it takes
                step = course.throw(error)
            else:
                step = course.send(given)
    except StopIteration as end:
        made: Made = end.value
        return made
