"""Extractors of other packages, found by entry point and held to what they promise."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from provenance.errors import ExtractorError, UsageError
from provenance.extraction import ArticleExtractor, extractor, extractors, registry
from provenance.extraction.protocol import fitting
from provenance.model import Article, Attribution, Extractor, Hop, Kind, Quotation, Reading, Relation, Span

TEXT = "The dam is old, Ada Brunt said."
BRUNT = Hop("Ada Brunt", Kind.PERSON, Relation.SAID, mention=(Span(16, 25),))
SAID = Attribution((Span(0, 14),), (Span(26, 30),), (Span(16, 25),), Quotation.INDIRECT, (BRUNT,), 0.5)


class Parrot:
    """Says the same of every article."""

    identity = Extractor("parrot", "1")

    def read(self, article: Article) -> Reading:
        return Reading(article, self.identity, attributions=(SAID,))


class Mute:
    """No extractor at all."""


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    points = EntryPoints(
        EntryPoint(name, value, registry.GROUP)
        for name, value in (
            ("parrot", f"{__name__}:Parrot"),
            ("mute", f"{__name__}:Mute"),
            ("gone", "no_such_package:Reader"),
            ("rules", f"{__name__}:Parrot"),
        )
    )
    monkeypatch.setattr(registry, "entry_points", lambda group: points.select(group=group))
    registry.extractor.cache_clear()


@pytest.mark.usefixtures("_installed")
class TestInstalled:
    def test_is_found_after_the_own_ones(self) -> None:
        assert extractors() == ("model", "rules", "endpoint", "gone", "mute", "parrot")
        assert extractor("parrot").read(Article("a", TEXT)).attributions == (SAID,)

    def test_cannot_take_the_name_of_an_own_one(self) -> None:
        assert extractor("rules").identity == Extractor("rules", "7")

    def test_that_does_not_load_is_named(self) -> None:
        with pytest.raises(ExtractorError, match=r"extractor 'gone' \(no_such_package:Reader\) does not load"):
            extractor("gone")

    def test_that_is_none_is_named(self) -> None:
        with pytest.raises(ExtractorError, match=r"extractor 'mute' .* has no 'identity' and 'read'"):
            extractor("mute")


def test_own_ones_keep_the_protocol() -> None:
    assert isinstance(extractor("rules"), ArticleExtractor)
    assert isinstance(extractor("model"), ArticleExtractor)


def test_unknown_one() -> None:
    with pytest.raises(UsageError, match="no extractor 'oracle': give one of model, rules"):
        extractor("oracle")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (replace(SAID, content=()), "statement 1, left out: it has no content"),
        (replace(SAID, content=(Span(0, 99),)), r"content \[0, 99\) is not in the text of 31 characters"),
        (replace(SAID, cue=(Span(9, 9),)), r"cue \[9, 9\) is not in the text"),
        (replace(SAID, chain=()), "its chain is empty"),
        (replace(SAID, chain=(replace(BRUNT, name=" "),)), "a hop has no name"),
        (replace(SAID, chain=(replace(BRUNT, mention=(Span(-1, 4),)),)), r"the mention of Ada Brunt \[-1, 4\)"),
        (replace(SAID, confidence=1.5), r"confidence 1.5 is not between 0 and 1"),
    ],
)
def test_wrong_answers_are_named(wrong: Attribution, message: str) -> None:
    answer = fitting(Reading(Article("a", TEXT), Parrot.identity, attributions=(wrong, SAID)))
    assert answer.reading.attributions == (SAID,)
    [told] = answer.dropped
    assert told.startswith("extractor 'parrot', statement 1, left out: ")
    assert re.search(message, told)


def test_right_answers_pass() -> None:
    reading = Reading(Article("a", TEXT), Parrot.identity, attributions=(SAID,))
    answer = fitting(reading)
    assert answer.reading is reading
    assert answer.dropped == ()
