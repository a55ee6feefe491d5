"""Graph servers on loopback: one of our own that fails as tests want it to, Oxigraph's, and Virtuoso."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import httpx
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, Store, serialize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

JSON = "application/sparql-results+json"
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t")
LOGIN = "dba:dba"
"""Of a new Virtuoso."""
UP = 60.0
"""Seconds that a server has to begin to answer."""
INI = """
[Database]
DatabaseFile = {path}/virtuoso.db
ErrorLogFile = {path}/virtuoso.log
LockFile = {path}/virtuoso.lck
TransactionFile = {path}/virtuoso.trx
xa_persistent_file = {path}/virtuoso.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {path}/virtuoso-temp.db
TransactionFile = {path}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {path}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryCostEstimationTime = 400
MaxQueryExecutionTime = 60
DefaultQuery = SELECT 1
"""


@dataclass
class Own:
    """`before` is called with what each request asks, and may answer it: with a status, a kind and a content.

    `rows` is the most that a SELECT gives. Where it is not `atomic`, the operations of an update are done one by one,
    and after `left` of them, unless that is None, each fails.
    """

    address: str = ""
    store: Store = field(default_factory=Store)
    before: Callable[[str, str], tuple[int, str, bytes] | None] = lambda _path, _text: None
    asked: list[tuple[str, str]] = field(default_factory=list)
    rows: int = 0
    name: str = "Oxigraph/test"
    left: int | None = None
    lock: Lock = field(default_factory=Lock)

    def answer(self, method: str, path: str, form: dict[str, list[str]]) -> tuple[int, str, bytes, dict[str, str]]:
        text = (form.get("query") or form.get("update") or form.get("graph") or [""])[0]
        self.asked.append((path, text))
        if given := self.before(path, text):
            return (*given, {})
        with self.lock:
            if path == "/query":
                return self._found(text)
            if path == "/update" and method == "POST":
                return self._updated(text)
            if path == "/store" and method == "GET":
                quads = self.store.quads_for_pattern(None, None, None, NamedNode(text))
                told = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
                return 200, "application/n-triples", told, {}
        return 404, "text/plain", b"not there", {}

    def _found(self, text: str) -> tuple[int, str, bytes, dict[str, str]]:
        try:
            found = self.store.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            return 400, "text/plain", str(error).encode(), {}
        told: bytes = found.serialize(format=QueryResultsFormat.JSON)  # type: ignore[union-attr, assignment, call-arg]
        if self.rows:
            return self._cut(told)
        return 200, JSON, told, {}

    def _cut(self, told: bytes) -> tuple[int, str, bytes, dict[str, str]]:
        import json

        read = json.loads(told)
        bindings = read.get("results", {}).get("bindings", [])
        if len(bindings) < self.rows:
            return 200, JSON, told, {}
        read["results"]["bindings"] = bindings[: self.rows]
        return 200, JSON, json.dumps(read).encode(), {"X-SPARQL-MaxRows": str(self.rows)}

    def _updated(self, text: str) -> tuple[int, str, bytes, dict[str, str]]:
        if self.name.startswith("Oxigraph"):
            self.store.update(text)
            return 204, "text/plain", b"", {}
        for operation in text.split(" ;\n"):
            if self.left == 0:
                return 500, "text/plain", b"out of disk space", {}
            self.store.update(operation)
            if self.left is not None:
                self.left -= 1
        return 204, "text/plain", b"", {}


@contextmanager
def own(name: str = "Oxigraph/test", **more: object) -> Iterator[Own]:
    """A server of this process, which calls itself `name`."""
    site = Own(name=name, **more)  # type: ignore[arg-type]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = name
        sys_version = ""

        def do_GET(self) -> None:
            self._do(parse_qs(urlsplit(self.path).query))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            self._do(parse_qs(body, keep_blank_values=True))

        def _do(self, form: dict[str, list[str]]) -> None:
            status, kind, content, headers = site.answer(self.command, urlsplit(self.path).path, form)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            for one in headers.items():
                self.send_header(*one)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}/query"
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def oxigraph(path: Path, *, read_only: bool = False) -> Iterator[str]:
    """The address of Oxigraph's own server over `path`."""
    port = free_port()
    verb = "serve-read-only" if read_only else "serve"
    command = [str(OXIGRAPH), verb, "--location", str(path), "--bind", f"127.0.0.1:{port}"]
    with _running(command, f"http://127.0.0.1:{port}/query"):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(path: Path) -> Iterator[str]:
    """The address of a Virtuoso over `path`, for whoever logs in."""
    path.mkdir(parents=True, exist_ok=True)
    sql, http = free_port(), free_port()
    ini = path / "virtuoso.ini"
    ini.write_text(INI.format(path=path, sql=sql, http=http))
    command = [str(VIRTUOSO), "+configfile", str(ini), "+foreground", "+wait"]
    with _running(command, f"http://127.0.0.1:{http}/sparql"):
        yield f"http://{LOGIN}@127.0.0.1:{http}/sparql-auth"


@contextmanager
def _running(command: list[str], address: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + UP
        while not _answers(address):
            assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
            assert time.monotonic() < until, f"{command[0]} does not answer"
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, params={"query": "ASK {}"}, timeout=5, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False
