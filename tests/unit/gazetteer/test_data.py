"""The reference list itself: every line well formed, every name and domain one outlet's."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from provenance.gazetteer import Outlet, all_outlets, by_name, find
from provenance.model import Kind
from provenance.resources import resource
from provenance.text import plain_name

AGENCIES = """
Reuters; AP; AFP; UPI; dpa; EFE; ANSA; Lusa; TASS; RIA Novosti; Interfax; Interfax-Ukraine; Ukrinform; UNIAN; Xinhua;
China News Service; Kyodo; Jiji; Yonhap; KCNA; PTI; ANI; IANS; UNI; APP; BSS; Bernama; Antara; PNA; VNA; Anadolu; DHA;
IHA; IRNA; Tasnim; Fars; Mehr; ISNA; SANA; Petra; WAM; SPA; MENA; NAN; APS; MAP; TAP; CANA; Prensa Latina; Telam;
Agencia Brasil; Notimex; Europa Press; Belga; ANP; APA; Keystone-SDA; NTB; TT; Ritzau; STT; BNS; LETA; ELTA; PAP; CTK;
TASR; MTI; Agerpres; BTA; Tanjug; Hina; STA; FENA; AAP; CP; The Canadian Press; PA Media; Bloomberg;
Dow Jones Newswires
"""


def names(outlet: Outlet) -> list[str]:
    return [outlet.name, *outlet.aliases]


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_there_are_thousands() -> None:
    assert len(all_outlets()) >= 2000
    assert sum(outlet.kind is Kind.WIRE for outlet in all_outlets()) >= 200


def test_kinds_are_outlet_and_wire() -> None:
    assert {outlet.kind for outlet in all_outlets()} == {Kind.OUTLET, Kind.WIRE}


def test_countries_are_two_letters() -> None:
    assert [outlet.name for outlet in all_outlets() if not re.fullmatch(r"[A-Z]{2}", outlet.country)] == []
    assert len({outlet.country for outlet in all_outlets()}) >= 190


def test_names_are_unique_and_sorted() -> None:
    masts = [outlet.name for outlet in all_outlets()]
    assert repeated(masts) == []
    assert masts == sorted(masts, key=lambda name: (plain_name(name), name))


def test_domains_are_hosts_of_one_outlet() -> None:
    domains = [domain for outlet in all_outlets() for domain in outlet.domains]
    assert repeated(domains) == []
    label = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
    assert [d for d in domains if not re.fullmatch(rf"{label}(?:\.{label})+", d) or d.startswith("www.")] == []


def test_aliases_add_something() -> None:
    for outlet in all_outlets():
        bare = [name.removeprefix("The ") for name in names(outlet)]
        assert repeated(bare) == [], outlet.name


def test_names_are_clean() -> None:
    for outlet in all_outlets():
        for name in names(outlet):
            assert name == " ".join(name.split()), name
            assert len(name) <= 70, name
            assert len(name.split()) <= 9, name
            assert plain_name(name), name
            assert not re.search(r"[|;<>\"“”{}\\]|&\w+;|[a-z]{4}[.?] [a-z]|,$| [-–—] ", name), name


def test_every_agency_of_note_is_a_wire() -> None:
    wires = {agency.strip() for agency in AGENCIES.split(";")}
    assert [wire for wire in wires if not any(o.kind is Kind.WIRE for o in by_name(wire))] == []


@pytest.mark.parametrize(
    "name",
    [
        "60 Minutes", "Meet the Press", "Face the Nation", "Morning Joe", "The Rachel Maddow Show", "BBC Newsnight",
        "Nature", "Science", "The Lancet", "The BMJ", "The New England Journal of Medicine", "JAMA",
        "Snopes", "PolitiFact", "Full Fact", "AFP Fact Check", "Lead Stories", "BOOM", "Alt News", "StopFake",
        "Bellingcat", "ProPublica", "The Insider (Russia)", "OCCRP", "Der Spiegel", "Nikkei", "Al Jazeera", "NHK",
        "Politico", "Axios", "BuzzFeed News", "HuffPost", "Vox", "Breitbart News", "The Daily Caller", "Mediaite",
    ],
)  # fmt: skip
def test_an_outlet_of_note(name: str) -> None:
    assert by_name(name)[0].name == name
    assert by_name(name)[0].kind is Kind.OUTLET


def test_every_name_is_found_in_a_sentence() -> None:
    for outlet in all_outlets():
        for name in names(outlet):
            if not name.endswith(")"):
                mentions = find(f"told {name.removeprefix('The ').lstrip('+/@¡')}, so")
                assert any(outlet in candidates for _, _, candidates in mentions), name


def test_common_names_are_names_of_outlets() -> None:
    lines = resource("common_names.txt").read_text(encoding="utf-8").splitlines()
    borne = {plain_name(name) for outlet in all_outlets() for name in names(outlet)}
    assert [line for line in lines if plain_name(line) not in borne] == []
    assert repeated([plain_name(line) for line in lines]) == []
    assert lines == sorted(lines, key=plain_name)
