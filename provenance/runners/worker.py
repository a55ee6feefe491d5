"""One process beside this one that does steps, one at a time, and is replaced where it dies or does not end."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from provenance.runners.course import Step

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "TOKENIZERS_PARALLELISM")
"""What keeps numerical libraries on one core: the processes share the cores between them."""
DIED = "the process that read it died, and the one that tried again too: out of memory, or killed; it is left out"
LONGEST = 3600
"""Seconds that a step may take: twenty times what the longest text that is read takes on one core, so that a busy or
slow machine loses nothing and one document that does not end holds up a night's run for an hour, not for good."""
ENDLESS = "reading it was not done after {:,} s and was ended; it is left out: give its text as .txt, or in parts"

_STARTING = Lock()
"""One process is started at a time: the library's way of starting them is not made for two threads at once."""


class DiedError(ExtractorError):
    """A step that its process did not live to finish."""


class _Answer(NamedTuple):
    """What a step gave, or raised."""

    is_error: bool
    given: Any


class Worker:
    """A process that is started when this is made, anew ("spawn": the encoder's threads do not survive a fork)."""

    def __init__(self) -> None:
        self._ended = False
        self._changing = Lock()
        self._start()

    def do(self, step: Step) -> Any:
        """What `step` gives; raises what it raises, and DiedError where it costs the process its life twice.

        DiedError also where it is not done after LONGEST, which is not tried again.
        """
        answer = self._asked(step)
        if answer is None:
            self._replace()
            answer = self._asked(step)
        if answer is None:
            self._replace()
            raise DiedError(DIED)
        if answer.is_error:
            raise answer.given
        return answer.given

    def end(self) -> None:
        """Whatever it is at: it writes nothing."""
        with self._changing:
            self._ended = True
            self._end()

    def _asked(self, step: Step) -> _Answer | None:
        """None where the process died. DiedError where it is not done in time; it is replaced then."""
        try:
            self._connection.send(step)
            if self._connection.poll(LONGEST):
                answer: _Answer = self._connection.recv()
                return answer
        except (EOFError, OSError):
            return None
        self._replace()
        raise DiedError(ENDLESS.format(LONGEST))

    def _replace(self) -> None:
        with self._changing:
            self._end()
            if not self._ended:
                self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        with _STARTING, _one_thread():
            self._process.start()
        theirs.close()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(connection: Connection) -> None:
    """Do what comes until the other end is gone, however that ended; Ctrl-C is for whoever started this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            connection.send(_answer(connection.recv()))


def _answer(step: Step) -> _Answer:
    try:
        return _Answer(is_error=False, given=step())
    except Exception as error:  # noqa: BLE001  whoever sent the step knows which errors it takes
        return _Answer(is_error=True, given=error)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Processes started within find it in their environment; what is set there already is left."""
    added = [name for name in ONE_THREAD if name not in os.environ]
    os.environ.update(dict.fromkeys(added, "1"))
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)
