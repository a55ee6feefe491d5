"""What is put into a statement so that it says by itself what is claimed: what the article says surely, told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from corpus import hop, reading, said

from provenance.documents.canonical import Part, Why, completed, wholes
from provenance.documents.canonical.whole import Filling, made
from provenance.model import Attribution, Kind, Reading, Relation, Span, Statement


def told(text: str, content: str, name: str, kind: Kind = Kind.PERSON, words: str = "", **more: Any) -> Attribution:
    source = hop(text, name, kind, Relation.SAID, words or name.rsplit(maxsplit=1)[-1], **more)
    return said(text, content, "said", (source,))


def article(text: str, *attributions: Attribution) -> Reading:
    return reading("herald", None, None, text, attributions=attributions)


def marked(text: str, content: str, name: str, kind: Kind = Kind.PERSON, **more: Any) -> str:
    [found] = wholes(article(text, told(text, content, name, kind, **more)))
    return found.marked


def test_he_by_which_indirect_words_begin_is_who_says_them() -> None:
    text = "Otto Lund said he wanted out of the mill before spring."
    assert marked(text, "he wanted out of the mill before spring", "Otto Lund") == (
        "[Otto Lund] wanted out of the mill before spring"
    )


def test_what_belongs_to_the_speaker_bears_the_name() -> None:
    text = "The Mill Board said its books had been in order for years."
    found = marked(text, "its books had been in order for years", "Mill Board", Kind.ORGANIZATION)
    assert found == "[Mill Board’s] books had been in order for years"


def test_i_in_quoted_words_is_who_says_them() -> None:
    text = "“I signed the lease on Monday and told my lawyer so,” Ilse Maren said."
    found = marked(text, "“I signed the lease on Monday and told my lawyer so,”", "Ilse Maren")
    assert found == "“[Ilse Maren] signed the lease on Monday and told [Ilse Maren’s] lawyer so,”"


OUT = "e wanted out of the mill before spring"


@pytest.mark.parametrize(
    ("text", "content", "name", "words"),
    [
        (f"Alice Maren said h{OUT}.", f"h{OUT}", "Alice Maren", "Alice Maren"),
        ("She, Jean Lund, said his lease had run out.", "his lease had run out", "Jean Lund", "She"),
        (f"“H{OUT},” Otto Lund said.", f"“H{OUT},”", "Otto Lund", "Otto Lund"),
        (f"A clerk said h{OUT}.", f"h{OUT}", "clerk", "A clerk"),
    ],
)
def test_another_one_is_left_as_it_stands(text: str, content: str, name: str, words: str) -> None:
    assert marked(text, content, name, words=words) == content


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("it would be wrong to sell now", "it would be wrong to sell now"),
        ("it would sell the mill now", "[Mill Board] would sell the mill now"),
    ],
)
def test_an_it_that_stands_for_what_comes_is_nobody(content: str, whole: str) -> None:
    assert marked(f"The Mill Board said {content}.", content, "Mill Board", Kind.ORGANIZATION) == whole


def test_whom_the_extractor_found_is_named_also_within() -> None:
    text = "Otto Lund left. The Courier said he told a friend that the mill was sold."
    he = Span(text.index("he told"), text.index(" told"))
    friend = replace(hop(text, "Otto Lund", Kind.PERSON, Relation.TOLD, "Otto Lund"), mention=(he,))
    inner = said(text, "the mill was sold", "told", (friend,))
    outer = told(text, "he told a friend that the mill was sold", "Courier", Kind.OUTLET)
    found, _ = wholes(article(text, outer, inner))
    assert found.marked == "[Otto Lund] told a friend that the mill was sold"
    assert found.parts[0] == Part("Otto Lund", he, Why.NAMED)


def test_the_rest_of_the_sentence_stands_around_a_fragment() -> None:
    text = "The mill is old. The board is said to be considering a sale, its chair told us."
    assert marked(text, "considering a sale", "chair") == "[The board is said to be] considering a sale"
    nine = "The nine that the mill said were lost came home."
    assert marked(nine, "The nine", "mill") == "The nine [that the mill said were lost came home.]"


def test_who_says_it_is_not_put_in_after_it() -> None:
    text = "“So it leaks,” Otto Lund said."
    assert marked(text, "“So it leaks,”", "Otto Lund", words="Otto Lund") == "“So it leaks,”"


def test_a_pronoun_that_is_all_points_to_what_was_told_before() -> None:
    text = "The mill is to be sold in May, the Courier said. Otto Lund denied it."
    first = told(text, "The mill is to be sold in May", "Courier", Kind.OUTLET)
    place = text.rindex("it")
    second = replace(told(text, "denied", "Otto Lund"), content=(Span(place, place + 2),))
    _, found = wholes(article(text, first, second))
    assert found.marked == "[Otto Lund denied] it [namely: The mill is to be sold in May]"


def test_what_is_put_in_is_told_apart_and_the_rest_is_the_article() -> None:
    text = "abc def ghi"
    found = made(
        text, (Span(0, 3), Span(8, 11)), [Filling(Span(8, 11), "Ghi", Why.NAMED), Filling(Span(8, 9), "x", Why.AROUND)]
    )
    assert [part.why for part in found.parts] == [None, None, Why.NAMED]
    assert (found.text, found.marked) == ("abc … Ghi", "abc … [Ghi]")


def test_only_what_does_not_say_by_itself_is_completed() -> None:
    text = "Otto Lund said he wanted out of the mill. Otto Lund said the mill was sold to the town in May."
    whole, short = (
        told(text, "the mill was sold to the town in May", "Otto Lund"),
        told(text, "he wanted out of the mill", "Otto Lund"),
    )
    assert completed(Statement(article(text, whole), whole)) == ""
    assert completed(Statement(article(text, short), short)) == "[Otto Lund] wanted out of the mill"
