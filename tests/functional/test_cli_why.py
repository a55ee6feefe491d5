"""`provenance why`: what speaks for a link and what against."""

from __future__ import annotations

import json
from math import exp
from typing import TYPE_CHECKING, Any

import pytest
from command import EXAMPLES, run

from provenance import Library
from provenance.errors import NotFoundError, UsageError
from provenance.iris import link_iri
from provenance.model import LinkKind

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.review.undecided import Undecided


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("why") / "store"
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    return path


def undecided(place: Path, kind: LinkKind) -> Undecided:
    with Library.open(place, mode="r") as library:
        return next(one for one in library.review.undecided() if one.link.kind is kind)


def record(place: Path, link: str) -> Any:
    return json.loads(run("why", link, "--store", place, "--format", "json").out)


def test_two_statements_are_explained_by_feature_value_and_weight(place: Path) -> None:
    link = undecided(place, LinkKind.SAME_CLAIM)
    found = record(place, link.id)
    assert found["likelihood"] == pytest.approx(1 / (1 + exp(-sum(one["adds"] for one in found["reasons"]))), abs=1e-3)
    assert found["likelihood"] == pytest.approx(link.link.score, abs=1e-3)
    assert all(one["adds"] == pytest.approx(one["value"] * one["weight"], abs=1e-3) for one in found["reasons"])
    assert all(one["says"] for one in found["reasons"])


def test_it_reads_well(place: Path) -> None:
    lines = run("why", undecided(place, LinkKind.SAME_CLAIM).id, "--store", place).out.splitlines()
    assert lines[0].startswith("same claim: undecided, ")
    assert "For one claim:" in lines
    assert "  −3.8  where every pair starts from: most statements of two articles make two claims" in lines
    assert lines[-2].startswith("Together ")


def test_any_other_link_is_explained_by_its_evidence(place: Path) -> None:
    link = undecided(place, LinkKind.COPY)
    assert record(place, link.id)["reasons"] == []
    assert (
        run("why", link.id, "--store", place).out.splitlines()[-1] == f"Why: {link.link.evidence} ({link.link.method})"
    )


def test_what_is_no_link_is_refused(place: Path) -> None:
    found = run("why", "the mill", "--store", place)
    assert found.code == UsageError.exit_code
    assert found.err == (
        "provenance: 'the mill' is no link: give the IRI of one, as 'provenance review --format json' prints it\n"
    )
    link = undecided(place, LinkKind.SAME_CLAIM).link
    gone = link_iri(link)[:-4] + "0000"
    assert run("why", gone, "--store", place).code == NotFoundError.exit_code


def test_the_library_explains_also_while_it_writes(place: Path) -> None:
    link = undecided(place, LinkKind.SAME_CLAIM)
    with Library.open(place) as library:
        assert library.explain(link.id).likelihood == pytest.approx(link.link.score, abs=1e-3)
