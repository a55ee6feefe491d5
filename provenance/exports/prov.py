"""PROV-JSON (W3C Member Submission, 2013) and PROV-N (W3C, 2013), written by the package `prov`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from provenance.errors import MissingExtraError
from provenance.exports.steering import escaped

if TYPE_CHECKING:
    from prov.model import ProvDocument

    from provenance.exports.material import Material

MISSING = "PROV-JSON and PROV-N need the extra 'prov': pip install 'provenance-tracker[prov]'"


def prov_json(material: Material, stream: BinaryIO) -> None:
    """PROV-JSON, its members in order. Raises MissingExtraError without the extra `prov`."""
    told = json.loads(_document(material).serialize(format="json") or "{}")
    stream.write(json.dumps(_ordered(told), indent=1, sort_keys=True).encode())


def prov_n(material: Material, stream: BinaryIO) -> None:
    """PROV-N. Raises MissingExtraError without the extra `prov`."""
    stream.write(escaped(_document(material).get_provn(strict=True)).encode() + b"\n")


def _document(material: Material) -> ProvDocument:
    try:
        from provenance.exports.prov_document import document
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "prov":
            raise
        raise MissingExtraError(MISSING) from None
    return document(material.quads())


def _ordered(value: Any) -> Any:
    """Several values of one attribute are a set, which JSON has as a list."""
    if isinstance(value, dict):
        return {name: _ordered(one) for name, one in value.items()}
    return sorted(value, key=lambda one: json.dumps(one, sort_keys=True)) if isinstance(value, list) else value
