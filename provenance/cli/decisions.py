"""`provenance decisions`."""

from typing import TYPE_CHECKING, Any

from provenance.cli.listing import Record, show
from provenance.cli.options import Format, Listing, Store
from provenance.errors import NotFoundError

if TYPE_CHECKING:
    from provenance.corpus import Held

EXAMPLES = ("provenance decisions", "provenance decisions --format jsonl")

COLUMNS = ("at", "by", "action", "what", "note", "state", "id")


def run(store: Store = None, format_: Format = Listing.TABLE) -> None:
    """List what people decided, the earliest first, with what they undid.

    A decision on something that no current article says any more is kept: its state is "without target now".
    """
    from provenance.library import Library

    with Library.open(store, mode="r") as library:
        if not show(map(_record, library.review.decisions()), COLUMNS, format_, _flat):
            raise NotFoundError(
                "the store holds no decisions; take one with 'provenance confirm', 'reject' or 'review'"
            )


def _record(held: "Held") -> dict[str, Any]:
    from provenance.records import decision_record
    from provenance.views.prose.decided import what

    return {**decision_record(held.decision, held.missing), "what": what(held.decision)}


def _flat(record: Record) -> dict[str, Any]:
    undone = record["undone"]
    state = f"undone by {undone['by']} on {undone['at'][:10]}" if undone else "stands"
    return {**record, "at": record["at"][:16], "state": "without target now" if record["without_target"] else state}
