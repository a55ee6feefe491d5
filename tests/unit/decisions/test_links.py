"""People's judgement on links, on resolved reports and on which statements make one claim."""

from __future__ import annotations

from dataclasses import replace

from corpus import STORY, statements
from decided import NOON, agent, decision, iri, linked, on, target

from provenance.decisions import Action, Decision, Subject, Target, Undone
from provenance.decisions.overlay import concluded, judged, resolved, touching
from provenance.iris import agent_iri, cited_iri, link_iri
from provenance.linking.matching.reports import resolve
from provenance.model import Judgement, Kind, Link, LinkKind, Resolution

NORTHGATE, SLUICE, OSTRA = (target(key) for key in ("northgate", "sluice", "ostra"))
POST, DAILY = agent("Northgate Post", Kind.OUTLET), agent("Daily Post", Kind.OUTLET)


def link(left: Target, right: Target, kind: LinkKind = LinkKind.SAME_CLAIM) -> Link:
    return Link(kind, left.iri, right.iri, Judgement.UNDECIDED, "words", 0.5, 0.6, "half of the words")


def test_a_person_outranks_the_program() -> None:
    asked = [link(NORTHGATE, SLUICE), link(NORTHGATE, OSTRA)]
    decided = linked(LinkKind.SAME_CLAIM, Action.CONFIRM, SLUICE, NORTHGATE, note="word for word")
    first, second = judged(asked, concluded([decided]))
    assert (first.judgement, first.method, first.score, first.confidence) == (Judgement.SAME, "reviewed", 1, 1)
    assert first.evidence == "confirmed by Ada on 2031-03-01: word for word"
    assert link_iri(first) == link_iri(asked[0])
    assert second == asked[1]
    assert list(judged(asked, concluded([]))) == asked


def test_the_last_word_on_a_link_stands_unless_undone() -> None:
    confirmed = linked(LinkKind.SAME_CLAIM, Action.CONFIRM, NORTHGATE, SLUICE)
    rejected = linked(LinkKind.SAME_CLAIM, Action.REJECT, NORTHGATE, SLUICE, hour=1)
    [one] = judged([link(NORTHGATE, SLUICE)], concluded([rejected, confirmed]))
    assert (one.judgement, one.evidence) == (Judgement.DIFFERENT, "rejected by Ada on 2031-03-01")
    undone = replace(rejected, undone=Undone("Ada", NOON))
    [one] = judged([link(NORTHGATE, SLUICE)], concluded([undone, confirmed]))
    assert one.judgement is Judgement.SAME


def test_merged_and_split_agents_and_claims_judge_their_links() -> None:
    same = decision(Action.MERGE, Subject.AGENT, POST, DAILY)
    apart = decision(Action.SPLIT, Subject.CLAIM, NORTHGATE, SLUICE, OSTRA)
    [agents_] = judged([link(DAILY, POST, LinkKind.SAME_AGENT)], concluded([same, apart]))
    assert (agents_.judgement, agents_.evidence) == (Judgement.SAME, "merged by Ada on 2031-03-01")
    links = judged([link(SLUICE, NORTHGATE), link(SLUICE, OSTRA)], concluded([same, apart]))
    assert [one.judgement for one in links] == [Judgement.DIFFERENT, Judgement.UNDECIDED]
    assert {one.judgement for one in concluded([same, apart]).values()} == {Judgement.SAME, Judgement.DIFFERENT}


def test_a_rejected_resolution_is_dropped_and_a_confirmed_one_is_sure() -> None:
    told = statements(STORY)
    found = resolve(told)
    names = [iri(one.article.key) for one in STORY]
    first = found[0]
    cited = replace(target_of(first.citing), iri=cited_iri(first.citing, first.position))
    rejected = linked(LinkKind.REPORT, Action.REJECT, cited, target_of(first.cited))
    assert resolved(found, concluded([rejected]), names) == found[1:]
    confirmed = linked(LinkKind.REPORT, Action.CONFIRM, cited, target_of(first.cited), note="the same story")
    sure = Resolution(first.citing, first.position, first.cited, "confirmed by Ada on 2031-03-01: the same story", 1.0)
    assert resolved(found, concluded([confirmed]), names) == (sure, *found[1:])
    assert resolved(found[1:], concluded([confirmed]), names) == (sure, *found[1:])
    assert resolved(found[1:], concluded([confirmed]), names[:0]) == found[1:]


def test_a_confirmed_resolution_takes_the_place_of_another() -> None:
    [first, *others] = resolve(statements(STORY))
    cited = replace(target_of(first.citing), iri=cited_iri(first.citing, first.position))
    elsewhere = linked(LinkKind.REPORT, Action.CONFIRM, cited, OSTRA)
    found = resolved([first, *others], concluded([elsewhere]), [first.citing, OSTRA.iri])
    assert [one.cited for one in found if (one.citing, one.position) == (first.citing, first.position)] == [OSTRA.iri]


def target_of(name: str) -> Target:
    return next(target(one.article.key) for one in STORY if iri(one.article.key) == name)


def test_a_trace_shows_what_touches_it() -> None:
    cited = replace(NORTHGATE, iri=cited_iri(NORTHGATE.iri, 0))
    decisions: list[Decision] = [
        on("northgate", Action.CONFIRM),
        linked(LinkKind.REPORT, Action.REJECT, cited, target("kestrel"), hour=1),
        decision(Action.MERGE, Subject.CLAIM, OSTRA, NORTHGATE, hour=2),
        on("ostra", Action.CONFIRM, hour=3),
        replace(on("northgate", Action.REJECT, hour=4), undone=Undone("Ada", NOON)),
    ]
    assert touching(reversed(decisions), [NORTHGATE.iri]) == tuple(decisions[:3])
    assert touching(decisions, ["urn:x:other"]) == ()


def test_an_agent_is_touched_under_the_name_that_was_chosen() -> None:
    merged = decision(Action.MERGE, Subject.AGENT, POST, DAILY)
    for name in ("Northgate Post", "Daily Post"):
        assert touching([merged], [agent_iri(name, Kind.OUTLET)]) == (merged,)
