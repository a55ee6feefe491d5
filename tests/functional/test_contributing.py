"""The table of CONTRIBUTING.md names what the registries hold, and files that are there. `make docs` writes it anew."""

from __future__ import annotations

import csv
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from command import ROOT

from evaluation.splits import SETS
from provenance.cli import COMMANDS
from provenance.decisions import Action
from provenance.exports import EXPORTERS
from provenance.extraction import extractors
from provenance.model import LinkKind
from provenance.queries.audit import KINDS
from provenance.readers import READERS
from provenance.resources import resource
from provenance.trace.analyses import ANALYSES
from provenance.views import VIEWS
from training.data import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE = ROOT / "CONTRIBUTING.md"
TABLE = re.compile(r"^\| You want to … \| Do \| There are \|\n(?:\|.*\n)+", re.MULTILINE)
PLACE = re.compile(r"`((?:provenance|data|tests|training|evaluation|docs)/[\w./]*)`")


@dataclass(frozen=True, slots=True)
class Way:
    """How something is added: what to do, and what there is of it."""

    want: str
    do: str
    there: Iterable[str] = ()


def rows_of(name: str) -> int:
    with resource(name).open(encoding="utf8", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def kinds() -> list[str]:
    return sorted(path.stem for path in (ROOT / "tests" / "behaviour").glob("*.toml") if path.stem != "unmet")


def ways() -> Iterator[Way]:
    yield Way(
        "change what lies in a store's folder",
        "`FORMAT` in `provenance/rdf/record.py`, and a step in `provenance/rdf/migrations.py`",
    )
    yield Way(
        "add an input format",
        "one file in `provenance/readers/`, one line in its `formats.py`, a file in `tests/support/samples.py`",
        READERS,
    )
    yield Way("add an outlet or an alias", "a line in `data/outlets.csv`", [f"{rows_of('outlets.csv'):,} outlets"])
    yield Way("add an extractor", "a package of your own with an entry point: `docs/extractors.md`", extractors())
    yield Way("teach credits a language or a phrase", "lines in `data/credits.toml`")
    yield Way(
        "have a web page read right",
        "the file in `provenance/readers/page/` named after its part, or lines in `data/pages.toml`; "
        "a page of your own as its test",
    )
    yield Way("have a sentence read right", "first a case in `tests/behaviour/`, one file a kind", kinds())
    yield Way(
        "measure on another set", "a line in `evaluation/splits.py`, its hashes in `evaluation/development.txt`", SETS
    )
    yield Way("learn from another corpus", "one file in `training/data/` that reads through the gate", CORPORA)
    yield Way("swap or retrain the model", "`provenance/encoder/`, `training/README.md`")
    yield Way("link articles better", "the file in `provenance/linking/matching/` named after the link", LinkKind)
    yield Way("ask something else of a store", "one file in `provenance/queries/` that takes a `Corpus`")
    yield Way(
        "add an analysis of a trace",
        "one new file in `provenance/trace/`, one line in `ANALYSES` of its `analyses.py`; "
        "a sentence for it in `SAYS` of `provenance/views/prose/further.py`",
        [one.name for one in ANALYSES],
    )
    yield Way("find another weakness", "one function and one line in `KINDS` (`provenance/queries/audit.py`)", KINDS)
    yield Way(
        "let people decide something else",
        "`provenance/decisions/`: its values, one file in `overlay/`; `provenance/rdf/mapping/decisions.py`",
        Action,
    )
    yield Way(
        "change the RDF", "`provenance/rdf/mapping/` and `data/ontology.ttl`; the round-trip test says what is missing"
    )
    yield Way(
        "add an export",
        "one function in `provenance/exports/`, one line in `EXPORTERS` of its `__init__.py`, a golden file",
        EXPORTERS,
    )
    yield Way("add a view", "one function in `provenance/views/`, one line in `VIEWS` of its `__init__.py`", VIEWS)
    yield Way(
        "add a command",
        "one file in `provenance/cli/` with `run`, `EXAMPLES` and a docstring, one line in `COMMANDS`",
        COMMANDS,
    )


def table() -> str:
    rows = (f"| {way.want} | {way.do} | {', '.join(f'`{name}`' for name in way.there)} |\n" for way in ways())
    return "".join(["| You want to … | Do | There are |\n", "|---|---|---|\n", *rows])


def test_the_table_is_what_the_registries_hold() -> None:
    [shown] = TABLE.findall(PAGE.read_text("utf8"))
    assert shown == table(), "run make docs"


def test_every_place_is_there() -> None:
    places = PLACE.findall(table())
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []


def write() -> None:
    PAGE.write_text(TABLE.sub(lambda _: table(), PAGE.read_text("utf8")), "utf8")


if __name__ == "__main__":
    sys.exit(write())
