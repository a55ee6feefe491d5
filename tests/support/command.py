"""The command line as tests call it."""

from __future__ import annotations

import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from provenance.cli import main
from provenance.errors import ProvenanceError

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "articles"
CLAIM = "the ferry operator plans to close the Marrow Island route"
PROVENANCE = [sys.executable, "-m", "provenance"]
HEEDING_SIGINT = [
    sys.executable,
    "-c",
    (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from provenance.cli import main; sys.exit(main())"
    ),
]
"""The program with Ctrl-C at work, also where the tests run in the background, which shells let ignore it."""
IN_FIVES = [
    sys.executable,
    "-c",
    (
        "import sys; from provenance.ingestor import bulk; bulk.BATCH = 5; "
        "from provenance.cli import main; sys.exit(main())"
    ),
]
"""The program with first loads by batches of five."""


def exit_codes() -> set[int]:
    """Every code that the program may end with."""
    codes = {0, 130, 143}
    waiting = [ProvenanceError]
    while waiting:
        error = waiting.pop()
        codes.add(error.exit_code)
        waiting.extend(error.__subclasses__())
    return codes


class Answer(NamedTuple):
    code: int
    out: str
    err: str


def run(*arguments: object, stdin: str = "") -> Answer:
    """What `provenance ARGUMENTS` does, in this process; its output is piped."""
    out, err, into = (TextIOWrapper(BytesIO(text), encoding="utf8") for text in (b"", b"", stdin.encode()))
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", into):
        code = main([str(argument) for argument in arguments])
        out.flush()
        err.flush()
        return Answer(code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode())
