"""Who says what, through whom: a graph of statements and mentions, and the chains that it holds."""
