"""Twenty questions as a fact-checker types them, asked of the invented events: what docs/questions.md shows.

`python -m benchmarks.questions STORE` asks them of a store of `invented/articles.jsonl`, notes the answers in
`questions.json` and writes the page anew. An answer that changed since somebody judged it is marked as not judged.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance import Library
from provenance.trace.wording import one_line, shortened
from provenance.views.prose.verdict import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.queries.answering import Answered

QUESTIONS = Path(__file__).with_name("questions.json")
PAGE = Path(__file__).parents[1] / "docs" / "questions.md"
WIDTH = 110
SHOWN = 3
"""Related claims that are shown."""
JUDGEMENTS = ("right", "partly", "wrong")
HEAD = """# Twenty questions

As a fact-checker might type them, asked of a store of 224 invented articles about 28 events, read by the program.
*Before* is version e353bf1, which matched a claim by the share of its words. Each answer was judged by one reader who
knew the events: *right* where the claims that are told are those asked about and nothing else is counted, *partly*
where the one asked about is told beside others, or what is told of it leaves out an origin or adds one, or it is only
named as the nearest, *wrong* where something else is told, or nothing though it is there. The same reader wrote the
questions and the program. `python -m benchmarks.questions STORE` asks them anew.

What makes a claim is told from what is only related by a likelihood of 0.6 or more (`queries/matching.py`). By folds of
events, among the annotated statements of one event (`python -m training.answers`), of the claims held to make what was
asked so many do, and of those that do so many are found:

| asked in | precision | recall |
|---|---|---|
| the annotator's wording of a claim | 80.9 % | 77.6 % |
| three fifths of its words | 72.8 % | 58.1 % |
| the wording of another article's statement, often a fragment | 83.7 % | 39.7 % |
"""


def ask(store: Path) -> None:
    rows = json.loads(QUESTIONS.read_text("utf8"))
    with Library.open(store, mode="r", threads=1) as library:
        for row in rows:
            answer = list(lines(library.answer(row["asked"], limit=1)))
            if answer != row.get("answer"):
                row |= {"answer": answer, "judged": ""}
    QUESTIONS.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf8")
    PAGE.write_text(page(rows), "utf8")


def lines(found: Answered) -> Iterator[str]:
    for one in found.claims:
        yield f"“{_short(one.trace.claim)}”: {sentence(one.trace.judged)}"
    if not found.claims:
        yield "Nothing surely makes it."
    if found.related:
        yield f"Related: {'; '.join(f'“{_short(one.text)}”' for one in found.related[:SHOWN])}"


def page(rows: Sequence[dict[str, Any]]) -> str:
    return "\n".join(_page(rows)) + "\n"


def _page(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield HEAD
    yield "| | right | partly | wrong |"
    yield "|---|---|---|---|"
    for title, field in (("before", "judged_before"), ("now", "judged")):
        counts = Counter(row[field] for row in rows)
        yield f"| {title} | {' | '.join(str(counts[one]) for one in JUDGEMENTS)} |"
    for number, row in enumerate(rows, start=1):
        yield from ("", f"## {number}. {row['asked']}", "")
        yield f"*Before* ({row['judged_before']}): {row['before']}"
        yield from ("", f"*Now* ({row['judged'] or 'not judged'}{': ' if row['why'] else ''}{row['why']}):", "")
        yield from (f"- {line}" for line in row["answer"])


def _short(text: str) -> str:
    return shortened(one_line(text), WIDTH)


if __name__ == "__main__":
    ask(Path(sys.argv[1]))
