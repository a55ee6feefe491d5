"""What an installed `provenance` must do with one extra, or with none, where no network is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "articles"
PAGE = (EXAMPLES / "harbour-ledger.html").read_bytes()
CLAIM = "the ferry operator plans to close the Marrow Island route"
PROGRAM = (sys.executable, "-m", "provenance")
"""Also where it is installed under the environment of an extra, and has no command there."""
sys.path.append(str(ROOT / "tests" / "support"))  # for a PDF and a capture of pages


def main(extra: str) -> int:
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        TRIALS[extra]()
    print(f"{extra}: works")
    return 0


def base() -> None:
    command = Path(sys.executable).parent / "provenance"
    expect(subprocess.run([command, "--version"], check=False).returncode == 0, "no command")
    ingested = provenance("ingest", str(EXAMPLES))
    expect("10 added" in ingested, ingested)
    traced = provenance("trace", CLAIM)
    expect("At most 2 independent sources" in traced and "asked not to be named" in traced, traced)
    provenance("view", CLAIM, "-o", "chain.svg")
    provenance("view", CLAIM, "-o", "chain.html")
    expect("Harbour Ledger" in Path("chain.svg").read_text("utf8"), "no outlet in the picture")
    expect("Harbour Ledger" in Path("chain.html").read_text("utf8"), "no outlet in the page")
    provenance("export", "--format", "turtle", "-o", "graph.ttl")


def pictures() -> None:
    provenance("ingest", str(EXAMPLES))
    for ending, begins in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        provenance("view", CLAIM, "-o", f"chain.{ending}")
        expect(Path(f"chain.{ending}").read_bytes().startswith(begins), f"no {ending}")


def web() -> None:
    provenance("ingest", str(EXAMPLES))
    with running(*PROGRAM, "serve", "--port", "0") as address:
        for path, words in (("", "Search"), ("article/harbour-ledger", "considering closing"), ("claims", "ferry")):
            with urlopen(address + path, timeout=60) as page:
                expect(words in page.read().decode(), f"no {words!r} on /{path}")


def fetch() -> None:
    server = "import http.server as h, sys; s = h.ThreadingHTTPServer(('127.0.0.1', 0), h.SimpleHTTPRequestHandler)"
    server += "; print(f'http://127.0.0.1:{s.server_port}/', flush=True); s.serve_forever()"
    Path("story.html").write_bytes(PAGE)
    with running(sys.executable, "-c", server) as address:
        host = address.removeprefix("http://").rstrip("/")
        ingested = provenance("ingest", f"{address}story.html", "--allow-private", host)
    expect("1 added" in ingested, ingested)


def pdf() -> None:
    from pdfs import column, pdf

    lines = ["The old bridge will be closed in May, said Orla Brask, the harbour master, on Monday.", "Ships go round."]
    read("story.pdf", pdf(column(72, 700, lines)), "Orla Brask")


def parquet() -> None:
    import pyarrow as pa
    from pyarrow import parquet as files

    files.write_table(pa.table({"text": ["The bridge will be closed in May, said Orla Brask."]}), "story.parquet")
    read("story.parquet", Path("story.parquet").read_bytes(), "Orla Brask")


def spark() -> None:
    if not shutil.which("java"):
        sys.exit("fault: spark needs Java: apt-get install default-jre-headless")
    os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_HOSTNAME": "localhost", "PYSPARK_PYTHON": sys.executable}
    provenance("run", str(EXAMPLES), "-o", "tables", "--engine", "spark", "--master", "local[1]")
    expect(any(Path("tables").rglob("*.parquet")), "no tables")


def warc() -> None:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    import brotli
    from warcs import http, record

    page = http(brotli.compress(PAGE), "Content-Encoding: br")
    read("story.warc.zst", zstd.compress(record(page)), "Oriel Dane")


def shacl() -> None:
    provenance("ingest", str(EXAMPLES))
    verified = provenance("verify")
    expect("not checked" not in verified, verified)


def endpoint() -> None:
    os.environ |= {"PROVENANCE_ENDPOINT": "http://127.0.0.1:9/v1", "PROVENANCE_MODEL": "none"}
    done = run("extract", str(EXAMPLES / "library-hours.txt"), "--extractor", "endpoint")
    expect("pip install" not in done.stderr and "127.0.0.1:9" in done.stderr, done.stderr)


def server() -> None:
    done = run("articles", "--store", "http://127.0.0.1:9/query")
    expect("pip install" not in done.stderr and "127.0.0.1:9" in done.stderr, done.stderr)


def prov() -> None:
    provenance("ingest", str(EXAMPLES))
    provenance("export", "--format", "prov-json", "-o", "graph.json")
    expect("wasDerivedFrom" in Path("graph.json").read_text("utf8"), "nothing is derived from anything")


def fuzz() -> None:
    import atheris

    expect(hasattr(atheris, "Fuzz"), "no Fuzz")


TRIALS: dict[str, Callable[[], None]] = {
    one.__name__: one
    for one in (base, endpoint, fetch, fuzz, parquet, pdf, pictures, prov, server, shacl, spark, warc, web)
}


def read(name: str, content: bytes, who: str) -> None:
    Path(name).write_bytes(content)
    found = provenance("extract", name)
    expect(who in found, found)


def provenance(*arguments: str) -> str:
    done = run(*arguments)
    expect(done.returncode == 0, f"provenance {' '.join(arguments)}: {done.stderr}")
    return done.stdout + done.stderr


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, check=False)


@contextmanager
def running(*command: str) -> Iterator[str]:
    """The address that a server says it is at."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            found = re.search(r"http://127\.0\.0\.1:\d+/", said)
            expect(found is not None, f"it does not say where it is: {said}")
            yield found[0] if found else ""
        finally:
            process.terminate()
            process.wait(60)


def expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001 -- a statement of its own
    if not holds:
        sys.exit(f"fault: {otherwise.strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
