"""What each word of a sentence is, as one letter, so that forms of reporting can be written as patterns of letters.

`N` has a capital, `n` none, `s` and `e` end in -s and -ed, `O` in a possessive; `D` article, number or possessive, `p`
pronoun, `Z` nobody, `P` preposition, `o` "of", `t` time, `a` adverb. `V` is a verb of saying, `v` its plain form, `U`
and `u` tell of nothing but what is marked; `H` has, did, `M` any other verb, "not"; `T` "that", `W` what else opens a
clause, `A` "and", `B` "but", `C` "according", `G` "citing"; `Q` a whole quotation. Other marks stand for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.extraction.parser.naming.vocabulary import LISTS, plural, rows
from provenance.model import Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Token

MARKS = {"!": ".", "?": ".", "…": ".", "–": "—", "’": "'"}
ENDS = {"M": ("n’t", "n't"), "O": ("’s", "'s", "s’", "s'")}
CLASSES = (
    ("a", "adverbs", ""), ("P", "prepositions", ""), ("t", "days months times", ""), ("D", "determiners numbers", ""),
    ("p", "pronouns", ""), ("s", "", "police people"), ("M", "finite auxiliaries", "not never"),
    ("H", "", "have has had do does did"), ("W", "relatives opens_content", "who whom when where because"),
    ("T", "", "that"), ("A", "", "and"), ("B", "", "as but yet or nor while though although"), ("o", "", "of"),
    ("C", "", "according"), ("G", "", "citing quoting"), ("Z", "", "nobody no none neither there"),
)  # fmt: skip
"""Each letter with its lists in `words.toml` and words beside these; the last that has a word counts."""


class Verb(NamedTuple):
    """With a word for whoever is told behind it, if it `tells`."""

    lemma: str
    relation: Relation
    letter: str = ""
    tells: bool = False


class Range(NamedTuple):
    """Words of a sentence, from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, and the letter of each."""

    tokens: Sequence[Token]
    letters: str

    def word(self, at: int) -> str:
        """In small letters; "" beyond the last."""
        return self.tokens[at].lower if at < len(self.tokens) else ""

    def span(self, words: Range) -> Span:
        """The characters of at least one word."""
        return Span(self.tokens[words.start].start, self.tokens[words.end - 1].end)


def line(tokens: Sequence[Token]) -> Line:
    """A sentence with its letters."""
    return Line(tokens, "".join(_letter(token, is_first=not at) for at, token in enumerate(tokens)))


def _letter(token: Token, *, is_first: bool) -> str:
    word = token.lower
    if token.quote or not token.word:
        return "Q" if token.quote else MARKS.get(token.text, token.text[0])
    if word in VERBS and (is_first or not token.capital):
        return VERBS[word].letter
    own = LETTERS.get(word) or next((letter for letter, ends in ENDS.items() if word.endswith(ends)), "")
    is_adverb = word.endswith("ly") and len(word) > len("only") and word not in LISTS["not_adverbs"]
    small = "a" if is_adverb else "s" if word.endswith("s") else "e" if word.endswith("ed") else "n"
    return own or ("N" if token.capital and not (is_first and word in KINDS) else small)


def _verbs() -> Iterator[tuple[str, Verb]]:
    """The plain form, the third person and the past of each verb of saying, unless it is as often a noun."""
    for row in rows("cues.csv"):
        lemma, frames = row["lemma"], set(row["frames"].split("|"))
        plain, finite = "vV" if frames & {"say", "tell", "write", "report"} else "uU"
        stem = f"{lemma[:-1]}ie" if lemma[-1] == "y" and lemma[-2] not in "aeiou" else lemma
        third = f"{stem}es" if stem.endswith(("s", "sh", "ch", "x")) else f"{stem}s"
        past = row["past"] or f"{stem.removesuffix('e')}ed"
        for form, letter in ((lemma, plain), (third, finite), (past, finite)):
            if form not in LISTS["also_nouns"]:
                yield form, Verb(lemma, Relation(row["relation"]), letter, "tell" in frames)


VERBS = dict(_verbs())
KINDS = {
    form: Kind(row[number])
    for row in rows("nouns.csv")
    for form, number in ((plural(row["noun"]), "plural"), (row["noun"], "kind"))
}
LETTERS = {
    word: letter
    for letter, lists, more in CLASSES
    for word in [*more.split(), *(word for name in lists.split() for word in LISTS[name])]
}
