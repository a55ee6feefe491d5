"""Which articles an extractor is given, and what is made of those that it is not."""

import pytest

from provenance.errors import UsageError
from provenance.extraction import reading_of
from provenance.extraction.unread import Unread, language_asked, willing
from provenance.model import Article, Extractor, Reading


class English:
    identity = Extractor("english", "1")

    def read(self, article: Article) -> Reading:
        return Reading(article, self.identity)


class Many(English):
    languages = frozenset({"de", "en"})


def article(language: str | None) -> Article:
    return Article("a", "OSTRA (dpa) - Ein Text.", language=language)


@pytest.mark.parametrize("language", [None, "en", "en-GB", "EN", "und", "qq"])
def test_english_and_what_does_not_say_is_read(language: str | None) -> None:
    reader = English()
    assert willing(reader, article(language)) is reader


@pytest.mark.parametrize(("language", "name"), [("de", "German"), ("nb-NO", "Norwegian"), ("zh-Hant", "Chinese")])
def test_what_is_in_another_language_is_not(language: str, name: str) -> None:
    kept = willing(English(), article(language))
    assert isinstance(kept, Unread)
    assert kept.reason == name
    assert kept.read(article(language)) == Reading(article(language), Unread.identity, unread=name)


@pytest.mark.parametrize("also", ["de", "de-AT", "any"])
def test_what_is_asked_for_is_read(also: str) -> None:
    reader = English()
    assert willing(reader, article("de-CH"), also) is reader


def test_another_than_the_one_asked_for_is_not() -> None:
    assert isinstance(willing(English(), article("fr"), "de"), Unread)


def test_an_extractor_may_read_more() -> None:
    reader = Many()
    assert willing(reader, article("de")) is reader
    assert isinstance(willing(reader, article("fr")), Unread)


def test_credits_hold_all_the_same() -> None:
    reading = reading_of(article("de"), Unread("German"))
    assert [derivation.name for derivation in reading.derivations] == ["dpa"]
    assert reading.unread == "German"


@pytest.mark.parametrize("tag", ["", "any", "de", "pt-BR"])
def test_a_language_is_asked_for_by_its_code(tag: str) -> None:
    assert language_asked(tag) == tag


@pytest.mark.parametrize("tag", ["german", "qq", "deutsch", "*", "und"])
def test_what_is_none_is_refused(tag: str) -> None:
    with pytest.raises(UsageError, match=r"^no language '.*': give its code, such as de, or any$"):
        language_asked(tag)
