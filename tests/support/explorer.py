"""How a browser asks the explorer."""

from __future__ import annotations

AT = "http://127.0.0.1"
OWN = {"origin": AT, "sec-fetch-site": "same-origin"}
"""What it says of a form of the explorer's own."""
