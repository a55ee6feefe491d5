"""The report after an ingest: counts, what was updated, and why documents were skipped, in few lines."""

from __future__ import annotations

from provenance.cli.report import FEW, KINDS, MOST, Report
from provenance.library import Ingested, Skipped
from provenance.rdf.store import Outcome


def ingested(outcome: Outcome, *changed: str) -> Ingested:
    return Ingested("a.txt", "a", outcome, 2, changed=changed)


def lines(*items: Ingested | Skipped) -> list[str]:
    report = Report()
    for item in items:
        (report.skipped if isinstance(item, Skipped) else report.ingested)(item)  # type: ignore[arg-type]
    return list(report.lines())


def test_what_was_done_is_counted() -> None:
    assert lines() == ["0 articles, 0 statements"]
    told = lines(ingested(Outcome.ADDED), ingested(Outcome.UNCHANGED), ingested(Outcome.ADDED), Skipped("b", "empty"))
    assert told == ["3 articles (2 added, 1 unchanged), 6 statements; 1 skipped"]


def test_what_was_updated_is_named() -> None:
    updated = ingested(Outcome.UPDATED, "published")
    assert lines(updated, updated)[1:] == ["2 updated: published"]
    assert lines(updated, updated, ingested(Outcome.UPDATED, "title", "published"))[1:] == [
        "3 updated: published (3), title (1)"
    ]


def test_a_few_reasons_are_not_told_again() -> None:
    assert len(lines(*(Skipped(f"{number}.html", "no article") for number in range(FEW)))) == 1


def test_reasons_are_grouped_and_counted() -> None:
    bad = [Skipped(f"news.jsonl:{number}", f"malformed JSON at column {number}: 'x{number}'") for number in range(1980)]
    told = lines(*bad[:9], Skipped("empty.html", "empty: there is no text to read"), *bad[9:])
    assert told == [
        "0 articles, 0 statements; 1981 skipped",
        "skipped, by reason:",
        "  1,980 × malformed JSON at column 0: 'x0' (such as news.jsonl:0)",
        "  1 × empty: there is no text to read (empty.html)",
    ]


def test_however_many_reasons_there_are_the_report_is_short() -> None:
    many = [Skipped("a.html", f"reason {'x' * number}") for number in range(3 * KINDS)]
    assert len(lines(*many)) == 2 + KINDS + 1
    assert lines(*many)[-1] == f"  and {2 * KINDS} more reasons"


def test_what_a_document_says_steers_no_terminal() -> None:
    told = lines(*(Skipped("a\x1b[2J.html", "bad\nname") for _ in range(FEW + 1)))
    assert told[-1] == f"  {FEW + 1} × bad name (such as a [2J.html)"


def test_what_is_kept_does_not_grow_with_the_number_of_reasons() -> None:
    report = Report()
    for number in range(3 * MOST):
        report.skipped(Skipped("a.html", f"reason {'x' * number}"))
    told = list(report.lines())
    assert told[0].endswith(f"; {3 * MOST} skipped")
    assert told[2] == f"  {2 * MOST:,} × other reasons (such as a.html)"
    assert len(report._first) == MOST + 1
