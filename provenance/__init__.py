"""Where a news claim really comes from: `from provenance import Library`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from provenance.library import Library, extract

__version__ = "0.2.0"
__all__ = ["Library", "__version__", "extract"]


def __getattr__(name: str) -> Any:
    """Import the library when it is asked for (PEP 562): `provenance --version` must not pay for it."""
    if name in {"Library", "extract"}:
        from provenance import library

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
