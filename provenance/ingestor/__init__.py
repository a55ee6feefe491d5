"""Articles into a store: found, read, parsed, added, linked, each in one place."""

from provenance.ingestor.bulk import BulkLoader
from provenance.ingestor.ingestor import Ingestor

__all__ = ["BulkLoader", "Ingestor"]
