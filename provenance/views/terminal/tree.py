"""The chains of a trace as a tree: from each article up to where its words came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.iris import article_iri
from provenance.model import RELAYS, Assertion
from provenance.palette import ON_SCREEN
from provenance.trace.result import CITED, RESOLVED
from provenance.trace.wording import one_line
from provenance.views.prose import Part, article, end, got, in_full, percent, quoted, styled, sure, who
from provenance.views.prose.phrases import count
from provenance.views.terminal.reviewed import add_reviewed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.tree import Tree

    from provenance.trace.report import Trace
    from provenance.trace.result import Chain, Step

LONG = 20
ARTICLE = f"bold {ON_SCREEN['article']}"


def tree(trace: Trace) -> Tree:
    """The chains of `trace`, joined where they share their way; what a retrieved report rests on is told once."""
    from rich.tree import Tree

    articles: dict[str, list[Chain]] = {}
    for chain in trace.chains:
        articles.setdefault(trace.traced.statement(chain.steps[0].node).article, []).append(chain)
    root = Tree(styled([(one_line(trace.claim), "bold")], [(counts(trace), "")]))
    told: set[str] = set()
    for chains in articles.values():
        _add_article(root, chains, told)
    if trace.more:
        root.add(styled([("… and more chains, beyond the limit", "dim")]))
    add_reviewed(root, trace)
    return root


def counts(trace: Trace) -> str:
    """How many articles, chains, origins and denials there are."""
    articles = len({trace.traced.statement(chain.steps[0].node).article for chain in trace.chains})
    denials = sum(origin.assertion is not Assertion.ASSERTS for origin in trace.origins)
    return " · ".join(
        [
            _articles(trace, articles),
            count(len(trace.chains), "chain") + (" and more" if trace.more else ""),
            count(len(trace.origins) - denials, "origin"),
            *([count(denials, "denial or refusal to confirm", "denials or refusals to confirm")] if denials else []),
            *([f"{count(trace.undecided, 'statement')} undecided"] if trace.undecided else []),
        ]
    )


def _articles(trace: Trace, shown: int) -> str:
    """How many articles are shown, and of how many where chains were left out."""
    if not trace.more:
        return count(shown, "article")
    return f"{shown} of {count(len({article_iri(one.reading.article) for one in trace.statements}), 'article')}"


def _add_article(root: Tree, chains: Sequence[Chain], told: set[str]) -> None:
    """One article: with its one statement, or with several under it."""
    head = [(article(chains[0].steps[0]), ARTICLE)]
    statements = _by_step(chains, 0)
    if len(statements) == 1:
        _add_sources(root.add(styled(head, _statement(chains[0].steps[0]))), chains, 1, told)
    else:
        branch = root.add(styled(head))
        for group in statements:
            _add_sources(branch.add(styled(_statement(group[0].steps[0]))), group, 1, told)


def _add_sources(branch: Tree, chains: Sequence[Chain], depth: int, told: set[str]) -> None:
    """What the step before `depth` was taken from."""
    below = chains[0].steps[:depth]
    told.add(below[-1].node)
    stated = next(step.statement for step in reversed(below) if step.statement)
    for group in _by_step(chains, depth):
        step = group[0].steps[depth]
        lines = _retrieved(step) if step.relation == RESOLVED else _told(step, stated)
        if len(group[0].steps) == depth + 1:
            branch.add(styled(*lines, _end(group[0])))
        elif step.relation == RESOLVED and step.node in told:
            branch.add(
                styled(
                    *lines, *([(f"shown above, down to {who(chain.steps[-1])}: ", ""), *_end(chain)] for chain in group)
                )
            )
        else:
            _add_sources(branch.add(styled(*lines)), group, depth + 1, told)


def _by_step(chains: Sequence[Chain], depth: int) -> list[list[Chain]]:
    """Chains that share their step at `depth`."""
    shared: dict[str, list[Chain]] = {}
    for chain in chains:
        shared.setdefault(chain.steps[depth].node, []).append(chain)
    return list(shared.values())


def _statement(step: Step) -> list[Part]:
    return [(quoted(step.statement, step.spans), "italic"), (in_full(step.whole), "dim"), (f", {sure(step)}", "")]


def _told(step: Step, stated: str) -> list[list[Part]]:
    """Who told, the words that show it and the pass that found it; the statement is not printed again among them."""
    head = [(f"{got(step)} ", ""), (who(step), "bold")]
    if step.date:
        head.append((f" on {step.date}", ""))
    head.append((f", {sure(step)}", ""))
    if step.reached == CITED and step.kind in RELAYS:
        head.append((f", {CITED}", ON_SCREEN["change"]))
    words = step.evidence.replace(stated, "[…]", 1) if len(stated) >= LONG else step.evidence
    shown = [quoted(words, step.spans)] if words else []
    made = [step.made_by] if step.made_by else []
    return [head, [(" · ".join(shown + made), "dim")]] if shown or made else [head]


def _retrieved(step: Step) -> list[list[Part]]:
    """The article that a cited report is held to be, why, and what it says."""
    return [
        [("which is ", ""), (article(step), ARTICLE), (f", {sure(step)}", "")],
        [(step.evidence, "dim")],
        [(f"“{' '.join(step.statement.split())}”", "italic")],
    ]


def _end(chain: Chain) -> list[Part]:
    return [(end(chain), f"bold {ON_SCREEN['origin']}"), (f" · chain {percent(chain.confidence)}", "")]
