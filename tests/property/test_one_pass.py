"""An article goes through the encoder once, whoever reads it and on however many threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from provenance import Library
from provenance.documents.segmentation import segment
from provenance.encoder import session
from provenance.encoder.encoder import encoder, folder
from provenance.encoder.tokens import tokenize, tokenizer
from provenance.encoder.windows import windows
from provenance.library import extract

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "\n\n".join(f"The dam will close on day {n}, the clerk Ada Brunt said in Harl." for n in range(60))
WINDOWS = len(list(windows(tokenize(segment(TEXT), tokenizer(folder())))))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_text(f'{{"id": "a", "text": {TEXT!r}}}'.replace("'", '"'))
    return tmp_path / "a.jsonl"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[session.Session]:
    """The session of each run that is made."""
    made: list[session.Session] = []
    run = session.Session.run

    def counted(self: session.Session, *window: object) -> object:
        made.append(self)
        return run(self, *window)

    monkeypatch.setattr(session.Session, "run", counted)
    return made


@pytest.mark.parametrize("threads", [0, 1, 2])
@pytest.mark.parametrize("extractor", ["model", "rules"])
def test_ingesting_runs_one_session_once_a_window(
    extractor: str, threads: int, article: Path, runs: list[session.Session]
) -> None:
    with Library.memory(threads) as library:
        list(library.ingest(article, extractor))
        assert len(runs) == WINDOWS > 1
        list(library.ingest(article, extractor))
        assert len(runs) == WINDOWS
        library.find("the dam will close")
        assert set(runs) == {encoder(threads).session}


def test_extracting_runs_the_session_once_a_window(article: Path, runs: list[session.Session]) -> None:
    list(extract(article, threads=1))
    assert len(runs) == WINDOWS
    list(extract(article, "rules"))
    assert len(runs) == WINDOWS
