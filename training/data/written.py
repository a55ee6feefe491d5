"""Whole chains on pages of kinds that the other corpora lack, written for this project: `training/written/*.toml`.

An article is a table `[[article]]`: `id`, `publisher`, `kind`, `published`, `title`, `byline`, `text`, and an
`[[article.said]]` for each attribution: `type`, `content`, `cue`, `source`, and `chain` of `name`, `kind`, `relation`,
`mention`, from the article to the origin. `[[article.derivation]]` is what all of it was taken from. Words stand as
they are in the text; where they stand there more than once, the number of the place follows: `he#2` is the second.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.gate import training_may_read
from provenance.errors import InputError
from training.data.examples import Example, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Row = dict[str, Any]
    Ends = list[int]

NAME = "written"
FOLDER = Path(__file__).parents[1] / "written"
"""It lies beside the code: the only corpus that is a part of this project."""
NUMBERED = re.compile(r"(?P<words>.+)#(?P<place>[1-9]\d*)", re.DOTALL)


def examples(data: Path) -> Iterator[Example]:  # noqa: ARG001 - as of every corpus
    """All of `training/written`. Raises InputError where words are not in their article, or more than once."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield from read(tomllib.loads(path.read_text(encoding="utf8")))


def read(file: Mapping[str, Any]) -> Iterator[Example]:
    """The articles of one file, in its order, silent ones too. Raises InputError as `examples` does."""
    for row in file["article"]:
        text = row["text"].strip("\n")
        training_may_read(text, row["id"])
        lines = [_line(said, number, row["id"], text) for number, said in enumerate(row.get("said", ()), 1)]
        derived = [_hop(hop, row["id"], text) for hop in row.get("derivation", ())]
        yield from joined(NAME, [row | {"text": text}], [*lines, {"doc": row["id"], "derivation": derived}])


def _line(said: Mapping[str, Any], number: int, key: str, text: str) -> Row:
    source = said.get("source", "")
    return {
        "doc": key,
        "id": str(number),
        "type": said["type"],
        "content": [place(words, key, text) for words in said["content"]],
        "cue": [place(words, key, text) for words in said.get("cue", ())],
        "source": [place(source, key, text)] if source else [],
        "chain": [_hop(hop, key, text) for hop in said["chain"]],
    }


def _hop(hop: Mapping[str, str], key: str, text: str) -> Row:
    mention = hop.get("mention", "")
    return {
        "name": hop["name"],
        "kind": hop["kind"],
        "relation": hop.get("relation", ""),
        "mention": place(mention, key, text) if mention else None,
    }


def place(words: str, key: str, text: str) -> Ends:
    """Where `words`, maybe numbered, stand as whole words in `text`.

    Raises InputError where they do not, and where they do more than once and bear no number.
    """
    numbered = NUMBERED.fullmatch(words)
    plain, number = (numbered["words"], int(numbered["place"])) if numbered else (words, 0)
    before, after = (r"(?<!\w)" if plain[:1].isalnum() else ""), (r"(?!\w)" if plain[-1:].isalnum() else "")
    found = [[*one.span()] for one in re.finditer(before + re.escape(plain) + after, text)]
    if len(found) < max(number, 1):
        raise InputError(f"article {key}: “{words}” is not in the text ({len(found)} such): correct the words")
    if len(found) > 1 and not number:
        raise InputError(f"article {key}: “{words}” is {len(found)} times in the text: add #1 to #{len(found)}")
    return found[max(number, 1) - 1]
