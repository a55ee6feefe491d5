"""What keeps a store well: rewritten without what was removed, backed up, restored, verified."""
