"""The examples in a store, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples") / "store"
    assert run("ingest", EXAMPLES, "--store", path).code == 0
    return path
