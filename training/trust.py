"""How often hops are right, by their kind: `python -m training.trust PART [--data DATA]`.

PART is a folder that `training.folds` made, of articles that no head has seen. Hops of statements that annotators have
too are counted: right is whose name their chain of it bears. The table stands in `docs/trust.md`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation import names
from evaluation.matching import covered, pairs, same_statement
from provenance.documents.segmentation import segment
from provenance.extraction.parser.labels import ArcKind
from provenance.extraction.parser.reading import attributions
from provenance.extraction.parser.scale import scaled
from provenance.resources import resource
from training.data import BESIDE
from training.oracle.__main__ import lines
from training.unseen import unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.documents.segmentation import Page
    from provenance.extraction.parser.parser import Parsed
    from provenance.model import Attribution, Hop
    from training.data.examples import Example

UNNAMED = frozenset({"anonymous", "unspecified", "group"})


def kind(hop: Hop, told: Attribution, page: Page, text: str) -> str:
    """Of which kind a hop is, for a reader who wants to know how far to trust it."""
    at = (told.cue or told.content)[0].start
    beside = bool(hop.mention) and page.sentence_at(hop.mention[0].start) == page.sentence_at(at)
    if hop.made_by.endswith(f":{ArcKind.THROUGH}"):
        what = "outlet or agency" if hop.kind in ("outlet", "wire") else "paper, post or other carrier"
        return f"through: {what}, {'in the sentence' if beside else 'from another sentence'}"
    if hop.kind in UNNAMED:
        return "said by: unnamed"
    own = text[slice(*hop.mention[0])] if hop.mention else ""
    if hop.name.split()[-1].casefold() in own.casefold():
        return f"said by: named {'beside the words' if beside else 'in another sentence'}"
    return "said by: a pronoun or description that is given a name"


def judged(example: Example, parsed: Parsed, fitted: Mapping[str, Any]) -> Iterator[tuple[str, float, bool]]:
    """Each hop's kind, how sure the reader is, and whether it is right."""
    article = example.article
    page = segment(article.text)
    read = list(attributions(page, parsed.graph, article, "parser/0", scaled(parsed.tagged, fitted)))
    gold = lines(example)
    for number, at in pairs([covered(one.content) for one in read], [one.content for one in gold], same_statement):
        if gold[at].chain:
            for hop in read[number].chain:
                right = any(names.near(hop.name, other.name) for other in gold[at].chain)
                yield kind(hop, read[number], page, article.text), hop.confidence, right


def main(part: Path, data: Path) -> None:
    fitted = json.loads(resource("reader/reader.json").read_text(encoding="utf8"))["confidence"]
    found: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for example, parsed in unseen(part, data):
        for what, sure, right in judged(example, parsed, fitted):
            found[what].append((sure, right))
            found["all"].append((sure, right))
    print(
        "| kind of hop | hops | right, % | undecided, % | right of the decided, % | right at 0.9 and more, % (hops) |"
    )
    print("|---|---|---|---|---|---|")
    for what, held in sorted(found.items()):
        sure = [right for p, right in held if p >= 0.9]
        decided = [right for p, right in held if p >= 0.5]
        print(
            f"| {what} | {len(held)} | {share([right for _, right in held])} "
            f"| {100 * (1 - len(decided) / len(held)):.0f} | {share(decided)} | {share(sure)} ({len(sure)}) |"
        )


def share(held: list[bool]) -> str:
    return f"{100 * sum(held) / len(held):.0f}" if held else "–"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.trust", description=__doc__)
    parser.add_argument("part", type=Path)
    parser.add_argument("--data", type=Path, default=BESIDE)
    given = parser.parse_args()
    main(given.part, given.data)
