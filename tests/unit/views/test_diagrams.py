"""Mermaid and DOT: the whole way is drawn, and no article can break out of its label."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from corpus import CLAIM, STORY, reading, said, statements
from lxml import etree

from provenance.linking.matching.reports import resolve
from provenance.model import Hop, Kind, Publisher, Reading, Relation
from provenance.trace import Trace, trace
from provenance.views import PRINTS, VIEWS, dot, mermaid

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


def by_graphviz(trace: Trace) -> bytes:
    return subprocess.run(["dot", "-Tsvg"], input=dot(trace).encode(), capture_output=True, check=True).stdout


def drawn(trace: Trace) -> dict[str, str]:
    """The texts of Graphviz's nodes and edges, by title ("n0", "n0->n1")."""
    root = etree.fromstring(by_graphviz(trace))
    spaces = {"s": "http://www.w3.org/2000/svg"}
    return {
        group.findtext("s:title", namespaces=spaces): " ".join(
            text.text or "" for text in group.iterfind(".//s:text", spaces)
        )
        for group in root.iterfind(".//s:g", spaces)
        if group.get("class") in {"node", "edge"}
    }


@needs_graphviz
def test_graphviz_takes_it_and_draws_the_whole_story_with_each_article_once() -> None:
    shown = drawn(story())
    boxes = sorted(text for title, text in shown.items() if "->" not in title)
    assert len(boxes) == 16
    assert sum(text.startswith("Kestrel Wire") for text in boxes) == 1
    assert "reports, 90%, matched" in shown.values()
    assert "denies, 95%" in shown.values()
    assert any(text.startswith("Civic Ledger ORIGIN 2031-02-06 the outlet's own reporting") for text in boxes)


@needs_graphviz
def test_graphviz_draws_hostile_words_as_words() -> None:
    shown = drawn(hostile())
    assert len(shown) == 5
    assert any('<script>alert(1)</script> &lt; #quot; `code` \\" \\N {a|b} %%' in text for text in shown.values())
    root = etree.fromstring(by_graphviz(hostile()))
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
    label = r'"(?:[\w\s.,:…’‘“”–—%+\'/→-]|#\d+;|</?b>|<br/>)*"'
    node = rf"  n\d+(?:\({label}\)|\[/{label}/\]|\(\[{label}\]\)|\{{\{{{label}\}}\}}|\[\[{label}\]\]):::\w+"
    edge = rf"  n\d+ (?:-->|--x)\|{label}\| n\d+"
    style = r"  classDef \w+ [\w:#,\- ]+"
    assert [line for line in statements if not re.fullmatch(rf"{node}|{edge}|{style}", line)] == []
    assert sum("classDef" not in line for line in statements) == 5


def test_mermaid_draws_what_is_not_here_dashed() -> None:
    drawing = mermaid(trace(CLAIM, statements(STORY[3:4])))
    assert '("<b>Northgate Post</b><br/>cited, not retrieved"):::report' in drawing
    assert re.search(r"classDef report .*stroke-dasharray", drawing)


def test_dot_is_one_graph_a_line_for_each_node_and_edge() -> None:
    lines = dot(hostile()).splitlines()
    assert (lines[0], lines[-1]) == ("digraph trace {", "}")
    assert sum(re.match(r"  n\d+ \[", line) is not None for line in lines) == 3
    assert sum(re.match(r"  n\d+ -> n\d+ \[", line) is not None for line in lines) == 2
    assert len(lines) == 10


def test_every_view_draws_a_trace_of_nothing() -> None:
    empty = trace("", ())
    for view in (VIEWS | PRINTS).values():
        assert view(empty)


def test_every_kind_of_source_has_a_shape() -> None:
    [attribution] = STORY[1].attributions
    for kind in Kind:
        last = Hop("Someone", kind, Relation.SAID)
        told = replace(STORY[1], attributions=(replace(attribution, chain=(*attribution.chain[:1], last)),))
        found = trace(CLAIM, statements((told,)))
        assert dot(found).count("shape=") == 3
        assert mermaid(found).count(":::") == 3
