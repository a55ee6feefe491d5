"""Writers killed at random moments, by SIGKILL: whether the store opens, is whole, and comes to what it would have.

KILLS gives how many writers are killed, by default 1000; KILLS_SEED where chance begins, by default 1.

A script of `benchmarks.upkeep_script` adds, changes, removes and forgets articles, rewrites the store, decides and
undoes. A process goes through it step by step and is killed at a random moment. After each kill the store is verified
as it lies, then opened for writing, brought in line and verified again; then another process goes on with the step that
was cut short. When the script is through, the store is held against one that was not disturbed, quad for quad, but for
the times at which articles were read; and all its files are searched for the words of what was forgotten.

Writers are forked from a process that has imported everything, which never opens a store itself. In place of the
encoder's vectors stand random projections of the words, as in `growing`. Shapes are checked when a script is through.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from benchmarks.filling import Projected
from benchmarks.upkeep_script import Script, script
from provenance.candidates import Candidates
from provenance.library import LINKS, Library
from provenance.rdf.vocabulary import PROV
from provenance.upkeep.verifying import shapes, verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.linking.incremental import IncrementalLinker

SCRIPTS = 5
LONGEST = 6
"""Steps that a writer comes to take before it is killed, at most, as long as they last where nobody disturbs."""
TOLD = 100
"""Writers killed between two lines of what came of it."""
PIECE = 24
"""Bytes of a forgotten text that are looked for."""
WHILE_KILLED = ("left by a process that was killed", "was to be forgotten, and is not yet", "no store is there")
"""What may be said of a store before it is next opened for writing."""


class Projecting(Library):
    """Links without an encoder."""

    def _linker(self) -> IncrementalLinker:
        if self._linked is None:
            self._linked = Projected(self._kept, Candidates.open(Path(self._path).resolve() / LINKS))
        return self._linked


@dataclass
class Tally:
    """How many writers were killed, in which steps, in how many runs, and what was wrong."""

    kills: int = 0
    runs: int = 0
    unfinished: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def run() -> Iterator[str]:
    kills, seed = int(os.environ.get("KILLS", "1000")), int(os.environ.get("KILLS_SEED", "1"))
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally, told = Tally(), 0
        for tally in killed(Path(folder), kills, seed):
            if tally.kills - told >= TOLD:
                told = tally.kills
                yield f"  {told} killed, {len(tally.faults)} faults, {time.perf_counter() - start:.0f} s"
    each = ", ".join(f"{name} {count}" for name, count in tally.steps.most_common())
    yield f"{tally.kills} writers killed in {tally.runs} runs ({each}), {time.perf_counter() - start:.0f} s"
    yield f"  {tally.unfinished} stores told of files to delete or articles to forget before they were opened again"
    yield f"  {len(tally.faults)} faults"
    yield from (f"  {fault}" for fault in tally.faults)


def killed(folder: Path, kills: int, seed: int) -> Iterator[Tally]:
    """Kill so many writers, run after run; the last run is gone through to its end. The tally after each run."""
    chance, tally = random.Random(seed), Tally()  # noqa: S311
    expected: dict[int, tuple[set[str], float]] = {}
    _import_what_is_used(folder / "warm", script(0))
    while tally.kills < kills:
        number = tally.runs % SCRIPTS
        steps = script(number)
        if number not in expected:
            expected[number] = _undisturbed(folder / "undisturbed", steps)
        quads, pace = expected[number]
        _disturbed(folder / "store", steps, quads, lambda: chance.uniform(0, LONGEST * pace), kills, tally)  # noqa: B023
        tally.runs += 1
        shutil.rmtree(folder / "store")
        _progress(folder / "store").unlink()
        yield tally


def _undisturbed(store: Path, steps: Script) -> tuple[set[str], float]:
    """What the script comes to, and how many seconds a step lasts."""
    start = time.perf_counter()
    _must(_forked(lambda: _go_on(store, steps)))
    pace = (time.perf_counter() - start) / len(steps)
    found = store.with_suffix(".found")
    _must(_forked(lambda: _write(found, _quads(store))))
    shutil.rmtree(store)
    _progress(store).unlink()
    return set(found.read_text("utf8").splitlines()), pace


def _disturbed(
    store: Path, steps: Script, expected: set[str], wait: Callable[[], float], kills: int, tally: Tally
) -> None:
    found = store.with_suffix(".found")
    while True:
        writer = _forked(lambda: _go_on(store, steps))
        if tally.kills < kills:
            time.sleep(wait())
            os.kill(writer, signal.SIGKILL)
        _, status = os.waitpid(writer, 0)
        if not os.WIFSIGNALED(status):
            if os.waitstatus_to_exitcode(status):
                tally.faults.append("a writer failed that was not killed")
            break
        tally.kills += 1
        tally.steps[steps[_done(store)].name] += 1
        if store.exists():
            if _failed(_forked(lambda: _write(found, _examined(store)))):
                tally.faults.append(f"kill {tally.kills}: the store could not be opened or verified")
                break
            said = found.read_text("utf8").splitlines()
            tally.unfinished += bool(said) and said[0] == "unfinished"
            tally.faults += [f"kill {tally.kills}: {line}" for line in said if line != "unfinished"]
    if _failed(_forked(lambda: _write(found, [*map(str, verify(store)), "--", *_quads(store)]))):
        tally.faults.append(f"run {tally.runs}: the store could not be read")
        return
    faults, _, quads = found.read_text("utf8").partition("--\n")
    tally.faults += [f"run {tally.runs}: {line}" for line in faults.splitlines()]
    if different := expected.symmetric_difference(quads.splitlines()):
        tally.faults.append(f"run {tally.runs}: {len(different)} quads are not as they were, such as {min(different)}")
    tally.faults += [f"run {tally.runs}: {line}" for line in _traces(store, steps)]


def _go_on(store: Path, steps: Script) -> None:
    """From the step after the last that was finished."""
    for number in range(_done(store), len(steps)):
        with Projecting.open(store) as library:
            steps[number].take(library)
        _write(_progress(store), [str(number + 1)])


def _import_what_is_used(store: Path, steps: Script) -> None:
    """So that a writer is killed at its work, not while it imports what it comes to need first."""
    found = store.with_suffix(".found")

    def used() -> Iterator[str]:
        _go_on(store, steps)
        list(_examined(store))
        yield from sorted(name for name in sys.modules if name.startswith("provenance."))

    _must(_forked(lambda: _write(found, used())))
    for name in found.read_text("utf8").splitlines():
        import_module(name)
    shutil.rmtree(store)
    _progress(store).unlink()


def _progress(store: Path) -> Path:
    return store.with_suffix(".progress")


def _done(store: Path) -> int:
    """How many steps were finished on this store."""
    return int(_progress(store).read_text("utf8")) if store.exists() and _progress(store).exists() else 0


def _examined(store: Path) -> Iterator[str]:
    """What is wrong with the store as a killed writer left it, and after it was opened again."""
    with patch.object(shapes, "faults", lambda *_: iter(())):
        before = [str(fault) for fault in verify(store)]
        if any(said in fault for fault in before for said in WHILE_KILLED):
            yield "unfinished"
        yield from (fault for fault in before if not any(said in fault for said in WHILE_KILLED))
        with Projecting.open(store) as library:
            library._ingestor().catch_up()  # noqa: SLF001 -- as whatever writes next does first
        yield from map(str, verify(store))


def _quads(store: Path) -> Iterator[str]:
    """All that the store holds, without the times at which articles were read."""
    with Projecting.open(store, mode="r") as library:
        for quad in library._store.quads():  # noqa: SLF001
            when = quad.predicate.value == PROV.endedAtTime and "/run/" in quad.graph_name.value
            yield f"{quad.subject} {quad.predicate} {'' if when else quad.object} {quad.graph_name}".replace("\n", " ")


def _traces(store: Path, steps: Script) -> Iterator[str]:
    """Pieces of forgotten texts, which no other article has, in any file of the store."""
    pieces = {text[at : at + PIECE] for text in steps.forgotten for at in range(0, len(text) - PIECE, PIECE)}
    pieces = {piece for piece in pieces if not any(piece in text for text in steps.kept)}
    for path in sorted(store.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        found = sum(piece.encode() in data for piece in pieces)
        if found:
            yield f"{path.relative_to(store)}: holds {found} pieces of forgotten texts"


def _write(path: Path, lines: Iterator[str] | list[str]) -> None:
    """At once: what is there is whole."""
    partial = path.with_suffix(".partial")
    partial.write_text("".join(f"{line}\n" for line in lines), "utf8")
    partial.replace(path)


def _forked(work: Callable[[], object]) -> int:
    """A process that does `work`; it ends with 0 where nothing was raised."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # noqa: BLE001 -- nothing comes after this process
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _failed(process: int) -> bool:
    _, status = os.waitpid(process, 0)
    return status != 0


def _must(process: int) -> None:
    if _failed(process):
        raise RuntimeError("a process failed that nobody killed")
