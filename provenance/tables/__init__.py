"""All articles of an input at once, into tables and quads: on this machine, or on Spark."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.runners import on_jobs
from provenance.runners.results import Telling
from provenance.runners.stages import Parser
from provenance.tables import quads, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.runners.results import Counts

ENGINES = ("local", "spark")


def run(  # noqa: PLR0913 -- each is an option
    source: str,
    out: str,
    engine: str = "local",
    extractor: str = "model",
    language: str = "",
    *,
    jobs: int = 1,
    master: str = "",
    tell: Callable[[str], None] = lambda _: None,
) -> Counts:
    """Read `source` and write what its articles say, link and claim to the folder `out`, which is made.

    `engine` "local" reads by `jobs` processes of this machine; "spark" on the cluster at `master`, or, without one, on
    all cores of this machine, and then `source` and `out` may be on any file system that Spark reads. `tell` is told
    how far it is. Both write the same rows and quads, in an order of their own. Raises UsageError where there is no
    such `engine`, `extractor` or `language`, InputError where there is nothing to read, OutputError where `out` is
    there already or cannot be written, MissingExtraError where the engine is not installed, ExtractorError where the
    extractor does not load.
    """
    from provenance.extraction import extractor as named
    from provenance.extraction.unread import language_asked

    named(extractor)
    by = Parser(extractor, 1, language_asked(language))
    at = datetime.now(UTC)
    telling = Telling(
        readings=rows.READINGS,
        links=rows.LINKS,
        claims=rows.CLAIMS,
        skipped=rows.SKIPPED,
        reading_lines=partial(quads.of_reading, at=at),
        link_lines=quads.of_link,
        claim_lines=quads.of_claim,
        sound=partial(quads.check, at=at),
    )
    match engine:
        case "spark":
            from provenance.runners import spark

            return spark.run(source, out, by, telling, tell, master=master)
        case "local":
            from provenance.tables import local

            return local.run(source, Path(out), by, telling, on_jobs(jobs))
    raise UsageError(f"no engine '{engine}': give one of {', '.join(ENGINES)}")
