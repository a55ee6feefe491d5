"""Decisions as tests make them, about the invented story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from corpus import STORY

from provenance.decisions import Action, Correction, Decision, Field, Subject, Target, iri_of
from provenance.decisions.anchors import anchor, sources
from provenance.iris import agent_iri, attribution_iri_of
from provenance.model import Kind, LinkKind, Reading, Statement

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
READINGS = {reading.article.key: reading for reading in STORY}


def statement(key: str, readings: dict[str, Reading] = READINGS) -> Statement:
    """The one statement of an article of the story."""
    return Statement(readings[key], readings[key].attributions[0])


def iri(key: str) -> str:
    return attribution_iri_of(statement(key))


def target(key: str) -> Target:
    one = statement(key)
    return Target(attribution_iri_of(one), sources(one.attribution), anchor=anchor(one))


def agent(name: str, kind: Kind) -> Target:
    return Target(agent_iri(name, kind), name, kind)


def decision(action: Action, about: Subject, *targets: Target, hour: int = 0, **more: Any) -> Decision:
    """Taken by Ada, `hour` hours after noon."""
    one = Decision(action, about, targets, **({"by": "Ada", "at": NOON + timedelta(hours=hour)} | more))
    return replace(one, id=iri_of(one))


def on(key: str, action: Action, hour: int = 0, **more: Any) -> Decision:
    """A decision on the statement of an article."""
    return decision(action, Subject.STATEMENT, target(key), hour=hour, **more)


def corrected(key: str, *corrections: tuple[Field, str], hour: int = 0, at_hop: int | None = None) -> Decision:
    given = tuple(Correction(field, value, at_hop) for field, value in corrections)
    return on(key, Action.CORRECT, hour, corrections=given)


def linked(kind: LinkKind, action: Action, *targets: Target, hour: int = 0, **more: Any) -> Decision:
    return decision(action, Subject.LINK, *targets, hour=hour, link=kind, **more)
