"""Each hop and each credit says which pass made it."""

from __future__ import annotations

from dataclasses import replace

from provenance.extraction import extractor, reading_of
from provenance.model import Article, Extractor, Reading

TEXT = "HARL (Reuters) - The dam is old, Ada Brunt told the Harl Courier on Monday. It would hold, she said."
ARTICLE = Article("dam", TEXT)


def made(reading: Reading) -> set[str]:
    return {hop.made_by for one in reading.attributions for hop in one.chain}


def test_each_hop_is_made_by_the_pass_that_its_arc_is() -> None:
    reading = reading_of(ARTICLE, extractor("rules"))
    assert made(reading) == {"rules/7:said by", "rules/7:through"}
    assert {one.made_by for one in reading.derivations} == {"credits"}


def test_a_pass_that_signs_keeps_its_name_and_others_have_their_extractors() -> None:
    plain = extractor("rules").read(ARTICLE)
    first = plain.attributions[0]
    signed = replace(first, chain=tuple(replace(hop, made_by="parser/4:said by") for hop in first.chain))

    class Given:
        identity = Extractor("given", "2")

        def read(self, article: Article) -> Reading:
            rest = (
                replace(one, chain=tuple(replace(hop, made_by="") for hop in one.chain))
                for one in plain.attributions[1:]
            )
            return Reading(article, self.identity, (), (signed, *rest))

    assert rest_of(reading_of(ARTICLE, Given())) == ["parser/4:said by", "given/2"]


def rest_of(reading: Reading) -> list[str]:
    return list(dict.fromkeys(hop.made_by for one in reading.attributions for hop in one.chain))
