"""The loss of each head on a batch of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor
from torch.nn.functional import cosine_similarity, cross_entropy

from provenance.encoder.labels import LEVELS, TAGS
from provenance.extraction.parser.heads import ASKED
from provenance.extraction.parser.pairs import LINKED
from training.model import SCALE, Reader, parts

if TYPE_CHECKING:
    from training.arcs import Described

NEVER = -1e4
HIDE = 0.5
"""How often the tagger's own link is hidden from the pointers: in training it is always the right one."""


def losses(reader: Reader, batch: dict[str, Any], words: tuple[Tensor, Tensor, Tensor]) -> dict[str, Tensor]:
    """By head; `words` are scores, links and states of the words of each article, padded."""
    scores, links, states = words
    return tag_losses(reader, batch, scores) | link_losses(reader, batch, links) | {
        "embedding": embedding_loss(reader, batch, states)} | arc_losses(reader, batch, states)  # fmt: skip


def crf_loss(scores: Tensor, transitions: Tensor, tags: Tensor, seen: Tensor) -> Tensor:
    """Negative log-likelihood of each row of a linear chain (Lafferty et al. 2001), the first tag free.

    The steps are multiplied in pairs, which takes as many rounds as the logarithm of the words.

    `scores` [rows, words, tags], `transitions` [rows, from, to], `tags` and `seen` [rows, words], all rows seen from 0.
    """
    gold = scores.gather(2, tags[..., None])[..., 0]
    steps = transitions.flatten(1).gather(1, tags[:, :-1] * TAGS + tags[:, 1:])
    path = (gold * seen).sum(1) + (steps * seen[:, 1:]).sum(1)
    kept = torch.where(torch.eye(TAGS, device=scores.device) > 0, 0.0, NEVER)
    onward = torch.where(seen[:, 1:, None, None], transitions[:, None] + scores[:, 1:, None], kept)
    while onward.shape[1] > 1:
        if onward.shape[1] % 2:
            onward = torch.cat([onward, kept.expand(len(onward), 1, TAGS, TAGS)], 1)
        onward = (onward[:, ::2, :, :, None] + onward[:, 1::2, None]).logsumexp(3)
    total = (scores[:, 0, :, None] + onward.logsumexp(1) if onward.shape[1] else scores[:, 0, :, None]).logsumexp(1)
    return total.logsumexp(1) - path


def tag_losses(reader: Reader, batch: dict[str, Any], scores: Tensor) -> dict[str, Tensor]:
    """Of each level, per word of the windows that are annotated on it."""
    rows = scores.flatten(0, 1)[batch["window"]]  # [windows, words, LEVELS * TAGS]
    seen, count = batch["window.seen"], len(batch["window"])
    rows = rows.view(count, -1, LEVELS, TAGS).transpose(0, 2).transpose(1, 2).flatten(0, 1)
    tags = batch["tags"].long().flatten(0, 1)[batch["window"]].permute(2, 0, 1).flatten(0, 1)
    steps = reader.transitions.repeat_interleave(count, 0)
    made = crf_loss(rows, steps, tags, seen.repeat(LEVELS, 1)).view(LEVELS, count)
    known = batch["levels"][batch["window.page"]].T
    size = seen.sum(1)
    return {
        name: (made[level] * known[level]).sum() / (size * known[level]).sum().clamp(min=1)
        for level, name in enumerate(("outer", "inner", "third"))
    }


def link_losses(reader: Reader, batch: dict[str, Any], links: Tensor) -> dict[str, Tensor]:
    """Of each cue's source and each content's cue, on the two levels of attributions."""
    words = parts(links)
    made: dict[str, list[Tensor]] = {"source": [], "content": []}
    for level in ("outer", "inner"):
        cues = batch[f"{level}.cue"]
        if not cues.shape[1]:
            continue
        for number, role in enumerate(("source", "content")):
            spans, target = batch[f"{level}.{role}"], batch[f"{level}.{role}.target"]
            key = picked(words[f"{role}.start"], spans[..., 0]) + picked(words[f"{role}.end"], spans[..., 1] - 1)
            score = key @ picked(words[f"{role}.cue"], cues[..., 0]).transpose(1, 2) * SCALE
            near = batch[f"{level}.{role}.near"].long()
            score = score + sum(table[number][near[..., i]] for i, table in enumerate(reader.near))
            if role == "source":
                score = score.masked_fill(~batch[f"{level}.source.seen"][..., None], NEVER).transpose(1, 2)
                none = words["no source"].gather(1, cues[..., 0])
            else:
                score = score.masked_fill(~batch[f"{level}.cue.seen"][:, None], NEVER)
                none = words["no cue"].gather(1, spans[..., 0])
            score = torch.cat([none[..., None], score], -1)
            lost = cross_entropy(score.flatten(0, 1), target.flatten(), ignore_index=-1, reduction="none")
            made[role].append(lost[target.flatten() >= 0])
    return {role: torch.cat(values).mean() for role, values in made.items() if values and torch.cat(values).numel()}


def embedding_loss(reader: Reader, batch: dict[str, Any], states: Tensor) -> Tensor:
    """How far the means of contents lie from what the frozen encoder makes of them."""
    spans, taught = batch["taught.spans"], batch["taught"].float()
    if not spans.shape[1]:
        return states.new_zeros(())
    mean = spread(states, spans)[..., 2 * states.shape[-1] :]
    made = 1 - cosine_similarity(reader.embedding(mean), taught, dim=-1)
    return (made * batch["taught.seen"]).sum() / batch["taught.seen"].sum().clamp(min=1)


def arc_losses(reader: Reader, batch: dict[str, Any], states: Tensor) -> dict[str, Tensor]:
    """Of what nodes are, and of each kind of arc: the marginal likelihood of all right answers (Lee et al. 2017)."""
    if not batch["query.asked"].shape[1]:
        return {}
    described = nodes_of(reader, batch, states)
    pairs = batch["pairs"].int()
    if reader.training:
        hidden = torch.rand(pairs.shape[:2], device=pairs.device) < HIDE
        pairs[..., LINKED] = pairs[..., LINKED] * ~hidden[..., None]
    scores, relation = pointed(reader, batch, described.nodes, pairs)
    right, asked = batch["query.right"], batch["query.asked"]
    able = torch.cat([batch["mention.seen"], torch.ones_like(batch["mention.seen"][:, :1])], 1)[:, None]
    able = able & batch["query.able"]
    scores = scores.masked_fill(~able, NEVER)
    each = scores.logsumexp(-1) - scores.masked_fill(~right, NEVER).logsumexp(-1)
    made = {}
    for number, kind in enumerate(ASKED):
        mine = (asked == number) & batch["query.seen"]
        if mine.any():
            made[kind.name.lower()] = each[mine].mean()
    for name, score, gold in (
        ("kind", described.kind, batch["mention.kind"]),
        ("naming", described.naming, batch["mention.naming"]),
        ("stance", described.stance, batch["statement.stance"]),
        ("relation", relation, batch["query.relation"]),
    ):
        if (gold >= 0).any():
            made[name] = cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=-1)
    return made


def nodes_of(reader: Reader, batch: dict[str, Any], states: Tensor) -> Described:
    """The nodes of a batch, described."""
    mentions = spread(states, batch["mention"])
    statements = torch.cat([spread(states, batch["cue"]), spread(states, batch["content"])], -1)
    return reader.nodes(
        mentions, statements, batch["mention.features"].int(), batch["statement.features"].int(),
        batch["apart"].int(), torch.cat([batch["mention.seen"], batch["statement.seen"]], 1),
    )  # fmt: skip


def pointed(reader: Reader, batch: dict[str, Any], nodes: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor]:
    """The scores of each query's answers, none last, and of its relations."""
    count = batch["mention"].shape[1]
    asked, statement, mention = batch["query.asked"], batch["query.statement"], batch["query.mention"]
    by = picked(nodes[:, count:], statement.clamp(min=0)) * (statement >= 0)[..., None]
    of = picked(nodes[:, :count], mention.clamp(min=0)) * (mention >= 0)[..., None]
    return reader.pointers(nodes[:, :count], by, of, asked, pairs)


def picked(values: Tensor, at: Tensor) -> Tensor:
    """Rows `at` [batch, picked] of `values` [batch, words, width]; the first where there is none."""
    return values.gather(1, at.clamp(min=0)[..., None].expand(-1, -1, values.shape[-1]))


def spread(states: Tensor, spans: Tensor) -> Tensor:
    """For each span of words its first state, its last, and the mean of all."""
    sums = torch.cat([torch.zeros_like(states[:, :1]), states.cumsum(1)], 1)
    size = (spans[..., 1:] - spans[..., :1]).clamp(min=1)
    mean = (picked(sums, spans[..., 1]) - picked(sums, spans[..., 0])) / size
    return torch.cat([picked(states, spans[..., 0]), picked(states, spans[..., 1] - 1), mean], -1)
