"""IRIs are spelt in one module, which also says what each names."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import provenance
from provenance import iris
from provenance.model import Kind

PACKAGE = Path(provenance.__file__).parent
SPELT = re.compile(r"^ni:|sha-256;|w3id\.org/provenance-tracker|char=|[?]article=|/(?:hop|cited|activity|undoing)/?$")
NAMES = {"BASE", "digest"}
HASHES = {
    "provenance/linking/blocking/keys.py",
    "provenance/trace/traced.py",
    "provenance/rdf/claims.py",
    "provenance/rdf/folder.py",
    "provenance/rdf/server/cache.py",
    "provenance/web/given.py",
}
"""Modules that take a digest for something that is no IRI."""


def test_no_other_module_spells_one() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == Path(iris.__file__):
            continue
        name = path.relative_to(PACKAGE.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value:
                assert not SPELT.search(node.value), (name, node.lineno, node.value)
            if isinstance(node, ast.ImportFrom) and node.module == "provenance.iris":
                taken = NAMES.intersection(alias.name for alias in node.names)
                assert taken <= ({"digest"} if name in HASHES else set()), name
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "iris":
                assert node.attr not in NAMES, name


def test_what_an_iri_names() -> None:
    said = f"{iris.BASE}attribution/0a"
    claim = iris.claim_iri(said)
    assert [iris.is_statement(one) for one in (said, f"{said}/cited/0", "ni:///sha-256;a", claim)] == [1, 1, 1, 0]
    assert iris.is_claim(claim)
    assert iris.is_minted(claim)
    assert not iris.is_minted("ni: the shrubbery")
    assert iris.relay_parts(iris.relay_iri(said, 2)) == (said, 2)
    assert iris.relay_parts(iris.relay_iri(said, 0)) == (said, 0)
    assert iris.cited_parts(iris.cited_iri(said, 3)) == (said, 3)


def test_names_of_marks_alone_are_names() -> None:
    assert len({iris.agent_iri(name, Kind.OUTLET) for name in ("", "<", "???")}) == 3
    assert iris.agent_iri(" ??? ", Kind.OUTLET) == iris.agent_iri("???", Kind.OUTLET)
