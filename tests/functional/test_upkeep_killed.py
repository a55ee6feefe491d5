"""Writers killed at random moments; `python -m benchmarks killing` kills a thousand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from benchmarks.killing import killed
*_, tally = killed(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
print(tally.kills, len(tally.faults), *tally.faults, sep="\\n")
"""
KILLS = 12


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork, no SIGKILL")
def test_what_killed_writers_leave_is_whole_and_comes_to_the_same(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path, str(KILLS), str(os.getpid())],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    kills, faults, *told = done.stdout.splitlines()
    assert (int(kills), int(faults)) == (KILLS, 0), told
