"""The teacher's encoder, where torch is installed; its weights, where their five packages are."""

from __future__ import annotations

import io
import json
import zipfile
from importlib.metadata import PackageNotFoundError, files

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from provenance.encoder.tokens import END, FEATURES, START  # noqa: E402
from provenance.resources import resource  # noqa: E402
from training.teacher import mpnet  # noqa: E402
from training.teacher.pieces import MARKS, teacher_ids  # noqa: E402


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    try:
        for part in mpnet.PARTS:
            files(part)
    except PackageNotFoundError as error:
        pytest.skip(f"{error.name} is not installed")
    return zipfile.ZipFile(io.BytesIO(mpnet.joined()))


def test_distances_widen_and_tell_before_from_after() -> None:
    row = mpnet.buckets(400)[200].tolist()
    assert row[200] == 0
    assert row[193:200] == [7, 6, 5, 4, 3, 2, 1]
    assert row[201:208] == [17, 18, 19, 20, 21, 22, 23]
    assert row[0] == row[200 - 128] == 15
    assert row[399] == 31
    assert row[:200] == sorted(row[:200], reverse=True)


def test_what_is_not_visible_changes_nothing() -> None:
    torch.manual_seed(3)
    teacher = mpnet.Teacher(FEATURES).eval()
    teacher.layers = teacher.layers[:2]
    pieces = torch.tensor([[START, 2056, 2360, END, 0, 0]])
    features = torch.zeros(1, 6, len(FEATURES), dtype=torch.long)
    visible = torch.tensor([[True, True, True, True, False, False]])
    with torch.inference_mode():
        whole = teacher(pieces, features, visible)
        short = teacher(pieces[:, :4], features[:, :4], visible[:, :4])
        swapped = teacher(pieces[:, [0, 2, 1, 3]], features[:, :4], visible[:, :4])
    assert whole.shape == (1, 6, mpnet.WIDTH)
    torch.testing.assert_close(whole[:, :4], short, atol=1e-5, rtol=0)
    assert (swapped[:, [0, 2, 1, 3]] - short).abs().max() > 1e-3


def test_numbers_are_those_of_the_teachers_own_tokenizer(archive: zipfile.ZipFile) -> None:
    own = json.loads(archive.read("all-mpnet-base-v2/tokenizer.json"))["model"]["vocab"]
    ours = json.loads(resource("reader/tokenizer.json").read_text(encoding="utf8"))["model"]["vocab"]
    made = teacher_ids(ours)
    assert all(own[MARKS.get(piece, piece)] == made[number] for piece, number in ours.items())


@pytest.mark.usefixtures("archive")
def test_the_published_weights_fill_the_module() -> None:
    teacher = mpnet.pretrained(FEATURES).eval()
    assert sum(weight.numel() for weight in teacher.parameters()) > 100_000_000
    pieces = torch.tensor([[START, 2056, 2360, END]])
    features = torch.ones(1, 4, len(FEATURES), dtype=torch.long)
    with torch.inference_mode():
        states = teacher(pieces, features, torch.ones(1, 4, dtype=torch.bool))
        plain = teacher(pieces, features * 0, torch.ones(1, 4, dtype=torch.bool))
    assert states.shape == (1, 4, mpnet.WIDTH)
    assert torch.equal(states, plain)
