"""The development data beside the checkout, for tests that are skipped where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
DATA = SHARED / "data"
needed = pytest.mark.skipif(not DATA.is_dir(), reason="the development data (../shared) is not here")
