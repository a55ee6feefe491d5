from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import Library
from provenance.errors import InputError
from provenance.readers import STORE, Read, Skipped, read
from provenance.readers.roots import HEAD
from provenance.readers.sniffing import sniff

PAGE = b"<!DOCTYPE html><html><body><article><p>%s</p></article></body></html>" % (b"The trust met on Monday. " * 20)


def keys(source: str | Path) -> list[str]:
    return [outcome.article.key for outcome in read(source) if isinstance(outcome, Read)]


def test_a_file_by_its_suffix(tmp_path: Path) -> None:
    for name, data in {
        "a.txt": b"The trust met.",
        "B.MD": b"The trust met.",
        "c.HTML": PAGE,
        "d.htm": PAGE,
        "e.xhtml": PAGE,
        "f.jsonl": b'{"text": "The trust met."}',
        "g.ndjson": b'{"text": "The trust met."}',
        "h.jsonl.gz": gzip.compress(b'{"text": "The trust met."}'),
        "i.v2.ndjson.gz": gzip.compress(b'{"text": "The trust met."}'),
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        (outcome,) = read(path)
        assert isinstance(outcome, Read), name
        assert outcome.input == str(path)


def test_a_folder_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.txt", "a.txt", "c.txt", ".hidden.txt", ".git/x.txt", "notes.docx", "b/deep/er/q.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The trust met.", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert keys(tmp_path) == ["a", "a", "q", "z", "c"]
    assert keys(f"{tmp_path}/") == keys(tmp_path)


def test_a_folder_deeper_than_the_stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = sys.getrecursionlimit() + 200
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("bottom.txt").write_text("The trust met.", "utf-8")
    assert keys(tmp_path) == ["bottom"]
    Path("bottom.txt").unlink()
    for _ in range(depth):  # pytest's own clean-up does recurse
        os.chdir("..")
        Path("d").rmdir()


def test_what_cannot_be_read_in_a_folder_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "locked.txt", "z.txt"):
        (tmp_path / name).write_text("The trust met.", "utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    opened = Path.open

    def locked(path: Path, mode: str) -> object:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", locked)
    outcomes = list(read(tmp_path))
    assert [outcome.input.rsplit("/", 1)[1] for outcome in outcomes] == [
        "a.txt",
        "gone.txt",
        "locked.txt",
        "loop.txt",
        "z.txt",
    ]
    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Skipped)] == [
        "no such file or folder: check the path",
        "permission denied: make it readable",
        "cannot be read: Too many levels of symbolic links",
    ]


def test_names_that_cannot_be_printed_are_written_out(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n\x1b.txt")).write_text("The trust met.", "utf-8")
    (outcome,) = read(tmp_path)
    assert isinstance(outcome, Read)
    assert outcome.input == f"{tmp_path}/caf\\xe9\\n\\x1b.txt"
    assert outcome.article.key == "caf\\xe9\\n\\x1b"


@pytest.mark.parametrize(
    ("head", "suffix"),
    [
        (b"<!doctype HTML>", ".html"),
        (b"\xef\xbb\xbf \n<html>", ".html"),
        (b"<?xml version='1.0'?><html>", ".html"),
        (b"<!-- saved -->", ".html"),
        (b"<p>Hello", ".html"),
        (b' \n{"text": ""}', ".jsonl"),
        (b"<3 quarries", ".txt"),
        (b"The trust {met}.", ".txt"),
        (b"", ".txt"),
    ],
)
def test_sniff(head: bytes, suffix: str) -> None:
    assert sniff(head) == suffix


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"The trust met. " * HEAD, "-"),
        (PAGE, "-"),
        (b'{"id": "q", "text": "%s"}\n' % (b"The trust met. " * HEAD), "q"),
    ],
)
def test_standard_input(data: bytes, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (outcome,) = read("-")
    assert isinstance(outcome, Read)
    assert (outcome.input, outcome.article.key) == ("-", key)
    assert outcome.article.text.count("The trust met.") == data.count(b"The trust met.")


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input is closed"):
        next(read("-"))


def test_nothing_heavy_is_imported_until_a_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The trust met.", "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "The trust met."}', "utf-8")
    code = (
        "import sys; from provenance.readers import read; list(read(sys.argv[1]));"
        "print([name for name in ('trafilatura', 'lxml', 'charset_normalizer', 'tld') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_store_in_a_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The trust met.", "utf-8")
    with Library.open(tmp_path / "kept") as library:
        list(library.ingest(tmp_path / "a.txt", "rules"))
    assert (tmp_path / "kept" / STORE).is_file()
    assert [one.input for one in read(tmp_path)] == [str(tmp_path / "a.txt")]
