"""Colours of a terminal are read on the grounds that terminals have."""

from __future__ import annotations

import pytest

from provenance.palette import ON_SCREEN, rgb

GROUNDS = {
    "white": "#ffffff",
    "Solarized light": "#fdf6e3",
    "black": "#000000",
    "dark grey": "#1e1e1e",
    "Solarized dark": "#002b36",
    "aubergine": "#300a24",
}
READABLE = 3.0
"""Contrast of large or bold letters (WCAG 2.2, success criterion 1.4.3)."""
STEPS = {"00", "5f", "87", "af", "d7", "ff"}
"""Of the colour cube of 256 (xterm)."""


def luminance(colour: str) -> float:
    parts = [value / 255 for value in rgb(colour).values()]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", ON_SCREEN)
def test_a_colour_is_read_on_a_light_and_a_dark_ground(colour: str, ground: str) -> None:
    darker, lighter = sorted(map(luminance, (ON_SCREEN[colour], GROUNDS[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= READABLE


@pytest.mark.parametrize("colour", ON_SCREEN.values())
def test_no_theme_changes_a_colour(colour: str) -> None:
    assert {colour[at : at + 2] for at in (1, 3, 5)} <= STEPS
