"""Mermaid, DOT and SVG: the whole way is drawn, and no article can break out of its label."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from corpus import CLAIM, STORY, reading, said, statements
from lxml import etree

from provenance.errors import MissingExtraError, ProvenanceError
from provenance.linking.matching.reports import resolve
from provenance.model import Hop, Kind, Publisher, Reading, Relation
from provenance.trace import Trace, trace
from provenance.views import VIEWS, dot, mermaid, svg

HOSTILE = (
    '"]) --> x; end <script>alert(1)</script> &lt; #quot; `code` \\" \\N {a|b} %%\n'
    'subgraph <b>&amp;</b> \x00\x1b \u202e "'
)
needs_graphviz = pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")


def story() -> Trace:
    told = statements(STORY)
    return trace(CLAIM, told, resolve(told))


def hostile() -> Trace:
    [attribution] = STORY[1].attributions
    chain = tuple(replace(hop, name=HOSTILE, role=HOSTILE, reason=HOSTILE) for hop in attribution.chain)
    told = replace(attribution, content=((0, len(HOSTILE)),), chain=chain)
    article = replace(STORY[1].article, text=HOSTILE * 3, publisher=Publisher(f"{HOSTILE} Post"), title=HOSTILE)
    return trace(HOSTILE, statements((Reading(article, STORY[1].extractor, (), (told,)),)))


def drawn(trace: Trace) -> dict[str, str]:
    """The texts of an SVG's nodes and edges, by title ("n0", "n0->n1")."""
    root = etree.fromstring(svg(trace).encode())
    spaces = {"s": "http://www.w3.org/2000/svg"}
    return {
        group.findtext("s:title", namespaces=spaces): " ".join(
            text.text or "" for text in group.iterfind(".//s:text", spaces)
        )
        for group in root.iterfind(".//s:g", spaces)
        if group.get("class") in {"node", "edge"}
    }


@needs_graphviz
def test_a_chain_is_drawn_from_its_article_to_its_origin() -> None:
    assert drawn(trace(CLAIM, statements(STORY[3:4]))) == {
        "n0": "MirrorHub 2031-02-04 “The Tarsk dam will be drained before spring”",
        "n1": "Northgate Post cited, not retrieved",
        "n2": "Kestrel Wire cited, not retrieved",
        "n3": "two officials anonymous",
        "n0->n1": "republished from, 95%",
        "n1->n2": "reported by, 98%",
        "n2->n3": "said by, 90%",
    }


@needs_graphviz
def test_the_whole_story_is_drawn_with_each_article_once() -> None:
    nodes = sorted(text for title, text in drawn(story()).items() if "->" not in title)
    assert len(nodes) == 17
    assert sum(text.startswith("Kestrel Wire") for text in nodes) == 1
    assert "reported by, 98% matched, 90%" in drawn(story()).values()
    assert "denied by, 95%" in drawn(story()).values()
    assert "Civic Ledger the outlet's own reporting" in nodes
    assert "two water ministry officials anonymous “the plan is not public”" in nodes


@needs_graphviz
def test_the_words_of_a_relay_are_its_tooltip() -> None:
    assert 'xlink:title="citing two officials"' in svg(trace(CLAIM, statements(STORY[3:4])))
    assert r'xlink:title="#quot; `code` \&quot; \N {a|b} %% s"' in svg(hostile())


@needs_graphviz
def test_graphviz_draws_hostile_words_as_words() -> None:
    shown = drawn(hostile())
    assert len(shown) == 5
    assert '<script>alert(1)</script> &lt; #quot; `code` \\" \\N {a|b} %%' in shown["n0"]
    root = etree.fromstring(svg(hostile()).encode())
    assert {etree.QName(element).localname for element in root.iter(etree.Element)} <= {
        *("svg", "g", "title", "a", "text", "path", "polygon", "ellipse", "polyline")
    }
    assert not root.xpath("//@*[local-name() = 'href']")


def test_long_words_are_cut_within_their_quotation_marks() -> None:
    text = f"{'rain and ' * 40}snow, said Ann."
    ann = Hop("Ann", Kind.PERSON, Relation.SAID)
    one = said(text, text.partition(",")[0], "said", (ann,))
    drawing = mermaid(trace("rain", statements((reading("x", "Post", "2031", text, attributions=(one,)),))))
    assert re.search("(rain|and)…”", drawing)
    assert max(map(len, re.split("<br/>|\\n", drawing))) < 80


def test_mermaid_labels_hold_no_special_character() -> None:
    lines = mermaid(hostile()).splitlines()
    assert lines[0] == lines[2] == "---"
    assert lines[3] == "flowchart LR"
    statements = lines[4:]
    label = r'"(?:[\w\s.,:…’‘“”–—%+\'/-]|#\d+;|</?b>|<br/>)*"'
    node = rf"  n\d+(?:\({label}\)|\[/{label}/\]|\(\[{label}\]\)|\{{\{{{label}\}}\}}|\[\[{label}\]\]):::\w+"
    edge = rf"  n\d+ (?:-->|-\.-x)\|{label}\| n\d+"
    style = r"  classDef \w+ [\w:#,\- ]+"
    assert [line for line in statements if not re.fullmatch(rf"{node}|{edge}|{style}", line)] == []
    assert sum("classDef" not in line for line in statements) == 5


def test_mermaid_draws_what_is_not_here_dashed() -> None:
    drawing = mermaid(trace(CLAIM, statements(STORY[3:4])))
    assert '  n1("<b>Northgate Post</b><br/>cited, not retrieved"):::report' in drawing
    assert re.search(r"classDef report .*stroke-dasharray", drawing)


def test_dot_is_one_graph_a_line_for_each_node_and_edge() -> None:
    lines = dot(hostile()).splitlines()
    assert (lines[0], lines[-1]) == ("digraph trace {", "}")
    assert sum(re.match(r"  n\d+ \[", line) is not None for line in lines) == 3
    assert sum(re.match(r"  n\d+ -> n\d+ \[", line) is not None for line in lines) == 2
    assert len(lines) == 10


def test_without_graphviz_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(
        MissingExtraError,
        match=r"^an SVG is drawn by Graphviz, whose program 'dot' was not found: install Graphviz "
        r"\(https://graphviz.org/download/\), or view the trace as dot or mermaid text$",
    ):
        svg(story())


def test_graphviz_that_takes_too_long_or_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("dot", 60)

    def broken(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, "dot", stderr="Error: out\nof ink\n")

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(ProvenanceError, match=r"^Graphviz took over 60 seconds to draw 10 chains: lower the limit$"):
        svg(story())
    monkeypatch.setattr(subprocess, "run", broken)
    with pytest.raises(ProvenanceError, match=r"^Graphviz could not draw the trace: Error: out of ink$"):
        svg(story())


def test_every_view_draws_a_trace_of_nothing() -> None:
    empty = trace("", ())
    for name, view in VIEWS.items():
        if name != "svg" or shutil.which("dot"):
            assert view(empty)


def test_every_kind_of_source_has_a_shape() -> None:
    [attribution] = STORY[1].attributions
    for kind in Kind:
        last = Hop("Someone", kind, Relation.SAID)
        told = replace(STORY[1], attributions=(replace(attribution, chain=(*attribution.chain[:1], last)),))
        found = trace(CLAIM, statements((told,)))
        assert dot(found).count("shape=") == 3
        assert mermaid(found).count(":::") == 3
