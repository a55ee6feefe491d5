"""The reader: one encoder, all heads, and the loss of each."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from provenance.encoder import pairs, tokens
from provenance.encoder.labels import LEVELS, LINK, LINKS, TAGS, WIDTH
from training.arcs import Nodes, Pointers
from training.encoder import pretrained

HIDDEN = 256
SCALE = LINK**-0.5


class Reader(nn.Module):
    """For each word piece: scores of tags on each level, vectors that score links, and a state.

    `encoder` takes pieces, features and what is visible, and gives states of `width`.
    """

    def __init__(self, encoder: nn.Module | None = None, width: int = WIDTH, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder or pretrained(tokens.FEATURES, dropout)
        self.dropout = nn.Dropout(dropout)
        self.scores = nn.Linear(width, LEVELS * TAGS)
        self.hidden = nn.Linear(width, HIDDEN)
        self.links = nn.Linear(HIDDEN, len(LINKS) * LINK + 2)
        self.embedding = nn.Linear(width, WIDTH)
        if width == WIDTH:
            nn.init.eye_(self.embedding.weight)
            nn.init.zeros_(self.embedding.bias)
        self.transitions = nn.Parameter(torch.zeros(LEVELS, TAGS, TAGS))
        self.near = nn.ParameterList(nn.Parameter(torch.zeros(2, size)) for size in pairs.FEATURES)
        self.nodes, self.pointers = Nodes(width), Pointers()

    def forward(self, ids: Tensor, features: Tensor, visible: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Each of OUTPUTS, in order."""
        return self.heads(self.encoder(ids, features, visible))

    def heads(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Each of OUTPUTS, in order, of the states of an encoder."""
        dropped = self.dropout(states)
        return self.scores(dropped), self.links(gelu(self.hidden(dropped))), states


def parts(links: Tensor) -> dict[str, Tensor]:
    """The link vectors of each word by name, and the two scores for "none"."""
    made = {name: links[..., i * LINK : (i + 1) * LINK] for i, name in enumerate(LINKS)}
    return made | {"no source": links[..., -2], "no cue": links[..., -1]}
