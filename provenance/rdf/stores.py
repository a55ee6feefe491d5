"""Stores by where they are: a folder, or the address of a graph server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.rdf import folder
from provenance.rdf.server import address
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from provenance.rdf.server.address import Address


def opened(place: str | Path) -> Store:
    """For reading and writing. Raises as `Store.open`, or as `server.home.opened`."""
    if (found := _address(place)) is None:
        return Store.open(Path(place))
    from provenance.rdf.server import home

    return home.opened(found)


def read(place: str | Path) -> Store:
    """For reading only. Raises as `Store.read`, or as `server.home.read`."""
    if (found := _address(place)) is None:
        return Store.read(Path(place))
    from provenance.rdf.server import home

    return home.read(found)


def shown(place: str | Path) -> str:
    """What the store is called: never with what is secret in an address."""
    found = _address(place)
    return found.name if found else str(place)


def folder_at(place: str | Path) -> Path:
    """Raises UsageError where `place` is on a server."""
    if found := _address(place):
        raise UsageError(f"{found.name}: a backup becomes a folder: give one, and load its export into the server")
    return Path(place)


def _address(place: str | Path) -> Address | None:
    """None of a folder. Raises UsageError where it is no address that is known."""
    return address.address(place) if isinstance(place, str) and address.is_address(place) else None


def revision(place: str | Path) -> str:
    """Another one whenever something was written to the store; empty where there is none in a folder."""
    if (found := _address(place)) is None:
        return folder.revision(Path(place))
    from provenance.rdf.server import home

    return home.revision(found)
