"""When a case is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import EXTRACTOR, at

from evaluation.__main__ import main
from evaluation.behaviour import cases, shortcomings, unmet
from provenance.model import Attribution, Hop, Kind, Publisher, Quotation, Reading, Relation

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The dam is old, Ada Brunt told Reuters. It leaks, she said."
REUTERS = Hop("Reuters", Kind.WIRE, Relation.REPORTED)
BRUNT = Hop("Ada Brunt", Kind.PERSON, Relation.TOLD, mention=at(TEXT, "Ada Brunt"), role="engineer")


def told(content: str, cue: str, *chain: Hop) -> Attribution:
    return Attribution(at(TEXT, content), at(TEXT, cue), (), Quotation.INDIRECT, chain, 0.9)


BOTH = (told("The dam is old", "told", REUTERS, BRUNT), told("It leaks", "said", BRUNT))


def met(folder: Path, wanted: str, *attributions: Attribution) -> bool:
    (folder / "a.toml").write_text(f'[[case]]\nid = "a-1"\nwhy = "It is so."\ntext = "{TEXT}"\n{wanted}\n', "utf8")
    [case] = cases(folder)
    assert (case.id, case.kind, case.why, case.article.text) == ("a-1", "a", "It is so.", TEXT)
    return shortcomings(case, Reading(case.article, EXTRACTOR, attributions=attributions)) == []


@pytest.mark.parametrize(
    "wanted",
    [
        'expected = [{ chain = ["Ada Brunt"] }]',
        'expected = [{ at = 0, chain = ["Reuters", "Ada Brunt"], content = ["The dam is old"], cue = ["told"] }]',
        'expected = [{ at = -1, origin = "Ada Brunt", kind = "person", relation = "told", role = "engineer" }]',
        'expected = [{ at = "every", origin = "Ada Brunt", anonymous = false, reason = "", date = "" }]',
        'expected = [{ front = ["Reuters"] }, { at = 1, passage = "It leaks", assertion = "asserts" }]',
        'expected = [{ at = 1, mentions = ["Ada Brunt"], quotation = "indirect", source = [] }]',
        'unexpected = [{ front = ["Ada Brunt", "Reuters"] }, { at = 1, front = ["Reuters"] }, { at = 5 }]',
        "statements = 2",
    ],
)
def test_met(wanted: str, tmp_path: Path) -> None:
    assert met(tmp_path, wanted, *BOTH)


@pytest.mark.parametrize(
    "wanted",
    [
        'expected = [{ chain = ["Reuters"] }]',
        'expected = [{ at = 1, chain = ["Reuters", "Ada Brunt"] }]',
        "expected = [{ at = 2 }]",
        'expected = [{ at = "every", chain = ["Ada Brunt"] }]',
        'expected = [{ at = 0, content = ["The dam"] }]',
        'expected = [{ chain = ["Ada Brunt"], content = ["The dam is old"] }]',
        'unexpected = [{ origin = "Ada Brunt" }]',
        'unexpected = [{ at = 0, front = ["Reuters"] }]',
        "statements = 1",
    ],
)
def test_not_met(wanted: str, tmp_path: Path) -> None:
    assert not met(tmp_path, wanted, *BOTH)


def test_of_nothing_nothing_is_true(tmp_path: Path) -> None:
    assert met(tmp_path, "statements = 0")
    assert not met(tmp_path, "expected = [{ at = -1 }]")
    assert not met(tmp_path, 'expected = [{ at = "every", anonymous = false }]')


def test_an_expectation_of_what_there_is_not_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="orgin"):
        met(tmp_path, 'expected = [{ orgin = "Ada Brunt" }]', *BOTH)


def test_what_is_known_of_the_article(tmp_path: Path) -> None:
    known = 'id = "a-1"\nwhy = "."\ntext = "Rain."\npublisher = "Tarn Daily"\ntitle = "Rain"\npublished = "2026-03-12"'
    (tmp_path / "a.toml").write_text(f"[[case]]\n{known}\n", "utf8")
    [case] = cases(tmp_path)
    assert (case.article.publisher, case.article.title) == (Publisher("Tarn Daily"), "Rain")
    assert (case.article.published, case.article.byline) == ("2026-03-12", None)


def test_what_is_not_read_yet(tmp_path: Path) -> None:
    (tmp_path / "unmet.toml").write_text('[parrot]\nroles = ["a-1"]\n', "utf8")
    assert unmet("parrot", tmp_path) == {"roles": frozenset({"a-1"})}
    assert unmet("owl", tmp_path) == {}


def test_the_command_prints_rates_and_names_what_fails(capsys: pytest.CaptureFixture[str]) -> None:
    main(["behaviour", "--extractor", "rules"])
    lines = capsys.readouterr().out.splitlines()
    assert ["headings", "5", "of", "5", "100", "%"] in [line.split() for line in lines]
    assert next(line for line in lines if line.startswith("names")).split()[:4] == ["names", "6", "of", "8"]
    assert any("nickname-2" in line for line in lines)
