"""What the acronyms of a text stand for: “Tarn Water Board (TWB)” → TWB: Tarn Water Board."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.full_names import CAPITAL

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY = re.compile(
    rf"(?P<name>{CAPITAL}(?:[  ](?:(?:of|for|the|and|on|in)[  ]){{0,3}}{CAPITAL}){{1,12}})"
    r"[  ]\((?:the[  ])?(?P<short>[A-Z][A-Za-z.]{1,9})\)"
)
WHOLE = re.compile(rf"{CAPITAL}(?:[  ](?:(?:of|for|the|and|on)[  ]){{0,2}}{CAPITAL}){{1,6}}")


def acronyms(text: str) -> Mapping[str, str]:
    """Those that stand beside the name in brackets, and the initials of every name of three words or more."""
    found: dict[str, str] = {}
    for match in BODY.finditer(text):
        own = _spelt(match["name"].split(), match["short"].replace(".", ""))
        if own:
            found.setdefault(match["short"], own)
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    for run in WHOLE.finditer(text):
        told = run[0].split()
        while told and told[0].lower() in vocabulary.SMALL:
            told = told[1:]
        if len(told) > 2:
            spelt["".join(word[0] for word in told)].add(" ".join(told))
        if sum(word[0].isupper() for word in told) > 2:
            spelt["".join(word[0] for word in told if word[0].isupper())].add(" ".join(told))
    for short, names in spelt.items():
        if len(names) == 1:
            found.setdefault(short, next(iter(names)))
    return found


def _spelt(words: list[str], short: str) -> str:
    """The last words whose initials are those of `short`, small words counted or not."""
    initials = short.lower()
    for start in range(len(words)):
        own = words[start:]
        capitals = "".join(word[0].lower() for word in own if word[0].isupper())
        if initials in {capitals, "".join(word[0].lower() for word in own)}:
            return " ".join(own)
    return ""
