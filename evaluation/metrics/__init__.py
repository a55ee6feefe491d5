"""One file a task: what is annotated and what was found, in one article or event, make a tally.

The figures are those of the scorer that lies beside the development data; a test holds the two together.
"""
