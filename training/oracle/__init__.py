"""What the parser could reach at most: gold statements as graphs, and those graphs as chains again."""
