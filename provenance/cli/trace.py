"""`provenance trace`."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from provenance.cli.options import Claim, Limit, MinConfidence, Store

if TYPE_CHECKING:
    from provenance.trace import Chain, Trace

EXAMPLES = (
    'provenance trace "the ferry operator plans to close the Marrow Island route"',
    'provenance trace "close the Marrow Island route" --format json',
)


class Form(StrEnum):
    TREE = "tree"
    JSON = "json"


def run(
    claim: Claim,
    store: Store = None,
    limit: Limit = 20,
    min_confidence: MinConfidence = 0.0,
    form: Annotated[Form, typer.Option("--format", metavar="tree|json", help="How the trace is printed.")] = Form.TREE,
) -> None:
    """Show how a claim reached the articles that make it, and how far it holds.

    First the verdict, then every way back, what weakens the claim, and what to fetch next. Each hop back comes with
    the words that show it. A report that the store does not hold is marked "cited, not retrieved": the trail ends
    there. What is less sure than 0.5 is marked as undecided, and counts for no verdict.
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        trace = library.trace(claim, limit, min_confidence)
    _PRINTERS[form](trace)


def _tree(trace: "Trace") -> None:
    from provenance.cli.terminal import console
    from provenance.views import report

    console().print(report(trace))


def _json(trace: "Trace") -> None:
    from provenance.exports.decisions import decision_record, link_record
    from provenance.exports.origins import pair_record
    from provenance.trace.links import resolutions

    record = {
        "claim": trace.claim,
        "verdict": trace.verdict,
        "origins": [asdict(origin) for origin in trace.origins],
        "independence": asdict(trace.independence),
        "origin_pairs": [pair_record(pair) for pair in trace.origin_pairs],
        "choke_points": [{**asdict(point), "every": point.every} for point in trace.choke_points],
        "loops": [asdict(loop) for loop in trace.loops],
        "drifts": [asdict(drift) for drift in trace.drifts],
        "earliest": asdict(trace.earliest) if trace.earliest else None,
        "disorders": [asdict(disorder) for disorder in trace.disorders],
        "to_fetch": [asdict(report) for report in trace.to_fetch],
        "chains": [_chain(chain) for chain in trace.chains],
        "one_text": trace.one_text,
        "more": trace.more,
        "undecided": trace.undecided,
        "resolutions": [link_record(link) for link in resolutions(trace.graph)],
        "decisions": [decision_record(decision) for decision in trace.decisions],
    }
    json.dump(record, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def _chain(chain: "Chain") -> dict[str, Any]:
    return {
        "nature": chain.nature,
        "confidence": chain.confidence,
        "undecided": chain.is_undecided,
        "hops": chain.hops,
        "steps": [asdict(step) for step in chain.steps],
    }


_PRINTERS = {Form.TREE: _tree, Form.JSON: _json}
