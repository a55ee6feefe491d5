"""A process that is killed while it writes decisions and links leaves each of them whole."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from corpus import STORY

from provenance.rdf.store import Store

WRITER = """
import sys
from pathlib import Path
from decided import on
from provenance.decisions import Action
from provenance.iris import link_iri
from provenance.model import Judgement, Link, LinkKind
from provenance.rdf.store import Store

def links(turn):
    return [Link(LinkKind.COPY, f"urn:x:{n}", f"urn:x:{turn}", Judgement.SAME, str(turn), 1, 1, "") for n in range(9)]

with Store.open(Path(sys.argv[1])) as store:
    for turn in range(1_000_000):
        store.decide(on("kestrel", Action.CONFIRM, turn % 1000, note=str(turn)))
        store.replace_links(map(link_iri, links(turn - 1)), links(turn))
        print(turn, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("wait", [0.01, 0.05, 0.2])
def test_what_was_said_to_be_kept_is_kept_and_nothing_in_part(wait: float, tmp_path: Path) -> None:
    place = tmp_path / "store"
    with Store.open(place) as store:
        store.add(STORY[0])
    tests = str(Path(__file__).parents[1] / "support")
    command = [sys.executable, "-c", WRITER, str(place)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": tests})
    assert writer.stdout is not None
    said = [writer.stdout.readline()]
    time.sleep(wait)
    writer.send_signal(signal.SIGKILL)
    said += writer.communicate()[0].splitlines()
    kept = max(int(turn) for turn in said)
    with Store.open(place) as store:
        notes = {int(decision.note) for decision in store.decisions()}
        assert set(range(kept + 1)) <= notes <= set(range(kept + 2))
        [turn] = {int(link.method) for link in store.links()}
        assert turn in (kept, kept + 1)
        assert len(list(store.links())) == 9
        assert list(store.readings()) == [STORY[0]]
