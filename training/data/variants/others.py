"""Platforms for other platforms, and an invented name for those who leak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

PLATFORMS = (
    "Twitter", "Facebook", "Telegram", "Instagram", "YouTube", "Reddit", "TikTok", "Truth Social", "Weibo", "VKontakte",
    "LinkedIn", "Snapchat", "Gab", "Parler", "Mastodon", "Bluesky", "WhatsApp", "Tumblr", "Odnoklassniki", "Viber",
)  # fmt: skip
LEAKERS = ("WikiLeaks", "Wikileaks", "DCLeaks", "Guccifer", "DDoSecrets", "Bellingcat", "Cryptome")
BEGINNINGS = ("Glass", "Open", "Lantern", "Paper", "Night", "Amber", "Sluice", "Quiet", "Copper", "North")
ENDINGS = ("Leaks", "Vault", "Files", "Drop", "Cache", "Ledger", "Watch", "Desk")
VERBS = {"Twitter": re.compile(r"\b(?:re)?tweet", re.IGNORECASE)}
"""Verbs and nouns that tell the platform; where they stand it keeps its name."""


def platforms(text: str, chance: random.Random) -> dict[str, str]:
    """Each platform named in `text` that no verb there tells, and one for it that is not."""
    named = [name for name in PLATFORMS if re.search(rf"\b{name}\b", text)]
    free = [name for name in PLATFORMS if name not in named]
    chance.shuffle(free)
    told = [name for name in named if name in VERBS and VERBS[name].search(text)]
    return dict(zip((name for name in named if name not in told), free, strict=False))


def leakers(text: str, chance: random.Random) -> dict[str, str]:
    """Each of those who leak in `text`, however it is spelt, and an invented name."""
    found: dict[str, str] = {}
    for name in LEAKERS:
        if re.search(rf"\b{name}\b", text, re.IGNORECASE):
            alike = next((new for old, new in found.items() if old.lower() == name.lower()), None)
            found[name] = alike or f"{chance.choice(BEGINNINGS)}{chance.choice(ENDINGS)}"
    return found
