"""What others may build on: a change here is a change that users must be told of."""

from __future__ import annotations

import inspect

import provenance
from provenance import errors, extraction, library, model

LIBRARY = (
    "add answer article articles backup bulk_load check claim_review claims close compact compare dataset draw explain "
    "export find follow forget info ingest links load memory nanopub open origins overview path query readings remove "
    "restore review revision skipped source sources trace verify view worded"
)


def public(holder: object) -> set[str]:
    return {name for name in vars(holder) if not name.startswith("_")}


def test_the_package() -> None:
    assert provenance.__all__ == ["Library", "__version__", "extract"]
    assert all(getattr(provenance, name) is not None for name in provenance.__all__)


def test_the_library() -> None:
    assert public(library.Library) == set(LIBRARY.split())
    assert library.__all__ == ["Extracted", "Info", "Ingested", "Library", "Skipped", "extract"]


def test_the_extractor_protocol() -> None:
    assert extraction.__all__ == ["DEFAULT", "GROUP", "ArticleExtractor", "extractor", "extractors", "reading_of"]
    assert public(extraction.ArticleExtractor) == {"identity", "read"}


def test_the_values() -> None:
    values = {name for name, one in vars(model).items() if inspect.isclass(one) and one.__module__ == model.__name__}
    assert values == {
        "Article", "Assertion", "Attribution", "Capture", "ClaimReview", "Dated", "Declaration", "Derivation",
        "Extractor", "Hop", "Hyperlink", "Judgement", "Kind", "Link", "LinkKind", "Party", "Publisher", "Quotation",
        "Rating", "Reading", "Relation", "Resolution", "Span", "Statement",
    }  # fmt: skip


def test_the_errors() -> None:
    told = {name for name, one in vars(errors).items() if inspect.isclass(one)}
    assert told == {
        "ExtractorError", "InputError", "MissingExtraError", "NotFoundError", "OutputError", "ProvenanceError",
        "StoreCorruptError", "StoreError", "StoreLockedError", "StoreVersionError", "UsageError",
    }  # fmt: skip
