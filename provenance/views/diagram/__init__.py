"""Boxes and arrows of a trace, and the languages they are drawn in."""
