"""What a paragraph is, by whole kinds, and what stays prose; which line speaks for it."""

from __future__ import annotations

import pytest

from provenance.documents.layout import Block, blocks, pulled, speaker_line
from provenance.documents.segmentation import segment

P, H, Q, A = Block.PROSE, Block.HEADING, Block.QUESTION, Block.ANSWER
LABEL, ITEM, LINK, SIGNATURE, CREDIT = Block.LABEL, Block.ITEM, Block.LINK, Block.SIGNATURE, Block.CREDIT
BODY = "The dam at Harl will close in a month, and nobody knows yet what comes after it."


def told(*lines: str) -> list[Block]:
    return list(blocks(segment("\n\n".join(lines))))


def spoken_by(*lines: str) -> list[int | None]:
    return list(speaker_line(segment("\n\n".join(lines))))


def test_the_kinds_keep_their_numbers() -> None:
    assert list(Block) == [P, H, Q, A, LABEL, ITEM, LINK, SIGNATURE, CREDIT, Block.DATELINE]


@pytest.mark.parametrize(
    "line",
    [
        "He paused.",
        "“It leaks,” Ada Brunt said.",
        "“It leaks.”",
        "Why?",
        "And then what did the council do?",
        "Ada Brunt said:",
        "Related costs rose to two million crowns.",
        "Read more carefully, the report says nothing.",
        "Source after source told the paper so.",
        "Watch out for the river, the mayor said.",
        "Correction: the dam is old.",
        "Brunt: the dam is old.",
        "— the dam, that is — was old.",
        "1. That is what the mayor called it.",
        "“WATCH: the dam is old.”",
        "QAnon is what it was called.",
        "Sirens, bells and horns were heard.",
        "Photographs by the dozen were found.",
    ],
)
def test_a_short_paragraph_is_prose(line: str) -> None:
    assert told(BODY, line, BODY) == [P, P, P]
    assert spoken_by(BODY, line, BODY) == [None] * 3


@pytest.mark.parametrize(
    "line", ["What the mayor knew", "THE OTHER DAMS", "Leo Pike, 62", "10:45 a.m.", "14:32 BST", "___", "2. The money"]
)
def test_a_line_that_is_no_sentence_is_a_heading(line: str) -> None:
    assert told(BODY, line, BODY) == [P, H, P]


def test_three_short_lines_that_ask_are_headings() -> None:
    page = [part for line in ("What happened?", "Who is to blame?", "What is next?") for part in (line, BODY)]
    assert told(BODY, *page) == [P, H, P, H, P, H, P]


@pytest.mark.parametrize("line", ["“What the mayor knew", "Harl 3 Saxby 1", "What the mayor knew"])
def test_what_opens_a_quotation_a_table_or_the_end_is_no_heading(line: str) -> None:
    table = ["Harl 3", "Saxby 1", "Orme 2", "Pell 0"]
    made = told(BODY, *table, line) if line[0] != "“" else told(BODY, line, BODY)
    assert H not in made


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Harl counts the cost",
        "RELATED: Harl counts the cost",
        "Related stories",
        "See also: “It leaks,” says the mayor",
        "WATCH: The dam from the air",
        "Click here to watch live",
        "Follow us on Facebook",
        "https://harl.example/dam",
    ],
)
def test_links_are_nobodys_words(line: str) -> None:
    assert told(BODY, line, BODY) == [P, LINK, P]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ada Brunt",
        "(Reporting by Ada Brunt; Editing by Leo Pike)",
        "By Ada Brunt",
        "Source: The Quay Bulletin",
        "Ada Brunt contributed to this report.",
        "The dam in May. Leo Pike/Getty Images",
    ],
)
def test_credits_are_told(line: str) -> None:
    assert told(BODY, line) == [P, CREDIT]


def test_a_dateline_is_told() -> None:
    assert told("HARL (Tern) — The dam will close.", BODY) == [Block.DATELINE, P]


def test_questions_and_answers() -> None:
    page = ["Q: Is the dam old?", "A: It is.", "And it leaks.", "Q: You know that.", "A: Do I?", BODY]
    assert told(BODY, *page) == [P, Q, A, A, Q, A, P]
    assert spoken_by(BODY, *page) == [None, 1, 2, 2, 4, 5, None]


def test_a_transcript() -> None:
    page = ["MARSH: Is the dam old?", "BRUNT: It is, and it leaks.", "(CROSSTALK)", "MARSH: It holds.", "BRUNT: No."]
    assert told(*page, BODY) == [Q, A, P, A, A, P]
    assert spoken_by(*page, BODY) == [0, 1, None, 3, 4, None]


def test_one_voice_that_asks() -> None:
    page = ["QB: Is it old?", "It is.", "QB: Does it leak?", "It does.", "QB: Who knows?", "Everybody."]
    assert told(*page) == [Q, A, Q, A, Q, A]
    assert spoken_by(*page) == [0, None, 2, None, 4, None]


def test_lines_that_ask_you() -> None:
    asking = ["Do you trust the dam?", "What did you see there?", "Who told you so?", "What will you do?"]
    assert told(BODY, *(part for line in asking for part in (line, BODY))) == [P, *(Q, A) * 4]


@pytest.mark.parametrize("labels", [("Claim", "Verdict"), ("Harl", "Saxby"), ("Monday", "Tuesday")])
def test_labels_of_nobody_and_of_a_table_are_no_turns(labels: tuple[str, str]) -> None:
    assert told(*(f"{label}: The dam is old and it leaks." for label in labels * 2)) == [P] * 4


def test_a_speaker_above_a_list() -> None:
    page = [BODY, "Jane Doe (mayor):", "• The dam is old.", "• It leaks.", BODY]
    assert told(*page) == [P, LABEL, ITEM, ITEM, P]
    assert spoken_by(*page) == [None, None, 1, 1, None]


def test_a_name_with_its_role_above_quoted_words() -> None:
    page = [BODY, "Jane Doe, baker", "“The dam is old.”", "“It leaks.”", "Leo Pike, smith", "“It holds.”", BODY]
    assert told(*page) == [P, LABEL, A, A, LABEL, A, P]
    assert spoken_by(*page) == [None, None, 1, 1, None, 4, None]


def test_a_list_that_nobody_stands_above() -> None:
    page = [BODY, "Key points:", "- The dam is old.", "- It leaks.", BODY]
    assert told(*page) == [P, P, ITEM, ITEM, P]
    assert spoken_by(*page) == [None] * 5


def test_letters() -> None:
    page = ["Sir,", "The dam is old.", "It leaks.", "Jane Doe, Bristol", "To the Editor: It holds.", "Leo Pike", "Harl"]
    assert told(*page) == [SIGNATURE, P, P, SIGNATURE, P, SIGNATURE, SIGNATURE]
    assert spoken_by(*page) == [None, 3, 3, None, 5, None, None]


def test_letters_without_salutations() -> None:
    page = ["Old and wet", "The dam leaks.", "Jane Doe, Bristol", "Dry", "It does not.", "Leo Pike, Harl"]
    assert told(*page) == [H, P, SIGNATURE, H, P, SIGNATURE]
    assert spoken_by(*page) == [None, 2, None, None, 5, None]


def test_one_name_at_the_end_is_no_letter() -> None:
    assert SIGNATURE not in told(BODY, "The dam leaks.", "Jane Doe, Bristol")


def test_a_name_with_a_dash_is_of_what_stands_above() -> None:
    assert told(BODY, "It leaks.", "— Jane Doe (@janedoe) May 3, 2031") == [P, P, SIGNATURE]
    assert spoken_by(BODY, "It leaks.", "— Jane Doe (@janedoe) May 3, 2031") == [None, 2, None]


def repeating(*lines: str) -> set[int]:
    return set(pulled(segment("\n\n".join(lines))))


@pytest.mark.parametrize("marks", [("“", "”"), ('"', '"'), ("", "")])
def test_a_sentence_that_is_pulled_out_repeats_another(marks: tuple[str, str]) -> None:
    words = "The wall has moved by a hand since March"
    line = f"{marks[0]}{words}{marks[1]}"
    assert repeating(f"“{words},” Ada Brunt said.", line, BODY) == {1}
    assert repeating(line, BODY, f"“{words},” she said.") == {0}
    assert spoken_by(line, "— Ada Brunt, engineer", BODY, f"“{words},” she said.") == [None] * 4


@pytest.mark.parametrize("line", ["The wall has moved.", "The wall has moved by a hand since March, and leaks."])
def test_a_few_words_and_other_words_are_not_pulled_out(line: str) -> None:
    assert repeating("“The wall has moved by a hand since March,” Ada Brunt said.", line, BODY) == set()


def test_a_paragraph_that_stands_twice_is_not_pulled_out_of_itself() -> None:
    assert repeating(BODY, "It leaks.", BODY) == set()


@pytest.mark.parametrize(
    "line",
    [
        "Letters may be shortened.",
        "*The Quay Bulletin welcomes letters of up to 200 words.*",
        "Send letters to 3 Mill End, Harl.",
        "letters@quay.example",
        "We reserve the right to cut.",
        "Submissions must bear a name.",
    ],
)
def test_how_to_write_to_the_paper_is_nobodys_below_letters(line: str) -> None:
    assert told("Sir,", "The dam is old.", "Jane Doe", line) == [SIGNATURE, P, SIGNATURE, LINK]
    assert told(BODY, "The dam is old.", line) == [P, P, LINK if line.startswith("letters@") else P]
