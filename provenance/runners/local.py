"""Processes on this machine that do the steps of many articles at a time; what comes of them is given in order.

No more articles are under way than WAITING for each process, so that memory does not grow with the input.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic

from provenance.errors import UsageError
from provenance.interrupts import ignored
from provenance.runners.course import Made
from provenance.runners.worker import DiedError, Worker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.runners.course import Course, Step

WAITING = 32
"""Articles under way for each process: as many as keep it busy while results are written."""
UNSTARTED = (
    "the processes of jobs={} do not start: in a script, ingest under 'if __name__ == \"__main__\":', or give jobs=1"
)


class Processes:
    """`jobs` processes, each with a thread here that hands it steps, started for the first; `warm` comes before it."""

    def __init__(self, jobs: int, warm: Step) -> None:
        self._jobs = jobs
        self._warm = warm
        self._threads = ThreadPoolExecutor(jobs)
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._workers: list[Worker] = []

    def run(self, courses: Iterable[Course[Made]]) -> Iterator[Made]:
        """What each course comes to, in the order of `courses`, whatever order they end in.

        Raises UsageError where the processes do not start, and what `warm` raises.
        """
        flying: deque[_Flight[Made]] = deque()
        for course in courses:
            flying.append(_Flight(course))
            self._hand_on(flying)
            while flying and (flying[0].landed or len(flying) >= WAITING * self._jobs):
                yield self._landed(flying)
        while flying:
            yield self._landed(flying)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def _landed(self, flying: deque[_Flight[Made]]) -> Made:
        while not flying[0].landed:
            wait([one.found for one in flying if one.found], return_when=FIRST_COMPLETED)
            self._hand_on(flying)
        return flying.popleft().made

    def _hand_on(self, flying: Iterable[_Flight[Any]]) -> None:
        """To each course what its step gave, and to the processes each step that is next."""
        for one in flying:
            if one.found and one.found.done():
                one.take(one.found)
            if one.step and one.found is None:
                self._start()
                one.found = self._threads.submit(self._do, one.step)

    def _start(self) -> None:
        if self._workers:
            return
        with ignored():
            self._workers += [Worker() for _ in range(self._jobs)]
        try:
            for found in [self._threads.submit(worker.do, self._warm) for worker in self._workers]:
                found.result()
        except DiedError:
            raise UsageError(UNSTARTED.format(self._jobs)) from None
        for worker in self._workers:
            self._idle.put(worker)

    def _do(self, step: Step) -> Any:
        worker = self._idle.get()
        try:
            return worker.do(step)
        finally:
            self._idle.put(worker)


class _Flight(Generic[Made]):
    """A course under way: its next `step`, none once it has `landed`, and what that step is found to give."""

    def __init__(self, course: Course[Made]) -> None:
        self._course = course
        self._made: list[Made] = []
        self._next(lambda: next(course))

    @property
    def landed(self) -> bool:
        return self.step is None

    @property
    def made(self) -> Made:
        return self._made[0]

    def take(self, found: Future[Any]) -> None:
        error = found.exception()
        self._next(lambda: self._course.throw(error) if error else self._course.send(found.result()))

    def _next(self, told: Step) -> None:
        self.found: Future[Any] | None = None
        self.step: Step | None = None
        try:
            self.step = told()
        except StopIteration as end:
            self._made.append(end.value)
