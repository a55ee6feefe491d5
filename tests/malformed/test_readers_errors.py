"""The one line that each unreadable input gives."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from provenance.errors import InputError
from provenance.readers import READERS, Read, Skipped, decode, jsonlines, read, tree

SUFFIXES = ", ".join(READERS)
GIVE = "give plain text, HTML or JSON Lines"
UNCERTAIN = (
    "not UTF-8 (byte 3 is 0xE9) and no other encoding is certain: save it as UTF-8, for instance with "
    "iconv -f windows-1252 -t utf-8"
)
GOOD = '{"text": "The trust met."}'


def refused(source: str | Path) -> str:
    with pytest.raises(InputError) as caught:
        list(read(source))
    return str(caught.value)


def skipped(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    (outcome,) = read(path)
    assert isinstance(outcome, Skipped)
    assert outcome.input == str(path)
    assert "\n" not in outcome.reason
    return outcome.reason


def test_a_path_that_is_missing(tmp_path: Path) -> None:
    for name in ("gone.txt", "gone", "gone.pdf", "gone/a.txt"):
        path = tmp_path / name
        assert refused(path) == f"{path}: no such file or folder: check the path"
    assert refused("a\0b.txt") == "a\\x00b.txt: cannot be read: embedded null byte"
    assert refused("") == "the path is empty: give a file, a folder, or - for standard input"


def test_a_path_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The trust met.", "utf-8")
    path = tmp_path / "a.txt" / "b.txt"
    assert refused(path) == f"{path}: cannot be read: Not a directory"


def test_a_suffix_that_no_reader_has(tmp_path: Path) -> None:
    for name in ("a.docx", "a", "a.gz", "a.txt.gz"):
        path = tmp_path / name
        path.write_text("The trust met.", "utf-8")
        expected = f"{path}: no reader for such a file: give {SUFFIXES}, or pipe its text into -"
        assert refused(path) == expected


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("The trust met.", "utf-8")
    (tmp_path / ".b.txt").write_text("The trust met.", "utf-8")
    assert refused(tmp_path) == f"{tmp_path}: nothing to read in this folder: give {SUFFIXES}"


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The trust met.", "utf-8")

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    assert refused(path) == f"{path}: permission denied: make it readable"


def test_a_file_that_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_stream: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("provenance.readers.formats.whole", broken)
    assert skipped(tmp_path / "a.txt", b"The trust met.") == "cannot be read: Input/output error"


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t"])
def test_an_empty_file(tmp_path: Path, name: str, data: bytes) -> None:
    assert skipped(tmp_path / name, data) == "empty: there is no text to read"


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x7fELF\x02\x01\x01\x00\x00", f"binary: byte 8 is NUL; {GIVE}"),
        (bytes(range(1, 32)) * 9, f"binary: 234 of 279 are control characters; {GIVE}"),
        ("\ufeffThe trust met\0.".encode("utf-16-le"), "NUL at character 14 cannot be stored: remove it"),
        (
            b"\xff\xfeT\x00h",
            "marked as utf-16-le, but byte 3 after the mark is not: save it as UTF-8",
        ),
        (
            "Inés Peña said nothing.".encode("cp1252"),
            UNCERTAIN,
        ),
    ],
)
def test_what_is_no_text(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    assert skipped(tmp_path / name, data) == reason


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "LIMIT", 2**20)
    reason = "larger than 1 MiB, the most one article may have: split it, one article a file"
    assert skipped(tmp_path / "a.txt", b"x" * (2**20 + 1)) == reason


@pytest.mark.parametrize(
    "page",
    [
        (Path(__file__).parent.parent / "fixtures" / "readers" / "navigation.html").read_text("utf-8"),
        "<!DOCTYPE html><html><body></body></html>",
        "<html><body><p>Subscribe to read on.</p></body></html>",
        "No page at all.",
    ],
)
def test_a_page_without_an_article(tmp_path: Path, page: str) -> None:
    reason = "no article in this page: save the article's own page, or its text as .txt"
    assert skipped(tmp_path / "a.html", page.encode()) == reason


def test_a_page_without_an_element(tmp_path: Path) -> None:
    assert skipped(tmp_path / "a.html", b"<!-- nothing -->") == "no HTML: Document is empty"


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{'<b>x</b>' * tree.ELEMENT_LIMIT}",
        f"<p {' '.join(f'a{i}' for i in range(tree.ATTRIBUTE_LIMIT + 1))}>",
    ],
    ids=["elements", "attributes"],
)
def test_a_page_made_to_exhaust_memory(tmp_path: Path, page: str) -> None:
    reason = "a page of more than 20,000 elements, or 1,000 attributes on one: save the article's text as .txt"
    assert skipped(tmp_path / "a.html", page.encode()) == reason


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (f"<html><body>{'<div>' * 5000}The trust met.", "more than 256 elements in one another"),
        (
            f"<p>The trust met.</p>{'<b>' * 300}{'</b>' * 300}<p>It met again.</p>",
            "more than 256 elements in one another",
        ),
        (f"{'<div>' * 200}{'<p>The trust met.</p>' * 5000}", "too many elements that lie too deep"),
        (f"<p>{'met ' * 700_000}</p>", "more than 2,000,000 letters"),
    ],
    ids=["deep", "deep in its middle", "deep and wide", "long"],
)
def test_a_page_is_refused_rather_than_cut(tmp_path: Path, page: str, told: str) -> None:
    assert skipped(tmp_path / "a.html", page.encode()) == f"a page of {told}: save the article's text as .txt"


def test_a_page_that_trafilatura_fails_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    reason = "trafilatura fails on this page (RecursionError): save its text as .txt"
    assert skipped(tmp_path / "a.html", b"<html><body><p>The trust met.</p></body></html>") == reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "a" "b"}', "malformed JSON at column 14: Expecting ',' delimiter; write one JSON object a line"),
        ("The trust met.", "malformed JSON at column 1: Expecting value; write one JSON object a line"),
        ("[" * 100_000, "malformed JSON: nested too deeply, or a number of too many digits"),
        (f'{{"n": {"9" * 5000}}}', "malformed JSON: nested too deeply, or a number of too many digits"),
        ('["text"]', "an array, not an object: write one JSON object a line"),
        ('"text"', "a string, not an object: write one JSON object a line"),
        ("null", "null, not an object: write one JSON object a line"),
        ("{}", "no 'text': give the article's text as a string"),
        ('{"text": " \\n "}', "no 'text': give the article's text as a string"),
        ('{"text": ["a"]}', "'text' must be a string, not an array"),
        ('{"text": "a", "id": 7}', "'id' must be a string, not a number"),
        ('{"text": "a", "byline": {"name": "Ada"}}', "'byline' must be a string, not an object"),
        ('{"text": "a", "title": true}', "'title' must be a string, not a Boolean"),
        (
            '{"text": "ab\\ud800c"}',
            "'text': half a surrogate pair, U+D800 at character 3, is no character: write the whole character",
        ),
        ('{"text": "a\\u0000"}', "'text': NUL at character 2 cannot be stored: remove it"),
        (
            '{"text": "a", "published": "14/11/2024"}',
            "'published' must be an ISO 8601 date such as 2024-11-14, not \"14/11/2024\"",
        ),
        ('{"text": "a", "url": "coast ledger"}', "'url' must be an http or https URL, not \"coast ledger\""),
        (
            '{"text": "a", "language": "Old\\tNorse"}',
            '\'language\' must be a language tag such as "en", not "Old\\tNorse"',
        ),
        (
            json.dumps({"text": "a", "url": "x" * 99}),
            f"'url' must be an http or https URL, not \"{'x' * 59}…\"",
        ),
    ],
)
def test_a_line_that_is_no_article_and_the_others_are_kept(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "week.jsonl"
    path.write_text(f"{GOOD}\n{line}\n{GOOD}\n", "utf-8")
    first, second, third = read(path)
    assert isinstance(first, Read)
    assert second == Skipped(f"{path}:2", reason)
    assert isinstance(third, Read)


def test_a_line_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "week.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n' + GOOD.encode())
    first, second = read(path)
    assert first == Skipped(f"{path}:1", "not UTF-8 (byte 14 is 0xE9): save it as UTF-8")
    assert isinstance(second, Read)


def test_a_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "LINE_LIMIT", 2**20)
    path = tmp_path / "week.jsonl"
    path.write_text(json.dumps({"text": "x" * 2**21}) + f"\n{GOOD}", "utf-8")
    first, second = read(path)
    assert first == Skipped(f"{path}:1", "longer than 1 MiB, the most one line may have: split the article")
    assert isinstance(second, Read)


def test_the_later_of_two_lines_with_one_id_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "week.jsonl"
    path.write_text('{"id": "q", "text": "One."}\n{"text": "Two."}\n{"id": "q", "text": "Three."}\n', "utf-8")
    first, second, third = read(path)
    assert isinstance(first, Read)
    assert isinstance(second, Read)
    assert third == Skipped(f"{path}:3", "'id' \"q\" is on line 1 already: make it unique")


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_json_lines_without_a_line(tmp_path: Path, data: bytes) -> None:
    assert skipped(tmp_path / "week.jsonl", data) == "empty: there is no line to read"


def test_json_lines_in_utf_16(tmp_path: Path) -> None:
    reason = "UTF-16, but JSON Lines are UTF-8: convert it, for instance with iconv -f utf-16 -t utf-8"
    assert skipped(tmp_path / "week.jsonl", GOOD.encode("utf-16")) == reason


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda data: data[:-9], "Compressed file ended before the end-of-stream marker was reached"),
        (lambda data: data + b"x", "Not a gzipped file (b'x')"),
    ],
)
def test_a_damaged_gzip_file_keeps_what_was_read(tmp_path: Path, damage: object, reason: str) -> None:
    assert callable(damage)
    path = tmp_path / "week.jsonl.gz"
    path.write_bytes(damage(gzip.compress(f"{GOOD}\n".encode() * 50_000)))
    *articles, last = read(path)
    assert len(articles) > 40_000
    assert last == Skipped(
        str(path), f"damaged gzip file ({reason}): compress it again; the articles read so far are kept"
    )


def test_a_gzip_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "GZIP_LIMIT", 1_000_000)
    path = tmp_path / "week.jsonl.gz"
    path.write_bytes(gzip.compress(f"{GOOD}\n".encode() + b" " * 50_000_000))
    first, second = read(path)
    assert isinstance(first, Read)
    assert second == Skipped(str(path), "line 2 goes beyond 1,000,000 bytes, the most that are decompressed: split it")


def test_standard_input_that_is_empty_or_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert list(read("-")) == [Skipped("-", "empty: there is no text to read")]
    monkeypatch.setattr(sys, "stdin", None)
    assert refused("-") == "-: standard input is closed: pipe a text into it, or give a file"
