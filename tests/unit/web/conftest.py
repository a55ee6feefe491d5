"""The explorer of the invented story, asked without a socket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from explorer import AT
from starlette.testclient import TestClient

from provenance import Library
from provenance.web.application import application

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explorer") / "store"
    with Library.open(path) as library:
        for reading in STORY:
            library.add(reading)
    return path


@pytest.fixture(scope="session")
def explorer(told: Path) -> Iterator[TestClient]:
    """For reading: all tests share it."""
    with TestClient(application(told, extractor="rules"), AT) as client:
        yield client


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[TestClient]:
    """One of a test's own, of a store with the first two articles."""
    with Library.open(tmp_path / "store") as library:
        for reading in STORY[:2]:
            library.add(reading)
    with TestClient(application(tmp_path / "store", extractor="rules", reviewer="Ada"), AT) as client:
        yield client
