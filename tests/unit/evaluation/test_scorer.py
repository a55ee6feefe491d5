"""Every figure is that of the scorer which lies beside the development data, on the same predictions."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from argparse import Namespace
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from shared import DATA, SHARED, needed

from evaluation import tasks
from evaluation.measures import Agreement, Ratio, total
from evaluation.run import readings
from provenance import Library
from provenance.records import reading_record

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from evaluation.measures import Measure
    from provenance.model import Reading

pytestmark = needed


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def read(name: str) -> dict[str, Reading]:
    """By the rules, which are quick; every third article is as if it had not been read."""
    found = readings(DATA, name, "rules")
    return {key: one for number, (key, one) in enumerate(found.items()) if number % 3}


def ours(task: str, name: str) -> dict[str, Measure]:
    [one] = [one for one in tasks.TASKS if (one.name, one.set) == (task, name)]
    return total(one.score(DATA, read(name)).values())


def written(folder: Path, name: str) -> str:
    path = folder / "predictions.jsonl"
    path.write_text(
        "".join(json.dumps(reading_record("-", one)) + "\n" for one in read(name).values()), encoding="utf8"
    )
    return str(path)


def theirs(measure: Measure, figure: Any) -> Any:
    """A figure of ours as theirs writes it."""
    if isinstance(measure, Agreement):
        shares = {"P": measure.precision.value, "R": measure.recall.value, "F1": measure.value}
        sizes = {"predicted": measure.precision.whole, "gold": measure.recall.whole}
        made = {name: round(100 * share, 1) for name, share in shares.items()} | sizes
        return {name: made[name] for name in figure}
    share = round(100 * measure.value, 1)
    return {"of": measure.whole, "wrong": share} if isinstance(figure, dict) else share


@pytest.mark.parametrize(
    ("task", "score", "name", "gold"),
    [
        ("attributions", "score_attributions", "polnear.dev", "polnear/dev.jsonl.gz"),
        ("annotators", "ceiling", "polnear.dev", "polnear/dev.jsonl.gz"),
        ("chains", "score_chains", "polnear.dev", "gold/chains.dev.jsonl"),
        ("events", "score_events", "events", "events/gold.jsonl"),
        ("reading", "score_reading", "modern.dev", "reading/modern.dev.gold.jsonl"),
        ("reading", "score_reading", "basil.train", "reading/basil.train.gold.jsonl"),
    ],
)
def test_agreements(task: str, score: str, name: str, gold: str, tmp_path: Path) -> None:
    options = Namespace(gold=DATA / gold, predictions=written(tmp_path, name))
    figures = getattr(scorer(), score)(options)
    assert len(figures) >= 7
    assert {key: theirs(one, figures[key]) for key, one in ours(task, name).items()} == figures


def test_sources(tmp_path: Path) -> None:
    options = Namespace(gold=DATA / "gold/sources.dev.jsonl", predictions=written(tmp_path, "polnear.dev"))
    shares = scorer().score_sources(options)["of all gold sources, %"]
    assert {key: theirs(one, 0.0) for key, one in ours("sources", "polnear.dev").items()} == shares


def test_claims(tmp_path: Path) -> None:
    with Library.memory() as library:
        for one in read("events").values():
            library.add(one)
        listed = "".join(json.dumps(asdict(one)) + "\n" for one in library.claims())
    (tmp_path / "claims.jsonl").write_text(listed, encoding="utf8")
    figures = scorer().score_claims(Namespace(gold=DATA / "events", predicted_claims=tmp_path / "claims.jsonl"))
    shared = figures.pop("shared claims")
    found = ours("claims", "events")
    assert {key: theirs(one, figures[key]) for key, one in found.items()} == figures
    assert isinstance(found["origin right, %"], Ratio)
    assert found["origin right, %"].whole == shared


def test_pages(tmp_path: Path) -> None:
    script = str(SHARED / "score" / "pages.py")
    command = [sys.executable, script, "score", str(DATA / "pages"), written(tmp_path, "pages")]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    pages = figures.pop("pages")
    found = ours("pages", "pages")
    assert all(isinstance(one, Ratio) for one in found.values())
    counted = {"not read", "own page as relay", "body under .9 recall", "body under .8 precision"}
    made = {key: one.part if key in counted else theirs(one, 0.0) for key, one in found.items()}  # type: ignore[union-attr]
    assert made == figures
    assert found["not read"].whole == pages  # type: ignore[union-attr]
