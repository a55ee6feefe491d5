"""What each rule that stands beside the weights gives: `python -m training.ablate PART [--data DATA]`.

PART is a folder that `training.folds` made. Its articles, which no head has seen, are read as the program reads them,
then without each rule in turn. F1 in per cent by the `reading` metric: what leaving the rule out changes.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import numpy as np
import torch

from evaluation.measures import total
from evaluation.metrics import reading
from provenance.encoder.tokens import tokenizer
from provenance.extraction.parser.parser import parsed
from provenance.extraction.parser.voices import Voiced
from training.data import BESIDE
from training.encoder import MODEL
from training.model import Reader
from training.oracle.__main__ import SHOWN, lines
from training.running import Running
from training.score import reading_of
from training.train import DEVICE
from training.unseen import unseen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.encoder.encoded import Encoded
    from provenance.extraction.decode import Tagged
    from provenance.extraction.parser.graph import AttributionGraph
    from training.data.examples import Example

    Pages = Sequence[tuple[Example, Encoded]]

PARSER = "provenance.extraction.parser"


class Rule(NamedTuple):
    """What is left out: the name `at` which it stands, and what stands there `instead`."""

    what: str
    at: str
    instead: object


def _nothing(*_given: object) -> tuple[()]:
    return ()


def _never(*_given: object) -> bool:
    return False


def _without_voices(graph: AttributionGraph, tagged: Sequence[Tagged], *_more: object) -> Voiced:
    return Voiced(graph, tuple(tagged))


def _as_it_is(given: Any, *_more: object) -> Any:
    return given


def _both_go(ones: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.zeros((len(ones), len(others)), dtype=bool)


RULES = (
    Rule("names, outlets and nouns by list may be sources", "mentions.listed", lambda _text: {}),
    Rule("she is no man's pronoun", "pointers.at_odds", _both_go),
    Rule("pronouns are traced to whom they are in the end", "antecedents.LEAST", 2.0),
    Rule("mentions of the same words are one answer", "pointers.THE_SAME", 9),
    Rule("contents end at headings; credits and links are nobody's", "parser.bounded", _as_it_is),
    Rule("who stands in a credit or a link is no source", "page.NOBODY", frozenset()),
    Rule("whole turns, letters and signed quotations are whose the layout says", "parser.voiced", _without_voices),
    Rule("an outlet relays nothing to itself", "told._own", lambda *_: 0),
    Rule("what is as likely nobody's is dropped", "decode.SURELY_NONE", 2.0),
    Rule("a description takes a name only from a likely arc", "naming.clusters.SURELY", 0.0),
    Rule("kinds that cannot be one are not joined", "naming.clusters._may_be_one", lambda *_: True),
    Rule("roles that exclude each other are two", "naming.sides.Sides._exclude", _never),
    Rule("a person's name within the mention", "naming.individuals.persons", _nothing),
    Rule("a body's name within the mention", "naming.mentions.body", lambda *_: ""),
    Rule("an outlet's name as the gazetteer has it", "naming.mentions.outlets", _nothing),
    Rule("an outlet that is taken for a person", "naming.individuals._outlet_alone", lambda *_: None),
    Rule("a crew that is taken for a person", "naming.individuals._is_crew", _never),
    Rule("a body that is taken for a person", "naming.individuals.is_body", _never),
    Rule("a crowd by who they are", "naming.mentions.crowd", _nothing),
    Rule("a crowd by its count", "naming.mentions.counted", lambda *_: ""),
    Rule("what an acronym is short for", "naming.page.acronyms", lambda _text: {}),
    Rule("papers by their words", "naming.mentions.paper", lambda *_: None),
    Rule("papers by their makers", "naming.agents.papers", lambda *_: {}),
    Rule("fuller names from the cluster", "naming.sources._fuller", _as_it_is),
    Rule("first names from the page", "naming.full_names.FullNames.full_name", lambda _names, name: name),
)  # fmt: skip


def main(part: Path, data: Path) -> None:
    torch.set_grad_enabled(False)
    reader = Reader()
    reader.load_state_dict(torch.load(part / "reader.pt", map_location=DEVICE))
    running = Running(reader, tokenizer(MODEL), DEVICE)
    pages = [(one, running.encode(one.article.text)) for one, _ in unseen(part, data)]
    whole = figures(pages, running)
    print("| without | found | first hop | origin | kind | chain "
          "| relayed: found | first hop | origin | kind | chain | wrong persons |")  # fmt: skip
    print("|---" * 12 + "|")
    print("| (nothing) |", " | ".join(f"{one:.1f}" for one in whole), "|", flush=True)
    for rule in RULES:
        with patch(f"{PARSER}.{rule.at}", rule.instead):
            less = figures(pages, running)
        changed = [f"{b - a:+.1f}" for a, b in zip(whole, less, strict=True)]
        print(f"| {rule.what} |", " | ".join(changed), "|", flush=True)


def figures(pages: Pages, running: Running) -> list[float]:
    made = total(
        reading.tally(reading_of(example, parsed(encoded, running)), lines(example)) for example, encoded in pages
    )
    return [100 * made[one].value for one in SHOWN]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.ablate", description=__doc__)
    parser.add_argument("part", type=Path)
    parser.add_argument("--data", type=Path, default=BESIDE)
    given = parser.parse_args()
    main(given.part, given.data)
