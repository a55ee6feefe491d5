"""From addresses to documents: fetched with manners, and from nowhere but the public network.

The only room that talks to servers, with `extraction.endpoint`. It needs the extra `fetch`.
"""

from provenance.fetching.addresses import is_address
from provenance.fetching.web import Fetching, Web

__all__ = ["Fetching", "Web", "is_address"]
