"""Those who are heard in a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.segmentation import segment
from provenance.extraction.rules.cast import cast
from provenance.extraction.rules.context import Context
from provenance.extraction.rules.lexicon import Form, verbs
from provenance.extraction.rules.said import Said
from provenance.extraction.rules.settings import setting
from provenance.model import Article, Kind, Quotation, Span

if TYPE_CHECKING:
    from provenance.extraction.rules.place import Setting


FILM = "The harbour police released a phone video on Monday.\n\n"


def heard(text: str) -> Setting | None:
    """Where the statement "|Ada Brunt| … |saying| …" of a page is set."""
    page = segment(text)
    context = Context(page, Article("a", text), cast(page, None))
    source, cue = text.index("Ada Brunt"), text.index("saying")
    number = next(i for i, s in enumerate(page.sentences) if s.start <= cue < s.end)
    said = Said(
        sentence=number,
        paragraph=page.sentences[number].paragraph,
        verb=verbs()["saying"][0],
        form=Form.PAST,
        cue=Span(cue, cue + len("saying")),
        source=Span(source, source + len("Ada Brunt")),
        content=(Span(cue + len("saying "), page.sentences[number].end),),
        quotation=Quotation.INDIRECT,
    )
    return setting(context, said)


def test_those_heard_in_a_recording_speak_through_it() -> None:
    place = heard(f"{FILM}Ada Brunt can be heard saying that the dam was gone.")
    assert place is not None
    assert (place.name, place.kind) == ("phone video", Kind.DOCUMENT)


def test_those_who_are_not_heard_do_not() -> None:
    assert heard(f"{FILM}Ada Brunt kept saying that the dam was gone.") is None
    assert heard("Ada Brunt can be heard saying that the dam was gone.") is None
