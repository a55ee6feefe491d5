"""Which articles were copied from which: whole, reworded a little, or one passage of them."""

from provenance.linking.copies.fingerprints import keys

__all__ = ["keys"]
