"""The language of a text: told for certain or not at all, and the text's word against the page's."""

import tomllib

import pytest
from command import EXAMPLES, ROOT

from provenance.documents.language import english_name, in_its_language, primary, recognised
from provenance.model import Article

GERMAN = (
    "Der Gemeinderat von Ostra hat am Montag beschlossen, die Brücke über die Tarsk zu sperren.\n\n"
    "„Wir wissen erst im Frühjahr, ob sie hält“, sagte der Ingenieur Pell Arden."
)
ENGLISH = "The council of Ostra decided on Monday to close the bridge, the engineer Pell Arden told Kestrel Wire."
FOREIGN = {
    "de": GERMAN,
    "fr": "Le conseil municipal a décidé lundi de fermer le pont, a déclaré la maire aux journalistes.",
    "es": "El ayuntamiento decidió el lunes cerrar el puente hasta la primavera, dijo la alcaldesa.",
    "ru": "Городской совет решил в понедельник закрыть мост до весны, сообщила мэр журналистам.",
    "ja": "市議会は月曜日、春まで橋を閉鎖することを決めたと市長が記者団に語った。",
    "tr": "Belediye meclisi pazartesi günü köprüyü ilkbahara kadar kapatma kararı aldı, dedi başkan.",
}


@pytest.mark.parametrize(("code", "text"), FOREIGN.items())
def test_what_is_told(code: str, text: str) -> None:
    assert recognised(text) == code


@pytest.mark.parametrize("text", ["Ja.", "12.5 | 13.7 | 2031-04-01", "Pell Arden", "OK", " ", "\ufffd"])
def test_what_is_not_told(text: str) -> None:
    assert recognised(text) is None


def test_no_short_text_in_english_is_taken_for_another() -> None:
    files = (ROOT / "tests" / "behaviour").glob("*.toml")
    texts = [case["text"] for file in files for case in tomllib.loads(file.read_text("utf8")).get("case", ())]
    assert len(texts) > 100
    assert [text for text in texts if recognised(text) not in ("en", None)] == []


def test_no_paragraph_of_the_examples_is_taken_for_another() -> None:
    pages = [path.read_text("utf8") for path in EXAMPLES.glob("*.txt")] + [
        path.read_text("utf8") for path in (ROOT / "tests" / "plain").glob("*.txt")
    ]
    paragraphs = [paragraph for page in pages for paragraph in page.split("\n") if paragraph.strip()]
    assert len(paragraphs) > 100
    assert {recognised(paragraph) for paragraph in paragraphs} <= {"en", None}


def test_long_quotations_in_another_language_make_an_article_no_other() -> None:
    """A third of the words."""
    told = " ".join([ENGLISH] * 6)
    quoted = GERMAN[: len(told) // 2]
    assert recognised(f"{told}\n\n{quoted}\n\n{ENGLISH}") in ("en", None)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (GERMAN, "en", "de"),
        (GERMAN, "de-AT", "de-AT"),
        (GERMAN, None, "de"),
        (ENGLISH, "de", "en"),
        (ENGLISH, "en-GB", "en-GB"),
        ("Ja.", "de", "de"),
        ("Ja.", None, None),
    ],
)
def test_the_text_is_believed_where_it_tells(text: str, declared: str | None, language: str | None) -> None:
    assert in_its_language(Article("a", text, language=declared)).language == language


def test_norwegian_has_two_codes() -> None:
    assert primary("nb-NO") == primary("no") == "no"


def test_names() -> None:
    assert [english_name(tag) for tag in ("de", "de-CH", "EN-us", "und", "zxx", "qq")] == [
        "German", "German", "English", None, None, None,
    ]  # fmt: skip


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert recognised(GERMAN * 200 + ENGLISH * 2_000) == "de"
