"""The reader: one encoder, all heads, and the loss of each."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, gelu

from provenance.encoder import pairs, tokens
from provenance.encoder.labels import ENTITIES, LINK, LINKS, TAGS
from training.encoder import WIDTH, pretrained

HIDDEN, ARC = 256, 128
SCALE = LINK**-0.5


class Reader(nn.Module):
    """For each word piece: scores of outer tags, inner tags and entities; vectors that score links; an embedding."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = pretrained(tokens.FEATURES, dropout)
        self.dropout = nn.Dropout(dropout)
        self.scores = nn.Linear(WIDTH, 2 * TAGS + ENTITIES)
        self.hidden = nn.Linear(WIDTH, HIDDEN)
        self.links = nn.Linear(HIDDEN, len(LINKS) * LINK + 2)
        self.embedding = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.embedding.weight)
        nn.init.zeros_(self.embedding.bias)
        self.transitions = nn.Parameter(torch.zeros(2, TAGS, TAGS))
        self.near = nn.ParameterList(nn.Parameter(torch.zeros(2, size)) for size in pairs.FEATURES)
        self.far = nn.Parameter(torch.zeros(len(pairs.FAR) + 1))
        self.dependent, self.head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)

    def forward(self, ids: Tensor, features: Tensor, visible: Tensor) -> tuple[Tensor, ...]:
        """What `heads` gives, and the states."""
        states = self.encoder(ids, features, visible)
        return *self.heads(states), states

    def heads(self, states: Tensor) -> tuple[Tensor, ...]:
        """Each of OUTPUTS, in order."""
        dropped = self.dropout(states)
        return self.scores(dropped), self.links(gelu(self.hidden(dropped))), self.embedding(states)


def crf_loss(scores: Tensor, transitions: Tensor, tags: Tensor, seen: Tensor) -> Tensor:
    """Negative log-likelihood per word of a linear chain (Lafferty et al. 2001), the first tag free.

    `scores` [rows, words, tags], `transitions` [rows, from, to], `tags` and `seen` [rows, words], all rows seen from 0.
    """
    gold = scores.gather(2, tags[..., None])[..., 0]
    steps = transitions.flatten(1).gather(1, tags[:, :-1] * TAGS + tags[:, 1:])
    path = (gold * seen).sum(1) + (steps * seen[:, 1:]).sum(1)
    total = scores[:, 0]
    for at in range(1, scores.shape[1]):
        onward = (total[:, :, None] + transitions).logsumexp(1) + scores[:, at]
        total = torch.where(seen[:, at, None], onward, total)
    return (total.logsumexp(1) - path).sum() / seen.sum()


def parts(links: Tensor) -> dict[str, Tensor]:
    """The link vectors of each word by name, and the two scores for "none"."""
    made = {name: links[..., i * LINK : (i + 1) * LINK] for i, name in enumerate(LINKS)}
    return made | {"no source": links[..., -2], "no antecedent": links[..., -1]}


def link_losses(reader: Reader, words: dict[str, Tensor], page: dict[str, Tensor]) -> dict[str, list[Tensor]]:
    """One loss for each cue's source and each content's cue of one window, and for each mention's antecedent."""
    made: dict[str, list[Tensor]] = {"source": [], "content": [], "mention": []}
    for level in ("outer", "inner"):
        cues = page[f"{level}.cue"]
        if not len(cues):
            continue
        for number, role in enumerate(("source", "content")):
            spans, of = page[f"{level}.{role}"], page[f"{level}.{role}.of"]
            if not len(spans) and role == "content":
                continue
            key = words[f"{role}.start"][spans[:, 0]] + words[f"{role}.end"][spans[:, 1] - 1]
            score = key @ words[f"{role}.cue"][cues[:, 0]].T * SCALE
            starts = cues[:, 0].numpy()
            near = pairs.pairs(spans.numpy(), cues.numpy(), page["paragraph"].numpy(), starts)
            near = torch.from_numpy(near).to(score.device)
            score = score + sum(table[number][near[..., i]] for i, table in enumerate(reader.near))
            if role == "source":
                score = torch.cat([score, words["no source"][cues[:, 0]][None]])
                target = page[f"{level}.source.target"].to(score.device)
                made["source"].append(cross_entropy(score.T, target, ignore_index=-1, reduction="none"))
            elif len(of):
                made["content"].append(cross_entropy(score[of[:, 1]], of[:, 0].to(score.device), reduction="none"))
    mentions = page["mentions"]
    if len(mentions) > 1:
        made["mention"].append(_antecedents(reader, words, mentions))
    return made


def _antecedents(reader: Reader, words: dict[str, Tensor], mentions: Tensor) -> Tensor:
    """Marginal log-likelihood of the right antecedents (Lee et al. 2017), for mentions that have one in the window."""
    start, end, cluster = mentions[:, 0], mentions[:, 1] - 1, mentions[:, 2]
    one = words["mention.start"][start] + words["mention.end"][end]
    other = words["antecedent.start"][start] + words["antecedent.end"][end]
    gap = torch.searchsorted(torch.from_numpy(pairs.FAR), (start[:, None] - start[None, :]).clamp(min=0), right=True)
    score = one @ other.T * SCALE + reader.far[gap.to(one.device)]
    earlier = (start[None, :] < start[:, None]).to(one.device)
    cluster = cluster.to(one.device)
    score = score.masked_fill(~earlier, -1e4)
    score = torch.cat([score, words["no antecedent"][start][:, None]], dim=1)
    coreferent = (cluster[None] == cluster[:, None]) & earlier
    right = torch.cat([coreferent, torch.zeros_like(earlier[:, :1])], 1)
    right[:, -1] = ~right.any(1)
    return score.logsumexp(1) - score.masked_fill(~right, -1e4).logsumexp(1)


def arc_loss(reader: Reader, states: Tensor, head: Tensor, seen: Tensor) -> Tensor:
    """Which word governs each word (Dozat & Manning 2017, without labels); `head` is -1 where unknown."""
    score = reader.dependent(states) @ reader.head(states).transpose(1, 2) * ARC**-0.5
    score = score.masked_fill(~seen[:, None, :], -1e4)
    return cross_entropy(score.flatten(0, 1), head.flatten(), ignore_index=-1)
