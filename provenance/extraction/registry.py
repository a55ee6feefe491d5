"""Which extractors there are: the program's own, then those of other packages by entry point."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from provenance.errors import ExtractorError, UsageError
from provenance.extraction.protocol import ArticleExtractor
from provenance.interrupts import held_back

GROUP = "provenance.extractors"
DEFAULT = "model"
OWN = (
    EntryPoint("model", "provenance.extraction.trained:Trained", GROUP),
    EntryPoint("rules", "provenance.extraction.rules:Rules", GROUP),
    EntryPoint("endpoint", "provenance.extraction.endpoint:Endpoint", GROUP),
)


def extractors() -> tuple[str, ...]:
    """The names that `extractor` takes: the program's own first."""
    own = tuple(point.name for point in OWN)
    return (*own, *sorted({point.name for point in entry_points(group=GROUP)} - set(own)))


@cache
def extractor(name: str = DEFAULT) -> ArticleExtractor:
    """The extractor of that name, made once.

    An entry point names something that, called without arguments, gives an ArticleExtractor. Raises UsageError where
    no extractor has that name, ExtractorError where one does not load.
    """
    offered = {point.name: point for point in (*entry_points(group=GROUP), *OWN)}
    if name not in offered:
        raise UsageError(f"no extractor '{name}': give one of {', '.join(extractors())}")
    point = offered[name]
    try:
        with held_back():
            made = point.load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise ExtractorError(f"extractor '{name}' ({point.value}) does not load: {error}") from error
    if not isinstance(made, ArticleExtractor):
        raise ExtractorError(f"extractor '{name}' ({point.value}) has no 'identity' and 'read'")
    return made
