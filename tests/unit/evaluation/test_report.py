"""The command that prints figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from shared import DATA, needed

from evaluation import report, tasks
from evaluation.__main__ import main
from evaluation.measures import Ratio, agreement
from evaluation.run import PUBLISHED, Scored
from evaluation.splits import SETS, text_hash

if TYPE_CHECKING:
    from pathlib import Path

SCORED = [
    Scored("chains", "polnear.dev", "rules", [{"found": agreement(1, 2, 1)}, {"found": agreement(1, 1, 1)}]),
    Scored("facts", "modern.dev", "rules", [{"facts": Ratio(1, 2)}]),
]


def test_a_table_says_what_was_in_view() -> None:
    lines = list(report.lines(SCORED))
    assert "polnear.dev: windows and decoding of spans were chosen with it in view; may shape nothing" in lines
    assert "modern.dev: nothing was chosen or fitted with it in view; may shape nothing" in lines
    assert [line.split() for line in lines[-5:]] == [
        ["chains", "polnear.dev", "rules"],
        ["found", "80.0", "[66.7–100.0]", "66.7/100.0"],
        [],
        ["facts", "modern.dev", "rules"],
        ["facts", "50.0", "[50.0–50.0]", "of", "2"],
    ]


def test_json_has_the_same_and_the_parts() -> None:
    chains, facts = report.record(SCORED)
    assert (chains["set"], chains["in_view"], chains["parts"]) == ("polnear.dev", SETS["polnear.dev"].view, 2)
    found = {"P": 66.7, "R": 100.0, "F1": 80.0, "predicted": 3, "gold": 2, "interval": [66.7, 100.0]}
    assert chains["figures"] == {"found": found}
    assert facts["figures"] == {"facts": {"share": 50.0, "of": 2, "interval": [50.0, 50.0]}}


def test_without_the_data_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=f"skipped: {tmp_path} holds none of these sets"):
        main(["--data", str(tmp_path), "--extractor", "rules"])


def test_every_published_set_has_a_task() -> None:
    assert {one.set for one in tasks.TASKS} >= set(PUBLISHED)
    assert {one.set for one in tasks.TASKS} == set(SETS)


@needed
def test_it_reads_and_scores_a_set(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--sets", "seed", "--extractor", "rules", "--json"])
    [found] = json.loads(capsys.readouterr().out)
    assert (found["set"], found["task"], found["extractor"]) == ("seed", "facts", "rules")
    assert found["figures"]["facts"]["of"] == 16
    assert (DATA / SETS["seed"].path).exists()


def test_hashes_for_the_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "Rain fell."}\n{"id": "b", "text": "Snow fell."}\n', encoding="utf8")
    main(["hashes", str(path)])
    assert capsys.readouterr().out.split() == [text_hash("Rain fell."), text_hash("Snow fell.")]
