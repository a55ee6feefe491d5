"""Start-up: `provenance --version` against a bare import of typer, which is the floor of any typer program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.timing import command

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAVY = ("rdflib", "pyoxigraph", "networkx", "trafilatura", "rich", "lxml", "numpy")


def run() -> Iterator[str]:
    program = str(Path(sys.executable).parent / "provenance")
    floor = command([sys.executable, "-c", "import typer"])
    for words in (["--version"], ["--help"]):
        ours = command([program, *words])
        name = f"provenance {' '.join(words)}"
        yield f"{name}: {ours * 1000:.0f} ms, {ours / floor:.2f} × `import typer` ({floor * 1000:.0f} ms)"
    loaded = f"import sys, provenance.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True)
    yield f"heavy modules that `import provenance.cli` loads: {found.stdout.strip()}"
