"""The forms of reporting that are read, as patterns of the letters of `words`."""

from __future__ import annotations

import re

WORD = r"(?:[NnseDOvu&'-]|\.(?=N))"
NOUNS = rf"(?:p|[DNnse]|[NnseDOvu](?:{WORD}|[oPt]){{0,14}}?[Nnsetvu])"
MORE = r",(?:n,)?(?:[DOnseWPoat][^,;:.Q—V]{0,28}|N|(?<=[ns],)N{1,4})"
"""What commas add to a name: "Ada Brunt|, 43, a planner|,", "the planner|, Ada Brunt|,"."""
OPENS = r"(?:(?<![NnseDOvuoPtapZ&'A])|(?<=[,;]A))"
SUBJECT = re.compile(rf"{OPENS}(?P<source>{NOUNS}(?:A{NOUNS})?(?P<more>{MORE})?)(?(more),)(?P<cue>[Ha]{{0,3}})$")
"""Before a verb: whoever says something."""
PHRASE = rf"{WORD}{{1,8}}(?:[oP]{WORD}{{1,6}}){{0,2}}"
SOURCE = re.compile(rf"{PHRASE}(?:A{PHRASE})?")
"""After "according to" where that opens a sentence."""
CITED = re.compile(rf",G(?P<source>{SOURCE.pattern})")
"""Whoever is cited: "W reported|, citing two officials|"."""
OBJECT = re.compile(
    rf"(?:p|{PHRASE}(?:,[DW][^,.;:QVM]{{1,28}}|(?<=[ns]),(?:N|\.(?=N)){{1,5}})?)"
    r"(?<!O)(?=\.(?!N)|[,;:—Q]|$|(?P<loose>[PtWBAa]))"
)
"""After a verb or "according to": a mark must follow, or when and where, which is `loose`."""
ADJUNCTS = rf"(?:D?t|a|[Po](?![vu]){WORD}{{0,8}}){{0,8}}"
ADDRESSEE = re.compile(rf"{WORD}(?:{WORD}|[oPat]){{0,13}}?(?={ADJUNCTS}(?:T|,?Q|W))|D?N[N&]*|D?[ns]{{1,3}}|p")
"""After "told"."""
MARKED = re.compile(rf"{ADJUNCTS}(?:,?(?=[TQ])|:|(?=W))")
"""When and where something is said, up to what marks it: "that", a quotation, a colon, "whether"."""
BARE = re.compile(r"(?:P?D?t|a)*(?=[DONnsepZ'](?:[^,;.]*?(?P<verb>[MHVUvue]))?)")
"""The same where nothing marks what is said: a clause with a verb of its own."""
CLOSED = re.compile(rf"{ADJUNCTS}(?:[.,;—]|$)")
"""What may follow “…, Ada Brunt said|”."""
JOINED = re.compile(r"(?:[,;][AB]?|B)$")
"""Before a clause that is joined to another, and no part of what that says."""
