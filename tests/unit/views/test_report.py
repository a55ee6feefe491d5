"""The report: the verdict first, after the tree what weakens the claim and what to fetch, and nothing idle."""

from __future__ import annotations

from io import StringIO

from corpus import CLAIM, STORY
from invented import quoted, statements
from rich.console import Console

from provenance.iris import attribution_iri_of
from provenance.linking.matching.reports import resolve
from provenance.model import Kind, Reading, Resolution
from provenance.trace import Trace, trace
from provenance.views import html, report, text
from provenance.views.prose.verdict import sentence

WIRE = ("Kestrel Wire", Kind.WIRE)
OFFICIALS = ("two officials", Kind.ANONYMOUS)
ANN = ("Ann Low", Kind.PERSON)


def traced(*readings: Reading) -> Trace:
    told = statements(readings)
    return trace("rain is due", told, resolve(told))


def shown(found: Trace, width: int = 200) -> str:
    stream = StringIO()
    Console(file=stream, width=width).print(report(found))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def test_the_verdict_comes_first_and_what_applies_comes_last() -> None:
    found = shown(traced(*(quoted(key, f"The {key}", WIRE) for key in ("Sun", "Post"))))
    assert found.startswith(
        "One report: the trail ends at Kestrel Wire, whose report the store does not hold, since 3 February 2031; "
        "2 articles carry it, and none adds a source.\n"
        "Earliest: 2031-02-03, The Post (Post: published then)\n\nrain is due\n2 articles"
    )
    assert found.endswith(
        """
What weakens it
└── The trail ends at Kestrel Wire, not retrieved

What to fetch next
└── Kestrel Wire, on or before 2031-02-03: rain due
    2 articles rest on it: Post, Sun"""
    )


def test_nothing_is_said_of_what_does_not_apply() -> None:
    found = shown(traced(quoted("a", "Post", ANN), quoted("b", "Mail", ("Bo Reed", Kind.PERSON))))
    assert "What weakens it" not in found
    assert "What to fetch next" not in found


def test_drift_shows_both_wordings() -> None:
    wire = quoted("w", "Kestrel Wire", OFFICIALS, content="The mill may close")
    found = shown(traced(wire, quoted("p", "Post", WIRE, content="The mill will close")))
    assert "├── A hedge lost: “may” in w, “will close” in p, " in found
    assert "│   w: “The mill may close” [0–18]\n│   p: “The mill will close” [0–19]\n" in found
    assert "An attribution dropped: w names two officials, p only Kestrel Wire, " in found
    assert "├── All 2 articles pass through Kestrel Wire, by its article w\n├── Only unnamed sources" in found


def test_a_source_upgraded() -> None:
    found = shown(traced(quoted("w", *WIRE[:1], OFFICIALS), quoted("p", "Post", WIRE, ("Ostra", Kind.ORGANIZATION))))
    assert "A source upgraded: “two officials” in w, “Ostra” in p, " in found


def test_circles_and_impossible_orders() -> None:
    found = shown(traced(quoted("a", "Alpha", ("Beta", Kind.OUTLET)), quoted("b", "Beta", ("Alpha", Kind.OUTLET))))
    assert found.startswith(
        "No origin: each article took it from another, in a circle, since 3 February 2031; 2 articles carry it.\n"
    )
    assert "Alpha and Beta cite each other in a circle\n│   a: “Beta” [13–17]\n│   b: “Alpha” [13–18]\n" in found
    assert "An impossible order: a (2031-02-03) cites Beta of 2031-02-03: “Beta”" in found


def test_an_unsure_link() -> None:
    told = statements((quoted("w", "Kestrel Wire", ANN), quoted("p", "Post", WIRE)))
    unsure = Resolution(attribution_iri_of(told[1]), 0, attribution_iri_of(told[0]), "few words shared", 0.4)
    assert "An unsure link: Kestrel Wire → Kestrel Wire, 40%: few words shared" in shown(trace("rain", told, (unsure,)))


def test_long_lists_are_cut_short() -> None:
    papers = [quoted(f"k{n}", f"Paper {n}", (f"Wire {n}", Kind.WIRE), OFFICIALS) for n in range(30)]
    found = shown(traced(*papers))
    assert "… and 20 more" in found
    assert found.count(" rests on it: ") == 10


def test_text_and_html_are_the_report() -> None:
    found = traced(*STORY)
    assert text(found).startswith(sentence(found.judged)[:60])
    assert "What weakens it" in html(found)
    assert CLAIM.split()[1] in html(found)
    assert all(len(line.rstrip()) <= 60 for line in shown(found, 60).splitlines())


def test_hostile_words_stay_words() -> None:
    evil = "Ann\n[bold]\x1b[2J</pre><script>"
    found = shown(traced(quoted("a", "Post", (evil, Kind.WIRE)), quoted("b", "Mail", (evil, Kind.WIRE))))
    assert "\x1b" not in found
    assert "[bold]" in found
    assert "<script>" not in html(traced(quoted("a", "Post", (evil, Kind.WIRE))))
