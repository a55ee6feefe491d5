"""What the rules read of a sentence, and what they leave."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.model import Article, Assertion, Attribution, Quotation


def read(text: str) -> tuple[Attribution, ...]:
    return Rules().read(Article("a", text, published="2031-02-04")).attributions


def one(text: str) -> tuple[list[str], list[str]]:
    """The chain and the content of the only statement."""
    [found] = read(text)
    return [hop.name for hop in found.chain], [text[start:end] for start, end in found.content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ilse Maren said the sluice leaked.", ["the sluice leaked"]),
        ("Ilse Maren, the harbour master, said on Monday that the sluice leaked.", ["that the sluice leaked"]),
        ("The sluice leaked, Ilse Maren said.", ["The sluice leaked"]),
        ("The sluice leaked, said Ilse Maren, the harbour master.", ["The sluice leaked"]),
        ("“The sluice leaked,” Ilse Maren said, “and we knew.”", ["“The sluice leaked,”", "“and we knew.”"]),
        ("“The sluice leaked,” said Ilse Maren. “We knew.”", ["“The sluice leaked,”", "“We knew.”"]),
        ("Ilse Maren said: “The sluice leaked.”", ["“The sluice leaked.”"]),
        ("According to Ilse Maren, the sluice leaked.", ["the sluice leaked"]),
        ("The sluice leaked, according to Ilse Maren.", ["The sluice leaked"]),
    ],
)
def test_who_says_what(text: str, content: list[str]) -> None:
    assert one(text) == (["Ilse Maren"], content)


def test_several_say() -> None:
    assert one("Officials say the sluice leaked.") == (["officials"], ["the sluice leaked"])


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ilse Maren told Reuters that the sluice leaked.", ["Reuters", "Ilse Maren"]),
        ("Reuters reported that the sluice leaked, citing two officials.", ["Reuters", "two officials"]),
        ("The sluice leaked, Reuters reported on Friday, citing Ilse Maren.", ["Reuters", "Ilse Maren"]),
        ("Reuters reported that Ilse Maren said that the sluice leaked.", ["Reuters", "Ilse Maren"]),
        ("Ilse Maren said that the sluice leaked, Reuters reported.", ["Reuters", "Ilse Maren"]),
        ("Ilse Maren said in a statement that the sluice leaked.", ["Ilse Maren"]),
        ("Ilse Maren told reporters that the sluice leaked.", ["Ilse Maren"]),
    ],
)
def test_through_whom(text: str, chain: list[str]) -> None:
    assert one(text)[0] == chain


@pytest.mark.parametrize(
    ("cue", "assertion"),
    [
        ("said that", Assertion.ASSERTS),
        ("denied that", Assertion.DENIES),
    ],
)
def test_what_the_source_does_with_it(cue: str, assertion: Assertion) -> None:
    [found] = read(f"Ilse Maren {cue} the sluice leaked.")
    assert found.assertion is assertion


def test_quotation_and_date_are_those_of_the_words() -> None:
    [found] = read("“The sluice leaked,” Ilse Maren said on Monday.")
    assert (found.quotation, found.date and found.date.value) == (Quotation.DIRECT, "2031-02-03")


@pytest.mark.parametrize(
    "text",
    [
        "Add the beans and half an onion.",
        "Otto Lund added 18 points and 14 rebounds.",
        "The report of the harbour master reads well.",
        "Nobody on the quay said that the sluice leaked.",
        "Ilse Maren has not said that the sluice leaked.",
        "Ilse Maren could have said that the sluice leaked.",
        "Ilse Maren declined to confirm that the sluice leaked.",
        "Ilse Maren would not say whether the sluice leaked.",
        "Ilse Maren neither confirmed nor denied that the sluice leaked.",
        "Ilse Maren continued to say that the sluice leaked.",
        "Ilse Maren showed that the sluice leaked.",
        "Ilse Maren’s proposed “sluice for all” leaked.",
    ],
)
def test_what_nobody_says_is_left(text: str) -> None:
    assert read(text) == ()


def test_each_hop_names_its_pass() -> None:
    [found] = read("Ilse Maren told Reuters that the sluice leaked.")
    assert [hop.made_by for hop in found.chain] == ["rules/7:through", "rules/7:said by"]
