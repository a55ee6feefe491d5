"""A store on a graph server, by SPARQL 1.1: Query, Update, Protocol and Graph Store HTTP Protocol (W3C, 2013).

The graph there is the truth. Beside it, in the user's cache on this machine, lies what follows from it: the index of
words, what was compared, what was read and fetched (`cache`). The parts, each in one file: where things are
(`address`), one question and its answer (`client`), quads by pattern (`matching`), changes (`change`), who writes and
what was begun (`state`), and the graph that a store asks (`remote`).
"""
