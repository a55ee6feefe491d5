"""SPARQL 1.1 queries (https://www.w3.org/TR/sparql11-query/), for reading what the store holds and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

from provenance.errors import UsageError
from provenance.rdf import folder
from provenance.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Quad

    from provenance.rdf.asking import Answer
    from provenance.rdf.bounds import Bounds
    from provenance.rdf.embedded import Embedded

DEPTH = 200
TOKENS = 5000
"""The query engine's parser recurses: it would overrun its stack, and end the process, some way beyond these."""

PROLOGUE = frozenset({"BASE", "PREFIX"})
UPDATES = frozenset("ADD CLEAR COPY CREATE DELETE DROP INSERT LOAD MOVE WITH".split())

TOKEN = re.compile(
    r"""(?P<passive>\s+
    | '''(?:\\.|[^\\])*?''' | \"\"\"(?:\\.|[^\\])*?\"\"\" | '(?:\\.|[^'\\\n\r])*' | "(?:\\.|[^"\\\n\r])*"
    | <[^<>"{}|^`\\\x00-\x20]*>
    | \#[^\n\r]*)
    | (?P<name>[?$]\w+ | [\w.-]*:[\w.:%-]*)
    | (?P<word>\w+)
    | (?P<opening>[({\[]) | (?P<closing>[)}\]])
    | .""",
    re.VERBOSE | re.DOTALL,
)


_SKIP = r"(?:\s|\#[^\n\r]*[\n\r])*"
SERVICE = re.compile(
    rf"""SERVICE {_SKIP} (?:SILENT {_SKIP})?
    (?:<[^<>]*> | [?$][^\s<>{{}}"'#]* | [^\s<>{{}}"'#?$:]*:[^\s<>{{}}"]*) {_SKIP} \{{""",
    re.VERBOSE | re.IGNORECASE,
)
"""What every SERVICE clause (SPARQL 1.1, rule 59) looks like, also where a comment or string only seems to hold it.

The engine's parser has no words: it takes "1SERVICE" for two, and "<1)SERVICE#>" for a comparison and a comment. So
this is looked for in the text itself, wherever it stands.
"""
NAME = re.compile(r"(?:[?$]\w*|:(?:\w[\w.:%-]*)?)\Z")
"""Before the letters SERVICE: the beginning of a variable or a prefixed name that goes on with them."""
WHOLE = frozenset(("CONSTRUCT", "DESCRIBE"))
IRI = re.compile(r"<([^<>]*)>")
FROM = re.compile(rf"\bFROM{_SKIP}(?:NAMED{_SKIP})?<(?P<iri>[^<>]*)>", re.IGNORECASE)
DESCRIBED = re.compile(r"\s*DESCRIBE(?P<iris>(?:\s*<[^<>]*>)+)\s*", re.IGNORECASE)
LONGEST = 200
"""Characters that such a beginning may have."""


def query(graph: Embedded, text: str, bounds: Bounds, path: Path, quads: Iterable[Quad] | None = None) -> Answer:
    """Ask `text` of the store at `path`, of `graph` where that is in memory only, or of `quads`; as `bounds` say.

    SELECT and ASK are asked of what the store keeps; CONSTRUCT and DESCRIBE of the graph made whole (`whole`), in
    memory: of what FROM names, or what tells of the IRIs that a DESCRIBE without WHERE names, else of all. It is asked
    of the union of all graphs, or of those alone that it names by FROM and FROM NAMED (SPARQL 1.1, 13.2). The prefixes
    of `vocabulary.PREFIXES` need no declaration. Raises UsageError, in one line with the place, for what is no query:
    malformed SPARQL, an update, SERVICE (which would fetch from the network); for bounds that are none; and, also while
    rows are read, where the answer takes more time or memory than it may. Raises StoreLockedError where another process
    has rewritten the store since.
    """
    from provenance.rdf.asking import Rows, answer

    bounds.check()
    form = check(text)
    if graph.path and not graph.path.exists():
        raise folder.rewritten(path)
    given = _n_quads(graph, quads)
    asked = {
        "graph": "" if given else str(graph.path or ""),
        "whole": named(text) if form in WHOLE and quads is None else None,
        "query": text,
        "prefixes": PREFIXES,
        "union": not _names_graphs(text),
        "limit": bounds.limit,
        "seconds": bounds.timeout,
    }
    try:
        return answer(Rows(asked, given, bounds, path))
    except SyntaxError as error:
        raise UsageError(_located(text, str(error))) from None


def _n_quads(graph: Embedded, quads: Iterable[Quad] | None) -> bytes:
    """What is given to the process that asks; empty where it opens the files itself."""
    if quads is not None:
        return serialize(quads, format=RdfFormat.N_QUADS) or b"\n"
    return b"" if graph.path else graph.n_quads()


def named(text: str) -> dict[str, list[str]]:
    """Which graphs are to be made whole: these, those that tell of `iris`, all where none are given."""
    graphs = [match["iri"] for match in FROM.finditer(text)]
    known = len(graphs) == sum((token["word"] or "").upper() == "FROM" for token in TOKEN.finditer(text))
    described = DESCRIBED.fullmatch(text)
    return {"graphs": graphs if known else [], "iris": IRI.findall(described["iris"]) if described else []}


def _names_graphs(text: str) -> bool:
    return any((token["word"] or "").upper() == "FROM" for token in TOKEN.finditer(text))


def _located(text: str, said: str) -> str:
    """Oxigraph's "error at LINE:COLUMN: expected …" with the words around the place; it may list a whole grammar."""
    match = re.match(r"error at (\d+):(\d+): ", said)
    if not match:
        return f"malformed SPARQL query: {' '.join(said.split())}"
    line, column = map(int, match.groups())
    row = ([*text.splitlines(), ""])[line - 1]
    near = " ".join(row[max(0, column - 40) : column + 20].split()) or "its end"
    what = "unknown prefix" if "Prefix not found" in said else "malformed"
    return f"SPARQL query, line {line}, column {column}: {what} near {near!a}"


def check(text: str) -> str:
    """The form of the query (SPARQL 1.1, section 16), in capitals. Raises UsageError for what may not be asked."""
    _check_service(text)
    depth = count = 0
    form = ""
    for token in TOKEN.finditer(text):
        if token["passive"] is not None:
            continue
        count += 1
        depth += (token["opening"] is not None) - (token["closing"] is not None)
        word = (token["word"] or "").upper()
        form = form or ("" if word in PROLOGUE else word)
        if form in UPDATES:
            raise UsageError(f"SPARQL {form}: a store is only asked; use SELECT, ASK, CONSTRUCT or DESCRIBE")
        if depth > DEPTH or count > TOKENS:
            raise UsageError(f"SPARQL query too long: at most {TOKENS} tokens, nested at most {DEPTH} deep")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise UsageError("SPARQL query: a lone surrogate is no character; decode the query with its right encoding")
    return form


def _check_service(text: str) -> None:
    for found in SERVICE.finditer(text):
        at = found.start()
        if not NAME.search(text, max(0, at - LONGEST), at):
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            raise UsageError(
                f"SPARQL query, line {line}, column {column}: SERVICE would fetch from the network; leave it out"
            )
