"""An invented article as annotators would have it: statements nested, without a cue, of nobody, of a letter."""

from __future__ import annotations

from evaluation.gold import Type
from provenance.model import Article, Kind, Relation, Span
from training.data.examples import Example, GoldHop, GoldStatement

TEXT = (
    "Mayor Ada Brunt opened the lock. The dam leaks, she told the Harl Courier, adding that Bram Ost said it would "
    "burst. It will be shut in May. “We are sorry,” Brunt wrote in a letter to the Courier. Rain reportedly helps."
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


COURIER = GoldHop("Harl Courier", Kind.OUTLET, Relation.REPORTED, at("the Harl Courier"))
SHE = GoldHop("Ada Brunt", Kind.PERSON, Relation.TOLD, at("she"))
OST = GoldHop("Bram Ost", Kind.PERSON, Relation.SAID, at("Bram Ost"))
LETTER = GoldHop("letter to the Courier", Kind.DOCUMENT, Relation.PUBLISHED, at("a letter to the Courier"))
BRUNT = GoldHop("Ada Brunt", Kind.PERSON, Relation.WROTE, at("Brunt", 1))
NOBODY = GoldHop("unspecified", Kind.UNSPECIFIED, Relation.SAID)
LEAKS = GoldStatement("1", Type.SAID, (at("The dam leaks"),), (at("told"),), (at("she"),), (COURIER, SHE))
ADDS = GoldStatement(
    "2", Type.SAID, (at("that Bram Ost said it would burst"),), (at("adding"),), (at("she"),), (COURIER, SHE)
)
BURST = GoldStatement("3", Type.SAID, (at("it would burst"),), (at("said"),), (at("Bram Ost"),), (COURIER, SHE, OST))
SHUT = GoldStatement("4", Type.SAID, (at("It will be shut in May"),), (), (), (COURIER, SHE))
SORRY = GoldStatement("5", Type.SAID, (at("“We are sorry,”"),), (at("wrote"),), (at("Brunt", 1),), (LETTER, BRUNT))
HELPS = GoldStatement("6", Type.SAID, (at("Rain"), at("helps")), (at("reportedly"),), (), (NOBODY,))
NONE = GoldStatement("7", Type.NONE, (at("Mayor Ada Brunt opened the lock"),))
EXAMPLE = Example("tarn", Article("tarn-1", TEXT), (LEAKS, ADDS, BURST, SHUT, SORRY, HELPS, NONE))
