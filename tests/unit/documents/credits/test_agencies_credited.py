"""Agencies in bylines, marks, copyrights and notes of help, in each language; what is none of these."""

from __future__ import annotations

from time import perf_counter

import pytest

from provenance.documents.credits import credited
from provenance.documents.credits.agencies import author
from provenance.model import Article, Derivation, Kind, Publisher, Relation

BODY = """The dam at Harl will close in May.

The water minister of Orrin spoke on Monday.

Boats will be moved to the upper basin before the gates are lifted.

Nobody knows what the repairs will cost.

The council meets again in June.

Shops along the quay have cut their orders.

The lock was built a century ago.

Work begins in spring."""
TARN = Publisher("Tarn Daily")


def found(text: str, byline: str | None = None, publisher: Publisher = TARN) -> list[tuple[str, str]]:
    return [(d.name, d.relation) for d in credited(Article("a", text, byline=byline, publisher=publisher)).derivations]


@pytest.mark.parametrize(
    ("byline", "name", "relation"),
    [
        ("Associated Press", "Associated Press", "republished"),
        ("The Associated Press", "Associated Press", "republished"),
        ("AFP, MANILA", "Agence France-Presse", "republished"),
        ("By Ada Brunt, AP", "Associated Press", "republished"),
        ("Ada Brunt, The Associated Press", "Associated Press", "republished"),
        ("ADA BRUNT Associated Press", "Associated Press", "republished"),
        ("Reuters Staff", "Reuters", "republished"),
        ("dpa", "dpa", "republished"),
        ("Von Ada Brunt und Leo Marsh, dpa", "dpa", "republished"),
        ("Agencia EFE", "EFE", "republished"),
        ("Redazione ANSA", "ANSA", "republished"),
        ("ТАСС", "TASS", "republished"),
        ("Укрінформ", "Ukrinform", "republished"),
        ("Reuters; Ada Brunt", "Reuters", "contributed"),
        ("Ada Brunt mit dpa", "dpa", "contributed"),
        ("Ada Brunt avec AFP", "Agence France-Presse", "contributed"),
        ("Redacción / EFE", "EFE", "contributed"),
        ("jdo/dpa", "dpa", "contributed"),
        ("Tarn Daily; AFP", "Agence France-Presse", "contributed"),
    ],
)
def test_a_byline_with_an_agency(byline: str, name: str, relation: str) -> None:
    assert found(BODY, byline) == [(name, relation)]


@pytest.mark.parametrize("byline", ["Ada Brunt", "Ada Press", "Redaktion", "Tarn Daily", "", ";;", "/", "By"])
def test_a_byline_without_one(byline: str) -> None:
    assert found(BODY, byline) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("AFP, MANILA", "Agence France-Presse"),
        ("By Ada Brunt, AP", "Associated Press"),
        ("Por Ada Brunt, EFE", "EFE"),
        ("By Ada Brunt\n\nAssociated Press", "Associated Press"),
        ("(ANSA) - ROMA, 3 FEB - Il bacino chiude.", "ANSA"),
        ("Lisboa, 03 fev 2031 (Lusa) - A barragem fecha.", "Lusa"),
        ("Madrid, 3 feb (EFE).- La presa cierra.", "EFE"),
        ("МОСКВА, 3 февраля. /ТАСС/. Плотина закрывается.", "TASS"),
        ("МОСКВА, 3 фев — РИА Новости. Плотина закрывается.", "RIA Novosti"),
        ("КИЇВ. 3 лютого. УНІАН. Гребля закривається.", "UNIAN"),
        ("Berlin (dpa/lnw) - Der Damm schließt.", "dpa"),
    ],
)
def test_first_lines(line: str, name: str) -> None:
    assert found(f"The dam\n\n{line}\n\n{BODY}") == [(name, "republished")]


@pytest.mark.parametrize(
    ("line", "name", "relation"),
    [
        ("© 2031 The Associated Press. All rights reserved.", "Associated Press", "republished"),
        ("Copyright 2031 The Associated Press", "Associated Press", "republished"),
        ("© dpa-infocom, dpa:310204-99-1/3", "dpa", "republished"),
        ("Copyright © AFP. Tous droits réservés.", "Agence France-Presse", "republished"),
        ("© The Financial Times Ltd. 2031", "Financial Times", "republished"),
        ("This report by The Canadian Press was first published Feb. 4, 2031.", "The Canadian Press", "republished"),
        ("Riproduzione riservata © Copyright ANSA", "ANSA", "republished"),
        ("Der Text stammt von der dpa.", "dpa", "republished"),
        ("This story was provided by the Tribune News Service.", "Tribune News Service", "republished"),
        ("Dieser Artikel erschien zuerst bei Reuters.", "Reuters", "republished"),
        ("Cet article a été fourni par l'AFP.", "Agence France-Presse", "republished"),
        ("dpa/AFP", "dpa", "republished"),
        ("(EFE)", "EFE", "republished"),
        ("Sie sprach am Montag. (dpa)", "dpa", "republished"),
        ("Источник: ТАСС", "TASS", "reported"),
        ("Джерело: Укрінформ", "Ukrinform", "reported"),
        ("Quelle: dpa", "dpa", "reported"),
        ("По материалам ТАСС", "TASS", "reported"),
        ("За матеріалами Укрінформ", "Ukrinform", "reported"),
        ("With files from The Associated Press", "Associated Press", "contributed"),
        ("With files from Ada Brunt and The Canadian Press.", "The Canadian Press", "contributed"),
        ("Additional reporting from PA", "PA Media", "contributed"),
        ("(Additional reporting by Reuters)", "Reuters", "contributed"),
        ("— Associated Press writer Ada Brunt contributed to this report.", "Associated Press", "contributed"),
        ("The dam leaks. The Associated Press contributed to this report.", "Associated Press", "contributed"),
        ("mit dpa", "dpa", "contributed"),
        ("Der Damm ist alt. (mit Material der dpa)", "dpa", "contributed"),
        ("Avec AFP", "Agence France-Presse", "contributed"),
        ("(avec les informations de l'AFP)", "Agence France-Presse", "contributed"),
        ("Con información de EFE", "EFE", "contributed"),
        ("Con informazioni di ANSA", "ANSA", "contributed"),
        ("Com informações da Lusa", "Lusa", "contributed"),
        ("С использованием материалов ТАСС", "TASS", "contributed"),
        ("З використанням матеріалів УНІАН", "UNIAN", "contributed"),
    ],
)
def test_last_lines(line: str, name: str, relation: str) -> None:
    assert (name, relation) in found(f"{BODY}\n\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "Photo: AFP",
        "AP Photo/Ada Brunt",
        "(AP Photo/Ada Brunt)",
        "REUTERS/Ada Brunt",
        "Ada Brunt/dpa",
        "Foto: Ada Brunt/dpa",
        "© AFP/Getty Images",
        "Credit: AP Photo",
        "Getty Images",
        "Photo courtesy of The Associated Press",
        "Фото: ТАСС",
        "© 2031 Tarn Daily. All rights reserved.",
        "Copyright 2031 Brunt Holdings. All rights reserved.",
        "©",
        "Copyright",
        "The minister told AFP that the dam is old.",
        "With the AP in the room, the minister fell silent.",
        "Reuters was not told.",
        "Con el río alto, la presa cierra.",
        "With files from the council",
        "Ada Brunt contributed to this report.",
    ],
)
def test_lines_that_credit_nobody(line: str) -> None:
    assert found(f"{BODY}\n\n{line}") == []
    assert found(f"The dam\n\n{line}\n\n{BODY}") == []


def test_a_mark_beside_an_author_is_for_a_part() -> None:
    assert found(f"{BODY}\n\nEr schwieg. (dpa)", "Ada Brunt") == [("dpa", "contributed")]
    assert found(f"{BODY}\n\nEr schwieg. (dpa)", "dpa") == [("dpa", "republished")]


def test_an_agency_alone_at_the_top_of_a_signed_page_is_a_pictures() -> None:
    assert found(f"The dam\n\nAFP\n\n{BODY}", "Ada Brunt") == []
    assert found(f"The dam\n\n© AFP\n\n{BODY}") == []


def test_the_whole_counts_for_more_than_a_part() -> None:
    text = f"HARL (AP) — {BODY}\n\nAssociated Press writer Ada Brunt contributed to this report."
    assert found(text) == [("Associated Press", "republished")]


def test_an_agency_does_not_republish_itself() -> None:
    own = Publisher("Associated Press", Kind.WIRE)
    assert found(f"HARL (AP) — {BODY}\n\n© 2031 The Associated Press", "The Associated Press", own) == []


def test_a_person_of_an_agency_stays_the_author() -> None:
    article = Article("a", f"The dam\n\nBy Ada Brunt, AP\n\n{BODY}")
    read = credited(article)
    assert read.article.byline == "Ada Brunt"
    assert read.article.publisher is None
    assert [one.name for one in read.derivations] == ["Associated Press"]


def test_where_a_byline_of_metadata_stood() -> None:
    (one,) = credited(Article("a", BODY, byline="AFP")).derivations
    assert one == Derivation(
        "Agence France-Presse", Kind.WIRE, Relation.REPUBLISHED, declared_in="byline", confidence=0.9
    )


def test_the_country_of_the_publisher_tells_namesakes_apart() -> None:
    publisher = Publisher("Report.az")
    assert found(BODY, "APA", publisher) == [("APA (Azerbaijan)", "republished")]
    assert found(BODY, "APA") == [("APA", "republished")]


@pytest.mark.parametrize(
    ("byline", "kind"), [("Reuters Staff", Kind.WIRE), ("AFP, MANILA", Kind.WIRE), ("Ada Brunt, AP", Kind.PERSON)]
)
def test_who_a_byline_is(byline: str, kind: Kind) -> None:
    assert author(byline).kind is kind


@pytest.mark.parametrize(
    "piece", ["©", "(", "—", "By ", "AP,", "With files from ", "read the full ", "Quelle: ", "A. ", "\n", "AP writer "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    credited(Article("a", "x (AP)"))

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = perf_counter()
        credited(Article("a", text, byline=text, publisher=TARN))
        return perf_counter() - start

    assert seconds(400_000) < 12 * max(seconds(100_000), 0.05)
