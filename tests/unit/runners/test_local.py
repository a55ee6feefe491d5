"""Processes that do the steps of courses: in order, bounded, and outlived by the one that asks."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from itertools import count
from multiprocessing import active_children
from multiprocessing.context import SpawnProcess
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
import steps

from provenance.errors import ExtractorError, InputError, UsageError
from provenance.runners import on_jobs, parser, runner
from provenance.runners import worker as workers
from provenance.runners.course import Here
from provenance.runners.local import WAITING, Processes
from provenance.runners.stages import Parser
from provenance.runners.worker import DIED, DiedError, Worker

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from provenance.runners.course import Runner, Step


def course(*done: Step) -> Generator[Step, Any, list[object]]:
    """What each of the steps gave, or the kind of what it raised."""
    found: list[object] = []
    for step in done:
        try:
            found.append((yield step))
        except (InputError, ExtractorError, OSError) as error:
            found.append((type(error), str(error)))
    return found


@pytest.fixture
def two() -> Iterator[Processes]:
    with closing(Processes(2, partial(steps.told, None))) as processes:
        yield processes


@pytest.mark.parametrize("kind", ["here", "two"])
def test_courses_come_in_their_order_whatever_order_they_end_in(kind: str, request: pytest.FixtureRequest) -> None:
    runner: Runner = Here() if kind == "here" else request.getfixturevalue("two")
    late = [
        course(partial(steps.told, number, 0.2 if number == 0 else 0), partial(steps.told, "x")) for number in range(9)
    ]
    assert list(runner.run(late)) == [[number, "x"] for number in range(9)]


@pytest.mark.parametrize("kind", ["here", "two"])
def test_a_course_is_thrown_what_its_step_raises_and_may_go_on(kind: str, request: pytest.FixtureRequest) -> None:
    runner: Runner = Here() if kind == "here" else request.getfixturevalue("two")
    [found] = runner.run([course(steps.refused, steps.lost, partial(steps.told, 1))])
    assert found == [(InputError, "no article: give another"), (OSError, "no such thing"), 1]


def test_what_a_course_does_not_take_ends_the_run(two: Processes) -> None:
    def careless() -> Generator[Step, Any, None]:
        yield steps.refused

    with pytest.raises(InputError, match="no article"):
        list(two.run([careless()]))


def test_steps_are_done_elsewhere_by_as_many_as_were_asked_for(two: Processes) -> None:
    found = {number for [number, _] in two.run(course(steps.process, partial(steps.told, 0, 0.02)) for _ in range(20))}
    assert len(found) == 2
    assert os.getpid() not in found


def test_no_more_are_begun_than_wait_for_the_first(two: Processes) -> None:
    begun = count()
    last = 0

    def courses() -> Iterator[Generator[Step, Any, list[object]]]:
        nonlocal last
        while True:
            last = next(begun)
            yield course(partial(steps.told, last))

    endless = two.run(courses())
    for number in range(3 * WAITING):
        assert next(endless) == [number]
        assert last <= number + 2 * WAITING


def test_a_process_that_dies_once_is_replaced_and_does_it_again(two: Processes, tmp_path: Path) -> None:
    done = [course(partial(steps.killed_once, tmp_path / f"{number}")) for number in range(3)]
    assert list(two.run(done)) == [["done"]] * 3


def test_a_step_that_is_a_process_s_death_costs_its_own_course_alone(two: Processes) -> None:
    deadly = [course(steps.killed if number % 4 == 1 else partial(steps.told, number)) for number in range(10)]
    assert list(two.run(deadly)) == [[(DiedError, DIED)] if number % 4 == 1 else [number] for number in range(10)]


def test_a_step_that_does_not_end_costs_its_own_course_alone(
    two: Processes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    list(two.run([course(partial(steps.told, 0))]))
    monkeypatch.setattr(workers, "LONGEST", 2)
    endless = partial(steps.hung, tmp_path)
    done = [course(endless if number == 1 else partial(steps.told, number)) for number in range(6)]
    told = "reading it was not done after 2 s and was ended; it is left out: give its text as .txt, or in parts"
    assert list(two.run(done)) == [[(DiedError, told)] if number == 1 else [number] for number in range(6)]
    assert len(list(tmp_path.iterdir())) == 1, "it is not tried again"
    assert len(active_children()) == 2


def test_processes_that_do_not_start_are_an_error_that_says_so() -> None:
    with closing(Processes(2, steps.killed)) as processes, pytest.raises(UsageError, match="jobs=2 do not start"):
        list(processes.run([course(steps.process)]))


def test_one_may_be_ended_while_another_is_started_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    worker, begun = Worker(), Event()
    start = SpawnProcess.start

    def slowly(process: SpawnProcess) -> None:
        begun.set()
        time.sleep(0.3)
        start(process)

    monkeypatch.setattr(SpawnProcess, "start", slowly)
    with ThreadPoolExecutor(1) as threads:
        done = threads.submit(worker.do, steps.killed)
        assert begun.wait(20)
        worker.end()
        with pytest.raises(DiedError):
            done.result()
    assert not active_children()


def test_none_is_started_before_there_is_a_step() -> None:
    with closing(Processes(2, steps.killed)) as processes:
        assert list(processes.run([course()])) == [[]]


def test_what_is_left_undone_is_not_waited_for() -> None:
    start = time.monotonic()
    with closing(Processes(2, partial(steps.told, None))) as processes:
        run = processes.run(course(partial(steps.told, number, 0 if number == 0 else 60)) for number in range(9))
        assert next(run) == [0]
    assert time.monotonic() - start < 30


def test_each_keeps_to_one_core_and_this_process_s_environment_is_left(
    two: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    assert list(two.run([course(*(partial(steps.environment, name) for name in names))])) == [["1", "3"]]
    assert "OMP_NUM_THREADS" not in os.environ


def test_one_job_is_this_process_and_none_is_no_number() -> None:
    with runner(1, Parser("rules", 0)) as here:
        assert list(here.run([course(steps.process)])) == [[os.getpid()]]
    for wrong in (0, -1, 1.5, "2"):
        with pytest.raises(UsageError, match="jobs="):
            on_jobs(wrong)  # type: ignore[arg-type]


def test_each_encoder_has_one_thread_beside_others_unless_more_are_asked_for() -> None:
    assert [parser(jobs, "model", threads).threads for jobs, threads in ((1, 0), (2, 0), (2, 3))] == [0, 1, 3]


def test_an_extractor_that_does_not_load_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROVENANCE_ENDPOINT", raising=False)
    with runner(2, Parser("endpoint", 1)) as two, pytest.raises(ExtractorError, match="set PROVENANCE_ENDPOINT"):
        list(two.run([course(steps.process)]))
