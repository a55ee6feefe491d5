"""Decisions as RDF and back: `decisions(decision_quads(one)) == [one]` for every decision that is sound.

What was decided is a `prov:Entity`, made by an activity of a `prov:Person`; PROV keeps the two apart. Another activity
invalidates it when it is undone (PROV-O, sections 3.1 and 3.2). Nothing is taken back.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from provenance.decisions import Action, Anchor, Correction, Decision, Field, Subject, Target, Undone, check, iri_of
from provenance.errors import InputError, StoreCorruptError, UsageError
from provenance.iris import activity_iri, part_iri, passage_iri, passage_spans, reviewer_iri, undoing_iri
from provenance.rdf.mapping.facts import Facts
from provenance.rdf.mapping.kinds import CLASSES, kind_of
from provenance.rdf.mapping.links import KINDS
from provenance.rdf.mapping.sheet import Sheet
from provenance.rdf.vocabulary import OA, PROV, PV, RDF, REVIEWED, SCHEMA, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable

ACTIONS = {
    Action.CONFIRM: PV.Confirmation,
    Action.REJECT: PV.Rejection,
    Action.MERGE: PV.Merge,
    Action.SPLIT: PV.Split,
    Action.CORRECT: PV.Correction,
}
SUBJECTS = {
    Subject.STATEMENT: PV.StatementDecision,
    Subject.LINK: PV.LinkDecision,
    Subject.AGENT: PV.AgentDecision,
    Subject.CLAIM: PV.ClaimDecision,
}

_ACTION_OF = {str(term): action for action, term in ACTIONS.items()}
_SUBJECT_OF = {str(term): subject for subject, term in SUBJECTS.items()}
_LINK_OF = {str(term): kind for kind, term in KINDS.items()}


def decision_quads(decision: Decision) -> list[Quad]:
    """Raises UsageError where `decision` makes no sense, InputError where RDF cannot carry it."""
    check(decision)
    sheet = Sheet()
    iri = decision.id or iri_of(decision)
    try:
        _write(sheet, iri, decision)
        if decision.undone:
            _write_undone(sheet, iri, decision.undone)
    except ValueError as error:
        raise InputError(f"decision {iri}: {error}") from None
    return _quads(sheet)


def undoing_quads(iri: str, undone: Undone) -> list[Quad]:
    """What is added to undo the decision `iri`. Raises InputError where RDF cannot carry it."""
    sheet = Sheet()
    try:
        _write_undone(sheet, iri, undone)
    except ValueError as error:
        raise InputError(f"decision {iri}: {error}") from None
    return _quads(sheet)


def decisions(quads: Iterable[Quad]) -> list[Decision]:
    """Those that `quads` hold, the earliest first. Raises StoreCorruptError where one is not whole."""
    facts = Facts(dict.fromkeys(quads))
    try:
        found = [_decision(facts, iri) for iri in set(facts.subjects(PROV.wasGeneratedBy))]
    except (LookupError, ValueError, UsageError) as error:
        raise StoreCorruptError(f"the graph {REVIEWED} holds part of a decision: {error}") from None
    return sorted(found, key=lambda one: (one.at, one.id))


def _quads(sheet: Sheet) -> list[Quad]:
    graph = NamedNode(REVIEWED)
    return [Quad(subject, predicate, term, graph) for subject, predicate, term in dict.fromkeys(sheet.triples)]


def _write(sheet: Sheet, iri: str, decision: Decision) -> None:
    sheet.link(iri, RDF.type, PV.Decision, PROV.Entity, ACTIONS[decision.action], SUBJECTS[decision.about])
    sheet.link(iri, PROV.wasGeneratedBy, activity_iri(iri))
    _write_activity(sheet, activity_iri(iri), decision.by, decision.at)
    sheet.say(iri, PV.note, decision.note or None)
    if decision.link:
        sheet.link(iri, PV.judges, KINDS[decision.link])
    for position, target in enumerate(decision.targets):
        _write_target(sheet, iri, position, target)
    for position, correction in enumerate(decision.corrections):
        _write_correction(sheet, iri, position, correction)
    if decision.action is Action.CORRECT:
        sheet.link(iri, PROV.wasRevisionOf, *(target.iri for target in decision.targets))


def _write_activity(sheet: Sheet, activity: str, by: str, at: datetime) -> None:
    reviewer = reviewer_iri(by)
    sheet.link(activity, RDF.type, PROV.Activity)
    sheet.link(activity, PROV.wasAssociatedWith, reviewer)
    sheet.say(activity, PROV.endedAtTime, at.isoformat().replace("+00:00", "Z"), XSD.dateTime)
    sheet.link(reviewer, RDF.type, PROV.Person, PROV.Agent)
    sheet.say(reviewer, SCHEMA.name, by)


def _write_undone(sheet: Sheet, iri: str, undone: Undone) -> None:
    sheet.link(iri, PROV.wasInvalidatedBy, undoing_iri(iri))
    _write_activity(sheet, undoing_iri(iri), undone.by, undone.at)


def _write_target(sheet: Sheet, iri: str, position: int, target: Target) -> None:
    node = part_iri(iri, "target", position)
    sheet.link(iri, PV.target, node)
    sheet.link(node, RDF.type, PV.Target)
    sheet.say(node, SCHEMA.position, str(position), XSD.integer)
    sheet.link(node, PV.decidedUpon, target.iri)
    sheet.say(node, PV.namedAs, target.name or None)
    if target.kind:
        sheet.link(node, PV.kindAs, CLASSES[target.kind][0])
    if target.anchor:
        anchor = target.anchor
        sheet.link(node, PV.anchor, sheet.passage_of(anchor.snapshot, anchor.content, anchor.exact))


def _write_correction(sheet: Sheet, iri: str, position: int, correction: Correction) -> None:
    node = part_iri(iri, "correction", position)
    sheet.link(iri, PV.correction, node)
    sheet.link(node, RDF.type, SCHEMA.PropertyValue)
    sheet.say(node, SCHEMA.position, str(position), XSD.integer)
    sheet.say(node, SCHEMA.propertyID, correction.field)
    sheet.say(node, SCHEMA.value, correction.value)
    if correction.hop is not None:
        sheet.say(node, PV.hop, str(correction.hop), XSD.integer)


def _decision(facts: Facts, iri: str) -> Decision:
    classes, activity = facts.all(iri, RDF.type), facts.one(iri, PROV.wasGeneratedBy)
    [action] = [_ACTION_OF[term] for term in classes if term in _ACTION_OF]
    [about] = [_SUBJECT_OF[term] for term in classes if term in _SUBJECT_OF]
    link, undoing = facts.maybe(iri, PV.judges), facts.maybe(iri, PROV.wasInvalidatedBy)
    decision = Decision(
        action=action,
        about=about,
        targets=tuple(_target(facts, node) for node in facts.in_order(facts.all(iri, PV.target))),
        by=_by(facts, activity),
        at=_at(facts, activity),
        note=facts.maybe(iri, PV.note) or "",
        corrections=tuple(_correction(facts, node) for node in facts.in_order(facts.all(iri, PV.correction))),
        link=_LINK_OF[link] if link else None,
        undone=Undone(_by(facts, undoing), _at(facts, undoing)) if undoing else None,
        id=iri,
    )
    check(decision)
    return decision


def _by(facts: Facts, activity: str) -> str:
    return facts.one(facts.one(activity, PROV.wasAssociatedWith), SCHEMA.name)


def _at(facts: Facts, activity: str) -> datetime:
    return datetime.fromisoformat(facts.one(activity, PROV.endedAtTime))


def _target(facts: Facts, node: str) -> Target:
    kind, passage = facts.maybe(node, PV.kindAs), facts.maybe(node, PV.anchor)
    return Target(
        iri=facts.one(node, PV.decidedUpon),
        name=facts.maybe(node, PV.namedAs) or "",
        kind=kind_of([kind]) if kind else None,
        anchor=_anchor(facts, passage) if passage else None,
    )


def _anchor(facts: Facts, passage: str) -> Anchor:
    snapshot, spans = facts.one(passage, OA.hasSource), passage_spans(passage)
    parts = [passage_iri(snapshot, (span,)) for span in spans]
    return Anchor(snapshot, spans, tuple(_exact(facts, part) for part in parts))


def _exact(facts: Facts, passage: str) -> str:
    [words] = [words for node in facts.all(passage, OA.hasSelector) for words in facts.all(node, OA.exact)]
    return words


def _correction(facts: Facts, node: str) -> Correction:
    hop = facts.maybe(node, PV.hop)
    return Correction(
        Field(facts.one(node, SCHEMA.propertyID)), facts.one(node, SCHEMA.value), None if hop is None else int(hop)
    )
