"""Whose words whole paragraphs are by the layout, and where it is left open."""

from __future__ import annotations

import pytest

from provenance.documents.layout import voices
from provenance.documents.segmentation import segment

BODY = "The dam at Harl will close in a month, and nobody knows yet what comes after it."


def heard(*lines: str) -> list[tuple[str, list[str]]]:
    text = "\n\n".join(lines)
    return [(text[slice(*one.who)], [text[slice(*span)] for span in one.words]) for one in voices(segment(text))]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("— Jane Doe", "Jane Doe"),
        ("– Jane Doe, mayor of Harl", "Jane Doe, mayor of Harl"),
        ("—Jane Doe, Upper Vane", "Jane Doe"),
        ("-- Jane van Doe (baker)", "Jane van Doe"),
        ("— Dr Jane Doe, who lives below it", "Dr Jane Doe, who lives below it"),
    ],
)
def test_a_quotation_is_of_who_is_named_below_it(line: str, who: str) -> None:
    assert heard(BODY, "“The dam leaks.”", line, BODY) == [(who, ["“The dam leaks.”"])]


@pytest.mark.parametrize(
    "line",
    [
        "— Photo: Jane Doe",
        "— Jane Doe/Tern",
        "— Harl 3–1 Saxby",
        "— the mayor",
        "— Compiled by Jane Doe",
        "- Doe",
        "— 3",
    ],
)
def test_credits_and_results_sign_nothing(line: str) -> None:
    assert heard(BODY, "“The dam leaks.”", line, BODY) == []


@pytest.mark.parametrize("line", ["“It leaks,” Leo Pike said.", "“It leaks.” “No.”", "It leaks.", "“It leaks"])
def test_what_is_not_one_quotation_is_not_signed_by_a_dash(line: str) -> None:
    assert heard(BODY, line, "— Jane Doe, mayor", BODY) == []


def test_names_above_quotations_do_not_sign_the_one_before() -> None:
    assert heard(BODY, "— Jane Doe, baker", "“It leaks.”", "— Leo Pike, smith", "“It holds.”") == []
    assert heard("“It leaks.”", "— Jane Doe, baker", "“It holds.”", "— Leo Pike, smith", "“It may.”") == []


def test_a_list_of_names_signs_nothing() -> None:
    assert heard(BODY, "“They were there.”", "— Jane Doe, baker", "— Leo Pike, smith", BODY) == []


def test_letters_end_at_their_signatures() -> None:
    page = ["Old and wet", "I live below it.", "It leaks.", "Jane Doe, Harl", "Dry", "We sleep well.", "Leo Pike, Pell"]
    footer = "Letters may be cut. Write to letters@quay.example."
    letters = [("Jane Doe", ["I live below it.", "It leaks."]), ("Leo Pike", ["We sleep well."])]
    assert heard(*page) == heard(*page, footer) == letters
    assert heard(*page, BODY) == []


def test_a_salutation_is_no_word_of_a_letter() -> None:
    assert heard("Sir, – The dam leaks.", "Jane Doe", "Mill End", BODY) == [("Jane Doe", ["The dam leaks."])]


def test_a_letter_without_a_name_is_nobodys() -> None:
    assert heard("Sir, The dam leaks.", "Name withheld", "Sir, It holds.", "Leo Pike") == [("Leo Pike", ["It holds."])]


def test_the_papers_answer_is_no_letter() -> None:
    page = ["Sir,", "It leaks.", "Jane Doe", "The editor replies: It does not.", "Sir,", "It does.", "Leo Pike"]
    assert [words for _, words in heard(*page)] == [["It leaks."], ["It does."]]


def test_reporters_below_items_of_a_digest_sign_no_letters() -> None:
    assert heard("We went there. It leaks.", "Jane Doe, staff writer", "I saw it. It holds.", "Leo Pike in Harl") == []


def test_turns() -> None:
    page = ["DOE: Is it old?", "PIKE: It is.", "And it leaks.", "DOE: It holds.", "PIKE: No.", BODY]
    assert heard(*page) == [("PIKE", ["It is.", "And it leaks."]), ("DOE", ["It holds."]), ("PIKE", ["No."])]


def test_marks_of_bold_type_are_no_words() -> None:
    page = ["**Jane Doe:** It leaks.", "**Leo Pike:** Where?", "**Jane Doe:** Here.", "**Leo Pike:** I see it."]
    assert heard(*page) == [("Jane Doe", ["It leaks."]), ("Jane Doe", ["Here."]), ("Leo Pike", ["I see it."])]


def test_who_mostly_asks_has_no_voice() -> None:
    page = ["QB: Is it old?", "DOE: It is.", "QB: It leaks, we hear.", "DOE: It does.", "QB: Since when?", "DOE: May."]
    assert heard(*page) == [("DOE", ["It is."]), ("DOE", ["It does."]), ("DOE", ["May."])]


def test_initials_are_of_the_one_label_that_they_shorten() -> None:
    page = ["Jane Doe: It leaks.", "QB: Where?", "JD: Below.", "QB: Since when?", "JD: May. I told them."]
    assert [who for who, _ in heard(*page)] == ["Jane Doe", "JD", "JD"]


def test_unlabelled_questions_are_not_who_answers() -> None:
    page = ["Is it old?", "Doe: It is.", "Does it leak?", "Doe: It does.", "Who knows?", "Doe: Nobody.", BODY]
    assert heard(*page) == [("Doe", ["It is."]), ("Doe", ["It does."]), ("Doe", ["Nobody."])]


@pytest.mark.parametrize("line", ["Doe laid the plans on the table.", "Would it hold?", "The second winter"])
def test_a_turn_ends_where_the_page_may_speak(line: str) -> None:
    page = ["DOE: It leaks.", line, "PIKE: Where?", "DOE: Below.", "PIKE: I see."]
    assert heard(*page)[0] == ("DOE", ["It leaks."])


def test_a_table_has_no_voices() -> None:
    assert heard(BODY, "HT: Harl 2, Pell 1", "FT: Harl 2, Pell 3", "HT: Orme 0, Saxby 0", "FT: Orme 1, Saxby 0") == []


def test_items_under_a_speaker_are_a_voice_each() -> None:
    page = [BODY, "Jane Doe (mayor):", "• The dam is old.", "• It leaks", BODY]
    assert heard(*page) == [("Jane Doe (mayor)", ["The dam is old."]), ("Jane Doe (mayor)", ["It leaks"])]


def test_a_quotation_below_the_last_turn_is_not_the_turns() -> None:
    page = ["DOE: It leaks.", "PIKE: Where?", "DOE: Below.", "PIKE: I see it.", "“It moves.”"]
    assert heard(*page, BODY)[-1] == ("PIKE", ["I see it."])
    assert heard(*page, "— Ada Brunt, mayor", BODY)[-2:] == [
        ("PIKE", ["I see it."]),
        ("Ada Brunt, mayor", ["“It moves.”"]),
    ]
