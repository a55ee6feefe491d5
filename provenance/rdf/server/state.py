"""What a server's graph says of itself, in a graph of its own: its state, who writes to it, what was begun.

Whoever writes holds a lease: one literal, with the time until which it holds. Two who take it at once see each other
and both let go. The times are by the server's clock where it tells the time.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from pyoxigraph import Literal, NamedNode

from provenance.errors import StoreCorruptError, StoreError, StoreLockedError
from provenance.iris import HOME
from provenance.rdf.server import change

if TYPE_CHECKING:
    from provenance.rdf.server.change import Change
    from provenance.rdf.server.client import Client

STATE = f"{HOME}/server"
"""The graph, and the one thing that it is about."""
REVISION, WRITER, BEGUN = (f"{STATE}#{name}" for name in ("revision", "writer", "begun"))
PART = 100_000
"""Characters of what is begun in one literal."""
LEASE = 180.0
"""Seconds."""
RENEWED = 45.0
"""Seconds after which it is taken anew before anything is written."""


@dataclass(frozen=True, slots=True)
class State:
    """`revision` is another one after each change, `begun` what a writer began and may not have finished.

    `is_cut`: a writer was killed while it said what it was about to do, and did nothing of it.
    """

    revision: str
    writers: tuple[str, ...]
    begun: Change | None
    is_cut: bool = False


def read(client: Client) -> State:
    """Raises StoreCorruptError where what was begun cannot be read."""
    node = NamedNode(STATE)
    told = client.ask(f"SELECT ?p ?o WHERE {{ GRAPH {node} {{ {node} ?p ?o }} }}")
    said = [(getattr(p, "value", ""), getattr(o, "value", "")) for p, o in told.rows]
    writers = tuple(sorted(value for name, value in said if name == WRITER))
    parts = [value for name, value in said if name == BEGUN]
    try:
        piece = _whole(parts)
        begun = change.read(piece) if piece else None
    except ValueError as error:
        raise StoreCorruptError(
            f"{client.address.name}: what its last writer began cannot be read ({error}): delete <{BEGUN}> there"
        ) from None
    return State(
        max((value for name, value in said if name == REVISION), default=""),
        writers,
        begun,
        bool(parts) and begun is None,
    )


def moved(revision: str) -> list[str]:
    """Updates that give the graph another `revision`."""
    return [_cleared(REVISION), _said("INSERT", REVISION, revision)]


def begin(piece: str) -> list[str]:
    """Updates that say what is about to be done, in numbered parts."""
    parts = [piece[at : at + PART] for at in range(0, len(piece), PART)]
    return [_said("INSERT", BEGUN, f"{number} {len(parts)} {part}") for number, part in enumerate(parts)]


def done() -> str:
    """An update that says that it was."""
    return _cleared(BEGUN)


def _whole(parts: list[str]) -> str:
    """Nothing where some are missing. Raises ValueError where they are no parts of one piece."""
    told = [part.split(" ") for part in parts]
    numbered = {int(number): (int(count), text) for number, count, text in told}
    if not numbered or any(len(numbered) != count for count, _ in numbered.values()):
        return ""
    return "".join(numbered[number][1] for number in sorted(numbered))


class Lease:
    """That this process writes, and no other. Methods raise StoreLockedError where another does."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._token = uuid4().hex
        self._held = ""
        self._since = 0.0

    def take(self, state: State) -> None:
        """`state` is as it was read just now. Raises StoreError where the server takes no updates."""
        self._refuse_others(state.writers)
        held = self._until()
        operations = [_said("DELETE", WRITER, one) for one in state.writers]
        for operation in (*operations, _said("INSERT", WRITER, held)):
            self._client.update(operation)
        self._held, self._since = held, monotonic()
        self._check(read(self._client).writers)

    def keep(self) -> None:
        """Before anything is written: take it anew where it is old."""
        if monotonic() - self._since < RENEWED:
            return
        self._check(read(self._client).writers)
        held = self._until()
        self._client.update(_said("INSERT", WRITER, held))
        self._client.update(_said("DELETE", WRITER, self._held))
        self._held, self._since = held, monotonic()
        self._check(read(self._client).writers)

    def let_go(self) -> None:
        """Nothing where the server does not answer: then it ends by itself."""
        if self._held:
            with suppress(StoreError):
                self._client.update(_said("DELETE", WRITER, self._held))
            self._held = ""

    def _check(self, writers: tuple[str, ...]) -> None:
        """Nobody else may hold it, and this process has to."""
        others = [one for one in writers if one != self._held and self._is_held(one)]
        if others or self._held not in writers:
            self.let_go()
            raise self._taken(others[0] if others else "")

    def _refuse_others(self, writers: tuple[str, ...]) -> None:
        for one in filter(self._is_held, writers):
            raise self._taken(one)

    def _taken(self, writer: str) -> StoreLockedError:
        told = _told(writer)
        by = f" ({told['host']}, process {told['process']})" if told else ""
        left = max(0, round(told["until"] - self._client.now)) if told else LEASE
        return StoreLockedError(
            f"{self._client.address.name}: another process is writing to it{by}; wait for it to end, or {left:g} "
            "seconds where it was killed"
        )

    def _is_held(self, writer: str) -> bool:
        """Whether the process that took it may still write; one of this machine that is gone does not."""
        told = _told(writer)
        if told is None or told["until"] <= self._client.now:
            return False
        return not (told["host"] == platform.node() and _is_gone(told["process"]))

    def _until(self) -> str:
        told = {"host": platform.node(), "process": os.getpid(), "until": self._client.now + LEASE, "by": self._token}
        return json.dumps(told)


def _told(writer: str) -> dict[str, Any] | None:
    """None for what this program does not write."""
    try:
        told = json.loads(writer)
        sound = isinstance(told["until"], float) and isinstance(told["process"], int) and isinstance(told["host"], str)
    except (ValueError, LookupError, TypeError):
        return None
    found: dict[str, Any] = told
    return found if sound else None


def _is_gone(process: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _said(what: str, name: str, value: str) -> str:
    node = NamedNode(STATE)
    return f"{what} DATA {{ GRAPH {node} {{ {node} {NamedNode(name)} {Literal(value)} }} }}"


def _cleared(name: str) -> str:
    node = NamedNode(STATE)
    pattern = f"GRAPH {node} {{ {node} {NamedNode(name)} ?said }}"
    return f"DELETE {{ {pattern} }} WHERE {{ {pattern} }}"
