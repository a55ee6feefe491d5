"""Whatever is done to a file of any format, it gives articles that can be stored, or a reason in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from files import outcomes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import TITLE, files

from provenance.readers import Read

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = files()
MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NASTY = (
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"<",
    b"&",
    b'"',
    b"\n",
    b"\r\n\r\n",
    b"9" * 20,
    b"-1",
    b"<!DOCTYPE a [",
    b"]]>",
    b"PK",
)


def read(name: str, data: bytes) -> None:
    for outcome in outcomes(name, data):
        if isinstance(outcome, Read):
            repr(outcome).encode("utf-8")
            assert outcome.article.text.strip()
            assert outcome.article.capture is not None
        else:
            assert len(outcome.reason.splitlines()) == 1
            assert len(outcome.reason) < 1_000


@pytest.mark.parametrize("name", FILES)
def test_a_whole_file_is_an_article(name: str) -> None:
    [one] = outcomes(name, FILES[name])
    assert isinstance(one, Read)
    if name != "a.txt":
        assert one.article.title == TITLE


PLACES = range(40)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", PLACES)
def test_a_file_that_breaks_off(name: str, place: int) -> None:
    data = FILES[name]
    read(name, data[: len(data) * place // len(PLACES)])


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, bytes]:
    name = draw(st.sampled_from(sorted(FILES)))
    data = FILES[name]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = draw(st.integers(at, min(len(data), at + 40)))
        put = draw(st.sampled_from(NASTY) | st.binary(max_size=4) | st.just(data[at:to] * 3))
        data = data[:at] + put + data[to:]
    return name, data


@MANY
@given(spoiled())
def test_a_file_in_which_bytes_were_changed(file: tuple[str, bytes]) -> None:
    read(*file)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
def test_any_bytes_under_any_name(name: str, data: bytes) -> None:
    read(name, data)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "make",
    [
        lambda data: data[:0],
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data + data,
        lambda data: data[::-1],
        lambda data: data.replace(b"2031", b"9999"),
        lambda data: data.replace(b"2031", b"0000"),
        lambda data: data.replace(b"https://tarn.example", b"javascript:alert(1)//"),
        lambda data: data.replace(b"quarry", b"\xed\xa0\x80"),
        lambda data: data.replace(b"quarry", b"x" * 200_000),
        lambda data: data.replace(b"<p>", b"<p>" * 30_000),
        lambda data: data.decode("latin-1").encode("utf-16"),
    ],
    ids="empty marked twice backwards far early script surrogate long deep wide".split(),
)
def test_kinds_of_damage(name: str, make: Callable[[bytes], bytes]) -> None:
    read(name, make(FILES[name]))
