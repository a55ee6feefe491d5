"""A trace as one HTML file that needs nothing else: the picture, and the words that prove each line of it."""
