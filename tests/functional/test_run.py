"""All articles at once: the same on one machine, in a store, and on Spark, whatever is killed meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest
import runs
from command import EXAMPLES, PROVENANCE, run
from corpus import STORY
from pyarrow.parquet import write_table

from provenance import Library
from provenance.iris import article_iri
from provenance.linking.batch import linked
from provenance.linking.clustering import clusters
from provenance.linking.prepared import prepared, vectors_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SPARK = pytest.mark.skipif(
    find_spec("pyspark") is None or not (shutil.which("java") or os.environ.get("JAVA_HOME")),
    reason="Spark is not there: pip install '.[spark]', and Java 17 (Debian: default-jre-headless)",
)
TWO = ("--engine", "spark", "--master", "local[2,4]")
QUICK = {"JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
"""For Java: a short run is over before its best compiler pays."""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the formats that are read line by line and whole, some of it bad, told twice, or told anew."""
    folder = tmp_path_factory.mktemp("articles")
    shutil.copytree(EXAMPLES, folder / "some")
    rows = [json.loads(line) for line in (EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8").splitlines()]
    moved = [{**row, "url": f"https://again.example/{n}", "id": f"m{n}"} for n, row in enumerate(rows)]
    bad = ["{", '{"id": "m0", "text": "Told before."}', "", '{"text": ""}', '{"text": "Plain words."}', "\ufeff{}"]
    lines = [*map(json.dumps, moved), *bad, json.dumps({**moved[1], "text": f"{moved[1]['text']} Later."})]
    (folder / "moved one.jsonl").write_text("\n".join(lines), "utf8")
    (folder / "bytes.ndjson").write_bytes(b'\xef\xbb\xbf{"text": "First."}\r\n{"text": "\xff"}\n')
    (folder / "page.HTML").write_bytes((EXAMPLES / "newsfold.html").read_bytes())
    (folder / "empty.html").write_bytes(b"")
    write_table(
        pa.table({"id": ["p", "p"], "text": [f"{rows[0]['text']} In rows.", "Twice."]}), folder / "rows.parquet"
    )
    return folder


@pytest.fixture(scope="module")
def local(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("local") / "out"
    answer = run("run", articles, "-o", out, "--extractor", "rules")
    assert answer.code == 3, answer.err
    return out


def spark(*words: object) -> subprocess.CompletedProcess[str]:
    command = [*PROVENANCE, "run", *map(str, words), *TWO, "--extractor", "rules"]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | QUICK)


def test_the_tables_tell_what_a_store_of_the_same_holds(local: Path, articles: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "store") as library:
        skipped = [item for item in library.ingest(articles, "rules") if hasattr(item, "reason")]
        rows = library.articles()
        links = list(library.links())
        counted = library.info()
    tables = runs.tables(local)
    assert sorted(str(row[0]) for row in tables["articles"]) == sorted(row.id for row in rows)
    assert len(tables["statements"]) == counted.statements == len(tables["claims"])
    assert {row[2:4] for row in tables["links"]} == {(one.left, one.right) for one in links}
    assert {row[0] for row in tables["skipped"]} == {item.input for item in skipped}


def test_the_quads_are_those_that_the_store_exports(tmp_path: Path) -> None:
    assert run("run", EXAMPLES, "-o", tmp_path / "out", "--extractor", "rules").code == 0
    with Library.open(tmp_path / "store") as library:
        list(library.ingest(EXAMPLES, "rules"))
        stream = BytesIO()
        library.export("nquads", stream)
    (tmp_path / "quads").mkdir()
    (tmp_path / "quads" / "part-0").write_bytes(stream.getvalue())
    assert runs.quads(tmp_path / "out") == runs.quads(tmp_path)


@SPARK
def test_spark_comes_to_the_same(local: Path, articles: Path, tmp_path: Path) -> None:
    done = spark(articles, "-o", tmp_path / "out")
    assert done.returncode == 3, done.stderr
    assert runs.tables(tmp_path / "out") == runs.tables(local)
    assert runs.quads(tmp_path / "out") == runs.quads(local)
    again = spark(articles, "-o", tmp_path / "out")
    assert again.returncode == 5
    assert again.stderr.endswith(f"provenance: {tmp_path}/out: is there already: give another place with -o\n")


@SPARK
@pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes in /proc")
def test_a_worker_that_is_killed_in_the_middle_changes_nothing(local: Path, articles: Path, tmp_path: Path) -> None:
    command = [*PROVENANCE, "run", str(articles), "-o", str(tmp_path / "out"), *TWO, "--extractor", "rules"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | QUICK) as process:
        killed = _killed(process, 3)
        _, told = process.communicate()
    assert process.returncode == 3, told
    assert killed
    assert runs.tables(tmp_path / "out") == runs.tables(local)
    assert runs.quads(tmp_path / "out") == runs.quads(local)


def _killed(process: subprocess.Popen[str], most: int) -> int:
    """How many of Spark's workers were killed, `most` at most, one after the other, each at its work."""
    killed: set[int] = set()
    while process.poll() is None and len(killed) < most:
        for worker in _workers(process.pid):
            if worker not in killed:
                time.sleep(0.5)
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
                    killed.add(worker)
                time.sleep(3)
                break
        time.sleep(0.05)
    return len(killed)


def _workers(process: int) -> list[int]:
    """The children of a daemon, which is a child of Java, which was started by `process`."""
    found = list(_children(process))
    family = [process, *found]
    for one in found:
        found += (below := list(_children(one)))
        family += below
    daemons = [one for one in family if "runners.spark.daemon" in _words(one)]
    return [one for one in daemons if any(one in _children(other) for other in daemons)]


def _children(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            yield from map(int, task.read_text("ascii").split())
        except OSError:
            continue


def _words(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text("utf8")
    except OSError:
        return ""


@SPARK
@pytest.mark.filterwarnings("ignore")
def test_every_bound_may_be_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks and parts are cut, first holders are few, and no task holds all edges; as `batch` of the same."""
    from provenance.runners.spark import Bounds, Kept, link

    monkeypatch.setattr(clusters, "MOST", 4)
    vectors = [vectors_of(one, None, 1) for one in STORY]
    whole = linked(zip(STORY, vectors, strict=True), first=2)
    kept = [
        Kept(article_iri(one.article), one, prepared(one, np.asarray(own)), 0)
        for one, own in zip(STORY, vectors, strict=True)
    ]
    links, claims = link(kept, lambda _: None, master="local[2,4]", bounds=Bounds(first=2, block=2, held=0))
    assert set(links) == whole.links
    assert len(links) == len(whole.links)
    assert {claim.iri: tuple(iri for iri, _ in claim.members) for claim in claims} == dict(whole.claims)


@SPARK
def test_nothing_to_read(tmp_path: Path) -> None:
    done = spark(tmp_path / "none", "-o", tmp_path / "out")
    assert done.returncode == 3
    assert done.stderr.endswith(f"provenance: {tmp_path}/none: no such file or folder: check the path\n")
