"""Where a story that nobody tells came out."""

from __future__ import annotations

import pytest

from provenance.documents.segmentation import segment
from provenance.extraction.rules.tales import traced
from provenance.extraction.rules.untagged import completed
from provenance.model import Article, Attribution, Extractor, Hop, Kind, Reading, Relation

ALLEGED = "The harbour master allegedly sold two cranes to his cousin."
NOBODY = Hop("unspecified", Kind.UNSPECIFIED, Relation.OTHER)


def origin(text: str, hop: Hop = NOBODY) -> Hop:
    """The origin of the first statement of `text`, told by `hop` as it was read."""
    page = segment(text)
    said, *_ = completed(page, [])
    told = Attribution(said.content, (said.cue,), (), said.quotation, (hop,), 0.7)
    return traced(page, Reading(Article("a", text), Extractor("test", "1"), (), (told,))).attributions[0].chain[-1]


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        (" The story first appeared on a little-known fishing site last week.", "little-known fishing site"),
        ("\nThis rumour was originally published by the BBC.", "BBC"),
    ],
)
def test_the_outlet_that_brought_a_story_out_is_its_origin(rest: str, name: str) -> None:
    found = origin(ALLEGED + rest)
    assert found.name == name
    assert found.kind is Kind.OUTLET
    assert (ALLEGED + rest)[slice(*found.mention[0])].endswith(name)
    assert (ALLEGED + rest)[slice(*found.evidence[0])] == rest.strip()


@pytest.mark.parametrize(
    "rest",
    [
        " The story is old.",
        " The story appeared in May.",
        "\nIt rained.\nThe story first appeared on a little-known fishing site.",
        " The cranes first appeared on a little-known fishing site.",
    ],
)
def test_otherwise_nobody_tells_it(rest: str) -> None:
    assert origin(ALLEGED + rest) == NOBODY


def test_who_is_named_stays() -> None:
    named = Hop("Ada Brunt", Kind.PERSON, Relation.SAID)
    assert origin(ALLEGED + " The story first appeared on a little-known fishing site.", named) == named
