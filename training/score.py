"""Score what a reader made of articles that it has not seen: `python -m training.score PART … [--data DATA]`.

Each PART is a folder that `training.folds` made. F1 in per cent by the `reading` metric, together and by corpus.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.measures import total
from evaluation.metrics import reading
from provenance.documents.segmentation import segment
from provenance.extraction.parser.reading import attributions
from provenance.model import Derivation, Extractor, Reading, Relation
from training.data import BESIDE
from training.oracle.__main__ import SHOWN, lines
from training.unseen import unseen

if TYPE_CHECKING:
    from evaluation.measures import Tally
    from provenance.extraction.parser.parser import Parsed
    from training.data.examples import Example

UNSEEN = Extractor("parser", "0")


def reading_of(example: Example, parsed: Parsed) -> Reading:
    """As the program would read, its confidence unscaled; what the whole article was taken from is given."""
    article = example.article
    told = attributions(segment(article.text), parsed.graph, article, "parser/0")
    derived = [Derivation(one.name, one.kind, one.relation or Relation.OTHER) for one in example.derivations]
    return Reading(article, UNSEEN, tuple(derived), tuple(told))


def main(parts: list[Path], data: Path) -> None:
    print("| part | corpus | articles | found | first hop | origin | kind | chain "
          "| relayed: found | first hop | origin | kind | chain | wrong persons |")  # fmt: skip
    print("|---" * 14 + "|")
    for part in parts:
        tallies: defaultdict[str, list[Tally]] = defaultdict(list)
        for one, parsed in unseen(part, data):
            tally = reading.tally(reading_of(one, parsed), lines(one))
            tallies[one.corpus].append(tally)
            tallies["all"].append(tally)
        for name, held in tallies.items():
            figures = total(held)
            shown = [f"{100 * figures[one].value:.1f}" for one in SHOWN]
            print("|", " | ".join([part.name, name, str(len(held)), *shown]), "|")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.score", description=__doc__)
    parser.add_argument("parts", nargs="+", type=Path)
    parser.add_argument("--data", type=Path, default=BESIDE)
    given = parser.parse_args()
    main(given.parts, given.data)
