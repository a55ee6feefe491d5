"""What can go wrong, as a tree. Every message is one line that names the place and the remedy.

ProvenanceError
├── InputError            a file, a record or an article that cannot be read
├── UsageError            a request that makes no sense: an unknown format, a malformed query
├── NotFoundError         nothing in the store answers
├── StoreError            a store that cannot be opened or written
│   ├── StoreLockedError      another process writes to it
│   ├── StoreCorruptError     its files are damaged, or it is no store
│   └── StoreVersionError     a newer provenance wrote it
├── OutputError           a place that cannot be written
├── ExtractorError        an extractor that does not load, or whose answer does not fit its article
└── MissingExtraError     an optional package or program is not installed
"""

from __future__ import annotations


class ProvenanceError(Exception):
    """The root; `exit_code` is what the command line ends with."""

    exit_code = 5


class NotFoundError(ProvenanceError):
    exit_code = 1


class UsageError(ProvenanceError):
    exit_code = 2


class InputError(ProvenanceError):
    exit_code = 3


class StoreError(ProvenanceError):
    exit_code = 4


class StoreLockedError(StoreError):
    pass


class StoreCorruptError(StoreError):
    pass


class StoreVersionError(StoreError):
    pass


class OutputError(ProvenanceError):
    exit_code = 5


class ExtractorError(ProvenanceError):
    exit_code = 7


class MissingExtraError(ProvenanceError):
    exit_code = 6
