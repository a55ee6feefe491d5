"""The explorer: a store in a browser, and as JSON, Turtle and SPARQL for programs. It needs the extra `web`."""
