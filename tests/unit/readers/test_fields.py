from __future__ import annotations

import pytest

from provenance.readers.fields import URL_LIMIT, is_blank, iso_date, iso_day, language_tag, mail_day, one_line, web_url


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-11-14", "2024-11-14"),
        (" 2024-11-14T23:30:00-05:00 ", "2024-11-14"),
        ("2024-11-14T00:10:00Z", "2024-11-14"),
        ("2024-11-14 08:00", "2024-11-14"),
        ("14/11/2024", None),
        ("2024-13-01", None),
        ("2024-11", None),
        ("last Thursday", None),
        ("", None),
    ],
)
def test_a_day_is_the_one_where_it_was_written(value: str, expected: str | None) -> None:
    assert iso_day(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-11-14T23:30:00-05:00", "2024-11-14"),
        (" 2024-07 ", "2024-07"),
        ("2024", "2024"),
        ("2024-13", None),
        ("0000", None),
    ],
)
def test_a_date_may_be_a_month_or_a_year(value: str, expected: str | None) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://coastledger.example/a?b=c#d", "https://coastledger.example/a?b=c#d"),
        (" HTTPS://Coastledger.Example./A ", "https://coastledger.example/A"),
        ("http://coastledger.example:8080/", "http://coastledger.example:8080/"),
        ("https://ada:secret@coastledger.example/", "https://coastledger.example/"),
        ("https://coastledger.example/a b|c[1]", "https://coastledger.example/a%20b%7Cc%5B1%5D"),
        ("https://coastledger.example/100%/é%20", "https://coastledger.example/100%25/é%20"),
        ("https://пример.example/", "https://пример.example/"),
        ("/news/1", None),
        ("coastledger.example", None),
        ("ftp://coastledger.example/", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://[::1/", None),
        ("https://a.example:port/", None),
        ("https://a<b>.example/", None),
        ("https://a.example/\ud800", None),
        ("https://a.example/" + "a" * URL_LIMIT, None),
    ],
)
def test_web_url(value: str, expected: str | None) -> None:
    assert web_url(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        (" zh-Hant-TW ", "zh-Hant-TW"),
        ("ca-valencia", "ca-valencia"),
        ("en-a", None),
        ("en_US", None),
        ("english!", None),
        ("", None),
    ],
)
def test_language_tag(value: str, expected: str | None) -> None:
    assert language_tag(value) == expected


def test_one_line() -> None:
    assert one_line(" Ada\n\tQuill\x00\xa0 \ud800x ") == "Ada Quill x"
    assert one_line(" \n ") is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Sat, 01 Mar 2031 23:30:00 -0500", "2031-03-01"),
        ("1 Mar 31 23:30 +0030", "2031-03-01"),
        ("Sat, 01 Mar 0000 10:00:00 GMT", None),
        ("Sat, 01 Mar 0031 10:00:00 GMT", None),
        ("45 Mar 2031", None),
        ("", None),
    ],
)
def test_days_of_mail(said: str, day: str | None) -> None:
    assert mail_day(said) == day


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\u200d\ufeff" * 9, "\u00ad \u2060\u202e", "\u200b" * 10**6])
def test_what_nobody_sees_is_blank(text: str) -> None:
    assert is_blank(text)
    assert not is_blank(f"{text}x")
