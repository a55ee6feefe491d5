"""One HTML page: its tree, its blocks, which of them are the article's words, and what it shows as title and author."""
