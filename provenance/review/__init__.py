"""What people decide about a store: recorded here, applied wherever readings, links and claims are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from provenance.corpus import Corpus
from provenance.decisions import NOUNS, Action, Correction, Decision, Field, Subject, iri_of
from provenance.errors import UsageError
from provenance.iris import cited_parts
from provenance.model import LinkKind
from provenance.review import targets
from provenance.review.moments import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.corpus import Held
    from provenance.decisions import Target
    from provenance.rdf.store import Store
    from provenance.review.undecided import Undecided

__all__ = ["Action", "Correction", "Decision", "Field", "Review", "Subject"]


class Review:
    """Decisions of people on what a store holds.

    What is decided upon is given by IRI, as listings, traces and exports print it. Each decision is kept at once, with
    `by`, whose it is, and a `note`. All methods that decide raise NotFoundError where the store holds no such thing,
    UsageError where the decision makes no sense or the store was opened for reading only.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def confirm(self, target: str, by: str, note: str = "", of: str = "") -> Decision:
        """That a statement is as it was read, or that the ends of a link are the same.

        With `of`, the IRI of a claim: that the statement belongs to it; of a statement: that what `target` cites is it.
        """
        return self._judge(Action.CONFIRM, target, by, note, of)

    def reject(self, target: str, by: str, note: str = "", of: str = "") -> Decision:
        """That a statement is no attribution, or that the ends of a link are not the same; with `of`, as `confirm`."""
        return self._judge(Action.REJECT, target, by, note, of)

    def merge(self, iris: Sequence[str], by: str, note: str = "") -> Decision:
        """That agents are one, the first giving its name, or that claims are one."""
        corpus = Corpus(self._store)
        if _subject(iris) is Subject.AGENT:
            found = [targets.agent(corpus, iri) for iri in iris]
            return self._decide(Action.MERGE, Subject.AGENT, found, by, note)
        found = [targets.claim(corpus, iri) for iri in iris]
        return self._decide(Action.MERGE, Subject.CLAIM, found, by, note)

    def split(self, iris: Sequence[str], by: str, note: str = "") -> Decision:
        """That two agents are not one, or that statements, after the IRI of a claim, leave it."""
        corpus = Corpus(self._store)
        if _subject(iris[:1]) is Subject.AGENT:
            found = [targets.agent(corpus, iri) for iri in iris]
            return self._decide(Action.SPLIT, Subject.AGENT, found, by, note)
        leaving = targets.statements(corpus, iris[1:])
        stays = targets.claim(corpus, iris[0], [target.iri for target in leaving])
        return self._decide(Action.SPLIT, Subject.CLAIM, [stays, *leaving], by, note)

    def correct(self, target: str, corrections: Iterable[Correction], by: str, note: str = "") -> Decision:
        """What is right of a statement or an agent."""
        about = targets.subject(target)
        if about not in (Subject.STATEMENT, Subject.AGENT):
            raise UsageError(f"a {about} cannot be corrected: give the IRI of a statement or a source")
        find = targets.agent if about is Subject.AGENT else targets.statement
        found, corrected = find(Corpus(self._store), target), tuple(corrections)
        return self._decide(Action.CORRECT, about, [found], by, note, corrections=corrected)

    def undo(self, decision: str, by: str) -> None:
        """Raises NotFoundError where there is no such decision, UsageError where it is undone already."""
        self._store.undo(decision, by, moment(self._store))

    def decisions(self) -> list[Held]:
        """Every decision, the earliest first, with those of its targets that nothing in the store answers to now."""
        return Corpus(self._store).decisions()

    def undecided(self) -> list[Undecided]:
        """Links that wait for a decision, those that most statements rest on first."""
        from provenance.review.undecided import undecided

        return undecided(Corpus(self._store))

    def _judge(self, action: Action, iri: str, by: str, note: str, of: str) -> Decision:
        about, corpus = targets.subject(iri), Corpus(self._store)
        if cited_parts(iri)[1] is not None:
            if not of:
                raise UsageError(f"{iri} is what a statement cites: say with --of IRI which statement it is, or is not")
            ends = [targets.cited(corpus, iri), targets.statement(corpus, of)]
            return self._decide(action, Subject.LINK, ends, by, note, link=LinkKind.REPORT)
        if of:
            member = targets.statement(corpus, iri)
            return self._decide(action, Subject.CLAIM, [targets.claim(corpus, of, [member.iri]), member], by, note)
        match about:
            case Subject.STATEMENT:
                return self._decide(action, about, [targets.statement(corpus, iri)], by, note)
            case Subject.LINK:
                kind, found = targets.link(corpus, iri)
                return self._decide(action, about, found, by, note, link=kind)
            case Subject.CLAIM:
                raise UsageError(f"a claim is decided upon by its statements: give a statement and --of {iri}")
            case _:
                raise UsageError("a source is decided upon beside another, or corrected: use merge, split or correct")

    def _decide(
        self,
        action: Action,
        about: Subject,
        found: Sequence[Target],
        by: str,
        note: str,
        **more: Any,
    ) -> Decision:
        decision = Decision(action, about, tuple(found), by, moment(self._store), note, **more)
        decision = replace(decision, id=iri_of(decision))
        self._store.decide(decision)
        return decision


def _subject(iris: Sequence[str]) -> Subject:
    """What all `iris` name; a statement stands for its claim. Raises UsageError where they name different things."""
    if not iris:
        raise UsageError("to decide takes the IRI of something: give those of sources, or of claims")
    found = {targets.subject(iri) for iri in iris}
    found = {Subject.CLAIM if one is Subject.STATEMENT else one for one in found}
    if len(found) > 1 or found == {Subject.LINK}:
        named = " and ".join(sorted(NOUNS[one] for one in found))
        raise UsageError(f"{named} cannot be made one or two: give sources, or claims and statements")
    return found.pop()
