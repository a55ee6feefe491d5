"""The tree says all without colour, at eighty columns, whatever an article says."""

from dataclasses import replace
from io import StringIO

from corpus import CLAIM, STORY, hop, reading, said, statements
from lxml import html as lxml_html
from rich.console import Console

from provenance.linking.matching.reports import resolve
from provenance.model import Assertion, Derivation, Kind, Relation
from provenance.trace import Trace, trace
from provenance.views import html, text, tree


def printed(trace: Trace, width: int = 80) -> str:
    stream = StringIO()
    Console(file=stream, width=width).print(tree(trace))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def story() -> Trace:
    told = statements(STORY)
    return trace(CLAIM, told, resolve(told))


def test_an_article_down_to_its_unnamed_source() -> None:
    assert (
        printed(trace(CLAIM, statements(STORY[3:4])))
        == """\
the Tarsk dam will be drained before spring
1 article · 1 chain · 1 origin
└── MirrorHub, 2031-02-04, “Tarsk dam will be drained” (mirrorhub)
    “The Tarsk dam will be drained before spring” [0–43], 90%
    └── republished from Northgate Post, 95%, cited, not retrieved
        “Read the full story at Northgate Post” [101–138]
        └── reported by Kestrel Wire, 98%, cited, not retrieved
            “Kestrel Wire reported on Monday” [45–76]
            └── said by two officials, 90%
                “citing two officials” [78–98]
                ORIGIN: anonymous, no reason given · chain 90%"""
    )


def test_the_whole_story() -> None:
    shown = printed(story())
    assert shown.startswith(f"{CLAIM}\n10 articles · 10 chains · 5 origins · 1 denial or refusal to confirm\n")
    assert "ORIGIN: anonymous, “the plan is not public” · chain 90%" in shown
    assert "told by Ilse Maren (the dam's chief engineer), 99%" in shown
    assert "which is Kestrel Wire, 2031-02-03, “Tarsk dam to be drained," in shown
    assert "DENIED: organisation" in shown
    assert "from no one named (“reportedly”), 80%" in shown
    assert "written in a budget filing, 90%, cited, not retrieved" in shown
    assert "ORIGIN: the outlet's own reporting" in shown
    assert "Mill Road Record, undated (record)" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "\x1b" not in shown


def test_what_a_retrieved_report_rests_on_is_told_once() -> None:
    shown = printed(story(), 200)
    assert shown.count("said by two water ministry officials") == 1
    assert shown.count("shown above, down to two water ministry officials: ORIGIN: anonymous") == 4


def test_more_chains_than_the_limit() -> None:
    told = statements(STORY)
    shown = printed(trace(CLAIM, told, resolve(told), 2))
    assert "\n2 of 10 articles · 2 chains and more" in shown
    assert shown.endswith("└── … and more chains, beyond the limit")


def test_where_the_trail_ends_and_where_it_turns() -> None:
    assert "THE TRAIL ENDS HERE · chain 90%" in printed(trace(CLAIM, statements(STORY[2:3])))
    texts = {"Alpha": "Rain is due, Beta said.", "Beta": "Rain is due, Alpha said."}
    circle = tuple(
        reading(
            name.lower(),
            name,
            "2031",
            words,
            attributions=(
                said(
                    words,
                    "Rain is due",
                    "said",
                    (hop(words, words.split()[3], Kind.OUTLET, Relation.REPORTED, words[13:-1]),),
                ),
            ),
        )
        for name, words in texts.items()
    )
    told = statements(circle)
    assert "THE TRAIL RUNS IN A CIRCLE" in printed(trace("rain", told, resolve(told)))


def test_several_statements_of_one_article_share_its_line() -> None:
    words = "Rain is due, said Ann. Snow is due, said Ann."
    ann = hop(words, "Ann", Kind.PERSON, Relation.SAID, "said Ann")
    both = tuple(said(words, part, "said", (ann,)) for part in ("Rain is due", "Snow is due"))
    assert (
        printed(trace("due", statements((reading("x", "Post", "2031", words, attributions=both),))))
        == """\
due
1 article · 2 chains · 1 origin
└── Post, 2031 (x)
    ├── “Rain is due” [0–11], 90%
    │   └── said by Ann, 100%
    │       “said Ann” [13–21]
    │       ORIGIN: named person · chain 90%
    └── “Snow is due” [23–34], 90%
        └── said by Ann, 100%
            “said Ann” [13–21]
            ORIGIN: named person · chain 90%"""
    )


def test_a_statement_within_its_evidence_is_not_printed_again() -> None:
    words = "Snow will fall on the coast, said Ann."
    ann = hop(words, "Ann", Kind.PERSON, Relation.SAID, words)
    one = said(words, "Snow will fall on the coast", "said", (ann,))
    shown = printed(trace("snow", statements((reading("x", "Post", "2031", words, attributions=(one,)),))))
    assert "“[…], said Ann.” [0–38]" in shown
    assert shown.count("Snow will fall") == 1


def test_neither_confirmed_nor_named_nor_in_words() -> None:
    words = "Rain is due; nobody would confirm."
    nobody = hop(words, "", Kind.ORGANIZATION, Relation.SAID, "nobody would confirm")
    one = said(words, "Rain is due", "confirm", (nobody,), assertion=Assertion.DOES_NOT_CONFIRM)
    credit = Derivation("Bay Press", Kind.WIRE, Relation.PUBLISHED, declared_in="canonical link")
    shown = printed(
        trace("r", statements((reading("x", "P", "2031", words, derivations=(credit,), attributions=(one,)),)))
    )
    assert "published by Bay Press, 100%, cited, not retrieved\n        metadata: canonical link\n" in shown
    assert "not confirmed by unnamed, 100%" in shown
    assert "NOT CONFIRMED: organisation" in shown


def test_an_article_cannot_style_or_steer_the_terminal() -> None:
    evil = "[red]x[/red] \x1b[31m\x07 [link=http://a]b[/link]"
    article = replace(STORY[1].article, title=evil)
    found = trace(evil, statements((replace(STORY[1], article=article),)))
    shown = printed(found)
    assert shown.startswith("[red]x[/red] �[31m� [link=http://a]b[/link]\n")
    assert "“[red]x[/red] �[31m� [link=http://a]b[/link]”" in shown.replace("\n│   ", " ").replace("\n    ", " ")
    assert "\x1b" not in text(found)


def test_text_and_html_say_the_same() -> None:
    shown = html(story())
    assert "\n".join(line.rstrip() for line in lxml_html.fromstring(shown).text_content().strip().splitlines()) == (
        "\n".join(line.rstrip() for line in text(story()).strip().splitlines())
    )
    evil = trace("<script>alert(1)</script>", statements(STORY))
    assert "<script" not in html(evil)
