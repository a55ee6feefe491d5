"""Examples as tensors: word pieces, tags on three levels, links, and the nodes and right answers of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from provenance.documents.segmentation import segment
from provenance.encoder import pairs
from provenance.encoder.labels import LEVELS, ROLES
from provenance.encoder.tokens import tokenize
from provenance.extraction.parser import features
from provenance.extraction.parser.pairs import Pairs
from provenance.extraction.parser.places import Places
from provenance.model import Kind
from training.oracle.graphs import gold_graph
from training.targets import graph_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from provenance.encoder.tokens import Tokens
    from training.data.examples import Example, GoldStatement

    Words = tuple[int, int]

GROUPS = {Kind.OUTLET: 1, Kind.WIRE: 1, Kind.PLATFORM: 1, Kind.DOCUMENT: 2}
"""Which of MENTIONS (`encoder.labels`) a kind of source is tagged as; 0 for the others."""
ASKING = ("asked", "statement", "mention", "right", "able", "relation")


def page_of(example: Example, tokenizer: Tokenizer, group: str) -> dict[str, Any]:
    """The tensors of an example: counted in words, but for `ids` and `features`, which count pieces.

    `group` is what it must stay together with where articles are held out.
    """
    page = segment(example.article.text)
    cut = tokenize(page, tokenizer)
    made: dict[str, Any] = {
        "key": example.article.key,
        "corpus": example.corpus,
        "group": group,
        "text": example.article.text,
        "ids": cut.ids.astype(np.uint16),
        "features": cut.features.astype(np.uint8),
        "first": cut.first.astype(np.int32),
        "paragraph": cut.paragraph.astype(np.int32),
    }
    gold = gold_graph(example) if example.has_chains else None
    tags = np.zeros((len(cut.first), LEVELS), dtype=np.uint8)
    outer, inner = levels(example, cut) if gold else (example.statements, ())
    for number, (name, statements) in enumerate((("outer", outer), ("inner", inner))):
        made |= {f"{name}.{part}": value for part, value in _level(tags[:, number], statements, cut).items()}
    if gold:
        for mention in sorted(gold.graph.mentions, key=lambda one: (one.span.start, -one.span.end)):
            _tag(tags[:, 2], cut.words(mention.span), GROUPS.get(mention.type, 0))
    made["tags"], made["levels"] = tags, np.array([True, bool(gold), bool(gold)])
    spans = {tuple(span) for name in ("outer", "inner") for span in made[f"{name}.source"].tolist()}
    made["graph"] = graph_of(example, gold, page, cut, spans)
    return made


def levels(example: Example, cut: Tokens) -> tuple[list[GoldStatement], list[GoldStatement]]:
    """The statements of an example: those of the article itself, and those within a content of another."""
    held: tuple[list[GoldStatement], list[GoldStatement]] = ([], [])
    contents = [(number, cut.words(span)) for number, one in enumerate(example.statements) for span in one.content]
    for number, one in enumerate(example.statements):
        if one.content:
            start, end = cut.words((one.cue or one.content)[0])
            size = sum(b - a for a, b in map(cut.words, one.content))
            is_inner = any(
                of != number and low <= start and end <= high and high - low > size for of, (low, high) in contents
            )
            held[is_inner].append(one)
    return held


def _level(tags: np.ndarray, statements: Sequence[GoldStatement], cut: Tokens) -> dict[str, Any]:
    """Tags are written into `tags`; spans that would overlap others are left out, with what hangs on them."""
    spans: dict[str, dict[Words, int]] = {role: {} for role in ROLES}
    source_of, cue_of = {}, {}
    for one in sorted(statements, key=lambda one: (one.cue or one.content)[:1]):
        cue = cut.words(one.cue[0]) if one.cue else None
        if cue and (cue in spans["cue"] or not _tag(tags, cue, 1)):
            continue
        if cue:
            spans["cue"][cue] = len(spans["cue"])
        for role, tag in (("source", 0), ("content", 2)):
            if role == "source" and not cue:
                continue
            for words in map(cut.words, getattr(one, role)):
                if words in spans[role] or _tag(tags, words, tag):
                    place = spans[role].setdefault(words, len(spans[role]))
                    if role == "source":
                        source_of.setdefault(spans["cue"][cue], place)
                    else:
                        cue_of.setdefault(place, spans["cue"][cue] if cue else -1)
    made: dict[str, Any] = {role: np.array(list(spans[role]), dtype=np.int64).reshape(-1, 2) for role in ROLES}
    count = {role: len(spans[role]) for role in ROLES}
    made["source.target"] = np.array([source_of.get(at, -1) + 1 for at in range(count["cue"])], dtype=np.int64)
    made["content.target"] = np.array([cue_of[at] + 1 for at in range(count["content"])], dtype=np.int64)
    return made


def _tag(tags: np.ndarray, words: Words, role: int) -> bool:
    """Write begin and inside of a role over words without a tag; False where there are none, or one has a tag."""
    start, end = words
    if start >= end or tags[start:end].any():
        return False
    tags[start:end] = 2 * role + 2
    tags[start] = 2 * role + 1
    return True


def finished(page: dict[str, Any]) -> dict[str, Any]:
    """`page` with what follows from it and takes room: features of nodes and pairs, as tensors."""
    made = {name: torch.from_numpy(held) if isinstance(held, np.ndarray) else held for name, held in page.items()}
    for level in ("outer", "inner"):
        cues = page[f"{level}.cue"]
        for role in ("source", "content"):
            near = pairs.pairs(page[f"{level}.{role}"], cues, page["paragraph"], np.sort(cues[:, 0]))
            made[f"{level}.{role}.near"] = torch.from_numpy(near.astype(np.uint8))
    graph = made.pop("graph")
    nodes: features.Nodes = graph["nodes"]
    places = Places(*graph["places"])
    likeness, between = features.alike(graph["words"]), features.between(nodes)
    asked = Pairs.of(nodes, places, likeness, between).asked(graph["statement"], graph["mention"])
    return made | {f"query.{name}": torch.from_numpy(graph[name]) for name in ASKING} | {
        "mention": torch.from_numpy(nodes.mentions),
        "cue": torch.from_numpy(nodes.cues),
        "content": torch.from_numpy(nodes.contents),
        "mention.features": torch.from_numpy(features.of_mentions(nodes, places, likeness, graph["capitals"])),
        "statement.features": torch.from_numpy(features.of_statements(nodes, places)),
        "mention.kind": torch.from_numpy(graph["kind"]),
        "mention.naming": torch.from_numpy(graph["naming"]),
        "statement.stance": torch.from_numpy(graph["stance"]),
        "apart": torch.from_numpy(between),
        "pairs": torch.from_numpy(asked),
    }  # fmt: skip
