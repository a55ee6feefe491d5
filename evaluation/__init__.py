"""How well articles are read and claims are joined: metrics, splits, and what training may never read.

Nothing of `provenance` imports this, and it imports nothing of `provenance` but the public API and its values.
"""
