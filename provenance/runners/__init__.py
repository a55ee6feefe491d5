"""Who does the steps of an article: this process, or others beside it. The steps are functions of `stages`."""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.runners.course import Here
from provenance.runners.stages import Parser, warm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.runners.course import Runner


def on_jobs(number: int) -> int:
    """Raises UsageError for what is no number of processes."""
    if not isinstance(number, int) or number < 1:
        raise UsageError(f"jobs={number!r}: give a whole number, 1 to read in this process alone")
    return number


def parser(jobs: int, extractor: str, threads: int, language: str = "") -> Parser:
    """Where `jobs` processes read beside each other, each encoder runs on one thread, unless more are asked for."""
    return Parser(extractor, threads if jobs == 1 else max(threads, 1), language)


@contextmanager
def runner(jobs: int, parser: Parser) -> Iterator[Runner]:
    """`jobs` processes beside this one, ended afterwards; with 1 it is this process alone.

    Running a first course raises UsageError where they do not start, ExtractorError where the extractor does not load.
    """
    if jobs == 1:
        yield Here()
        return
    from provenance.runners.local import Processes

    with closing(Processes(jobs, partial(warm, parser))) as processes:
        yield processes
