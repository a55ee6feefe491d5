"""The rules of English reporting, behind one door: only the registry, and the trained extractor, use this room."""
