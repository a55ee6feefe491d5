"""What training may read: by hash, and by nothing but the gate."""

from __future__ import annotations

import ast
import gzip
import json
from pathlib import Path

import pytest
from shared import DATA, needed

from evaluation import articles, gate
from evaluation.gate import HeldOutError, rows, training_may_read
from evaluation.splits import LEARNT, SETS, Purpose, text_hash

TEXT = "The dam at Harl will close in May.\n\nIt leaks, Ada Brunt said.\n"
TRAINING = sorted((Path(__file__).parents[3] / "training").rglob("*.py"))
OPENS = {"open", "read_text", "read_bytes", "fromfile", "loadtxt", "read_csv", "load", "loads"}
NO_ARTICLES = {
    "ablate": {"torch.load"},
    "calibrate": {"TABLES.read_text", "json.loads"},  # the shipped tables
    "folds": {"torch.load"},
    "lessons": {"torch.load"},
    "restore": {"onnx.load", "json.loads", "(place / 'reader.json').read_text", "np.load"},  # what ships
    "stock": {"tomllib.loads", "files(__package__).joinpath('words.toml').read_text"},
    "trust": {"resource('reader/reader.json').read_text", "json.loads"},
    "unseen": {"(part / 'read.pkl').read_bytes", "pickle.loads"},  # what was made of what the gate let pass
    "mpnet": {"load", "json.loads", "resource('reader/tokenizer.json').read_text", "one.locate().read_bytes"},
    "candidates": {"resource('nouns.csv').open"},
    "encoder": {"load_file"},
    "evaluate": {"tagger.load"},
    "export": {"torch.load", "json.loads", "load"},  # weights, and what the gate let pass
    "people": {
        "resource('first_names.toml').read_text",
        "resource('words.toml').read_text",
        "resource('places.csv').open",
        "files(__package__).joinpath('names.toml').read_text",
        "tomllib.loads",
    },
    "rarity": {"tokenizer.read_text", "json.loads"},
    "train": {"torch.load"},  # what `prepare` made of what the gate let pass
    "written": {"tomllib.loads", "path.read_text"},  # our own, each through `training_may_read`
}
"""What the modules of training open beside articles."""


@pytest.fixture
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """TEXT is sealed, and nothing else is kept."""
    for name in gate.LISTS:
        (tmp_path / name).write_text("# a remark\n\n", encoding="utf8")
    (tmp_path / "sealed.txt").write_text(f"# a remark\n{text_hash(TEXT)}\n", encoding="utf8")
    monkeypatch.setattr(gate, "files", lambda _: tmp_path)
    gate._held_out.cache_clear()
    yield
    gate._held_out.cache_clear()


@pytest.mark.usefixtures("_kept")
class TestSealed:
    @pytest.mark.parametrize("purpose", Purpose)
    def test_is_shut_for_whatever_is_learnt(self, purpose: Purpose) -> None:
        with pytest.raises(
            HeldOutError, match=r"^article harl-1 is kept for measuring \(sealed\) and may not shape .*:"
        ):
            training_may_read(TEXT, "harl-1", purpose)

    def test_is_known_whatever_its_white_space(self) -> None:
        with pytest.raises(HeldOutError, match=text_hash(TEXT)):
            training_may_read("\n" + TEXT.replace("\n\n", " ").replace(" ", "\r\n\t") + "\n")

    def test_other_words_pass(self) -> None:
        training_may_read(TEXT.replace("May", "June"))

    @pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
    def test_is_met_where_a_file_holds_it(self, name: str, tmp_path: Path) -> None:
        lines = "".join(json.dumps(row) + "\n" for row in ({"doc": "b", "text": "Rain."}, {"doc": "a", "text": TEXT}))
        path = tmp_path / name
        path.write_bytes(gzip.compress(lines.encode()) if name.endswith("gz") else lines.encode())
        read = rows(path)
        assert next(read) == {"doc": "b", "text": "Rain."}
        with pytest.raises(HeldOutError, match="article a is kept"):
            next(read)

    def test_annotations_without_a_text_pass(self, tmp_path: Path) -> None:
        (tmp_path / "gold.jsonl").write_text('{"doc": "a", "chain": []}\n\n', encoding="utf8")
        assert list(rows(tmp_path / "gold.jsonl")) == [{"doc": "a", "chain": []}]


def test_every_list_holds_hashes_and_sets_alone() -> None:
    held = gate._held_out()
    assert all(len(digest) == 64 and int(digest, 16) >= 0 for digest in held)
    assert set().union(*held.values()) - {gate.SEALED} == {one.name for one in SETS.values() if one.open_to != LEARNT}


@needed
@pytest.mark.parametrize("name", SETS)
def test_a_set_is_open_to_what_it_says_and_to_nothing_else(name: str) -> None:
    texts = list(articles.texts(DATA, SETS[name]))
    assert texts
    for key, text in texts:
        for purpose in Purpose:
            if purpose in SETS[name].open_to:
                training_may_read(text, key, purpose)
            else:
                with pytest.raises(HeldOutError, match=f"article {key} is kept for measuring"):
                    training_may_read(text, key, purpose)


@pytest.mark.parametrize("path", TRAINING, ids=lambda path: path.stem)
def test_training_reads_articles_by_the_gate_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    opened = {name for name in called if name.rpartition(".")[2] in OPENS}
    assert opened <= NO_ARTICLES.get(path.stem, set())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)} | {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    apart = path.stem in {"evaluate", "mpnet"}  # learns nothing; unpacks published weights
    assert apart or not imported & {"evaluation.articles", "evaluation.run", "evaluation.tasks", "gzip", "io"}
    assert not imported & {"provenance.readers", "provenance.library", "pandas", "datasets"}


def test_training_is_looked_at() -> None:
    assert {"prepare", "linking", "calibrate"} <= {path.stem for path in TRAINING}
