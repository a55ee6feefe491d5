"""Where a news claim really comes from: `from provenance import Library`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from provenance.library import Library

__version__ = "0.1.0"
__all__ = ["Library", "__version__"]


def __getattr__(name: str) -> Any:
    """Import the library when it is asked for (PEP 562): `provenance --version` must not pay for it."""
    if name == "Library":
        from provenance.library import Library

        return Library
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
