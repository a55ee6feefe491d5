"""Where the reference data that ships with the program lies: outlets, ontology, shapes, schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from provenance.errors import ProvenanceError

_PACKAGE = Path(__file__).parent
_FOLDERS = (_PACKAGE / "data", _PACKAGE.parent / "data")


def resource(name: str) -> Path:
    """The file `name` of the installed `provenance/data`, else of the checkout's `data`.

    Raises ProvenanceError where neither holds it: the installation is damaged.
    """
    for folder in _FOLDERS:
        path = folder / name
        if path.is_file():
            return path
    raise ProvenanceError(f"reference file {name} is missing from {_PACKAGE}: reinstall provenance-tracker")


def table(name: str) -> dict[str, Any]:
    """What the TOML file `name` holds. Raises ProvenanceError as `resource` does."""
    import tomllib

    return tomllib.loads(resource(name).read_text(encoding="utf-8"))
