"""The relays of real articles, construction by construction, in sentences of our own."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.model import Article, Publisher

extract = Rules().read


def chains(text: str, publisher: str = "The Quay Bulletin") -> list[list[str]]:
    article = Article("a", text, publisher=Publisher(publisher), published="2026-03-12")
    return [[hop.name for hop in attribution.chain] for attribution in extract(article).attributions]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The dam will close, the minister Ada Brunt said.", ["Ada Brunt"]),
        ("Ada Brunt said that the dam would close.", ["Ada Brunt"]),
        ("Ada Brunt told Reuters that the dam would close.", ["Reuters", "Ada Brunt"]),
        ("“The dam will close in a month,” Ada Brunt told the BBC.", ["BBC", "Ada Brunt"]),
        ("The dam will close, Reuters reported, citing two officials.", ["Reuters", "two officials"]),
        (
            "The dam will close in May, according to a report by Bloomberg on Tuesday, which cited officials in Harl.",
            ["Bloomberg", "officials in Harl"],
        ),
        (
            "Reuters reported that, according to three engineers who asked not to be named, the dam has cracks.",
            ["Reuters", "three engineers"],
        ),
        ("In an interview with Der Spiegel, Ada Brunt argued that the dam was safe.", ["Der Spiegel", "Ada Brunt"]),
        ("Ada Brunt wrote on Facebook that the dam was safe.", ["Facebook", "Ada Brunt"]),
        ("The dam is safe, as first reported by Reuters.", ["Reuters"]),
        ("Ada Brunt was quoted by Reuters as saying that the dam was safe.", ["Reuters", "Ada Brunt"]),
        ("Reuters quoted Ada Brunt as saying that the dam was safe.", ["Reuters", "Ada Brunt"]),
        ("According to Reuters, the dam has been leaking since May.", ["Reuters"]),
        ("Four sources told Reuters that the dam was leaking.", ["Reuters", "Four sources"]),
        ("A Reuters poll found that most residents want the dam closed.", ["Reuters poll", "Reuters"]),
        (
            "The dam will close in May, Reuters reported on Tuesday, citing the Harl Courier.",
            ["Reuters", "Harl Courier"],
        ),
        ("The dam will close, according to the news agency Orb, which cited the BBC.", ["Orb", "BBC"]),
        ("The dam will close in May, the news site Newsfold reported on Tuesday.", ["Newsfold"]),
        ("Ada Brunt said that the dam was old, Reuters reported on Friday.", ["Reuters", "Ada Brunt"]),
        (
            "A report published on Monday by the Brunt Institute found that the dam was old.",
            ["report", "Brunt Institute"],
        ),
        ("A person briefed on the plans said that the dam was old.", ["a person briefed on the plans"]),
        ("A report by Reuters said that the dam was leaking.", ["Reuters"]),
        ("The dam is leaking, sources cited by Reuters said.", ["Reuters", "sources"]),
    ],
)
def test_one_sentence(text: str, chain: list[str]) -> None:
    assert chain in chains(text)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The dam will be closed by the end of May.\n\nThis was reported by Reuters with reference to sources.",
            ["Reuters", "sources"],
        ),
        (
            "Reuters reported on Monday that the dam will close.\n\nRepairs would cost too much, the agency said.",
            ["Reuters"],
        ),
        (
            "Reuters reported on Monday that the dam will close.\n\nThe cracks are deep, a source said.",
            ["Reuters", "a source"],
        ),
        (
            "Ada Brunt told Fox News on Monday that the dam was safe.\n\n“I sleep below it every night,” she said.",
            ["Fox News", "Ada Brunt"],
        ),
    ],
)
def test_carried_from_a_neighbour(text: str, chain: list[str]) -> None:
    assert chains(text)[-1] == chain


def test_told_the_newspaper() -> None:
    text = "The dam will close, the Harl Courier reported.\n\nTwo officials told the newspaper that it had cracks."
    assert chains(text)[-1] == ["Harl Courier", "Two officials"]


def test_told_the_publisher_by_its_short_name_is_no_hop() -> None:
    text = "Ada Brunt told the Bulletin that the dam was safe."
    assert chains(text, publisher="The Quay Bulletin") == [["Ada Brunt"]]


def test_a_named_agency_is_not_the_one_named_before() -> None:
    text = "The dam will close, Reuters reported.\n\nThe bridge will open. This was reported by the Kyodo agency."
    assert chains(text)[-1] == ["Kyodo News"]


def test_other_sources_are_not_those_who_told_an_outlet() -> None:
    text = (
        "A government source told the BBC that the dam was old.\n\nTwo people familiar with the matter said it leaked."
    )
    assert chains(text)[-1] == ["Two people familiar with the matter"]


def test_the_same_sources_still_speak_through_it() -> None:
    text = "Four sources told the BBC that the dam was old.\n\nOne of the sources said it leaked."
    assert chains(text)[-1][0] == "BBC"


def test_a_trust_is_not_the_man_who_ran_it() -> None:
    text = "Peter Osgood, who ran the trust until May, said the dam was old.\n\nThe trust said it disagreed."
    assert chains(text)[-1] != ["Peter Osgood"]


def test_an_unresolved_pronoun_hides_nobody() -> None:
    attributions = extract(Article("a", "In a note, it said that the dam was old.")).attributions
    assert [hop.anonymous for a in attributions for hop in a.chain] == [False]


def test_nobody_is_no_source() -> None:
    assert chains("Nobody in the room said that the dam was safe.") == []


def test_a_rally_ends_the_interview() -> None:
    text = (
        "Ada Brunt told Fox News on Monday that the dam was safe.\n\n"
        "At a rally in Harl on Tuesday, Ada Brunt said that the mayor was a liar."
    )
    assert chains(text)[-1] == ["Ada Brunt"]


def test_the_publisher_is_no_hop_of_its_own() -> None:
    assert chains("Ada Brunt told Reuters that the dam was safe.", publisher="Reuters") == [["Ada Brunt"]]


def test_anonymity_keeps_its_reason() -> None:
    text = "The dam has cracks, said two engineers who asked not to be named because they feared for their jobs."
    (attribution,) = extract(Article("a", text)).attributions
    (hop,) = attribution.chain
    assert hop.anonymous
    assert hop.name == "two engineers"
    assert hop.reason == "asked not to be named because they feared for their jobs"


def test_a_sentence_of_its_own_gives_the_reason() -> None:
    text = "Two engineers said the dam leaked. They asked not to be identified because the talks are private."
    first = extract(Article("a", text)).attributions[0].chain[-1]
    assert first.reason == "asked not to be identified because the talks are private"
    assert text[slice(*first.evidence[-1])].startswith("They asked")


def test_every_hop_points_at_the_words_that_show_it() -> None:
    text = "The dam will close, Reuters reported, citing two officials."
    (attribution,) = extract(Article("a", text)).attributions
    mentions = [text[span.start : span.end] for hop in attribution.chain for span in hop.mention]
    assert mentions == ["Reuters", "two officials"]
    assert all(hop.evidence and 0 < hop.confidence < 1 for hop in attribution.chain)


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Ada Brunt said that the dam was safe.", "asserts"),
        ("Ada Brunt denied that the dam was leaking.", "denies"),
        ("Ada Brunt declined to confirm that the dam was leaking.", "does not confirm"),
        ("Ada Brunt neither confirmed nor denied that the dam was leaking.", "does not confirm"),
    ],
)
def test_assertion(text: str, assertion: str) -> None:
    assert [a.assertion for a in extract(Article("a", text)).attributions] == [assertion]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Marrow engineers think the dam will fail.\n\nThat's according to Reuters.", ["Reuters", "Marrow engineers"]),
        (
            "The town may be moved. Reuters wrote about this on Friday, citing two officials.",
            ["Reuters", "two officials"],
        ),
        (
            "The ferry will stop, according to a report.\n\nBloomberg reported this on Friday, citing two officials.",
            ["Bloomberg", "two officials"],
        ),
        ("The mine has been sold.\n\nSo writes The Harl Courier, as Reuters reports.", ["Reuters", "Harl Courier"]),
        (
            "The forest burned. The news has been confirmed by many outlets, citing Reuters.",
            ["many outlets", "Reuters"],
        ),
    ],
)
def test_a_sentence_may_say_where_the_one_before_is_from(text: str, chain: list[str]) -> None:
    assert chains(text) == [chain]
    (said,) = extract(Article("a", text)).attributions
    assert said.content[-1].end <= text.index(".")


def test_a_sentence_that_reports_something_else_does_not_point_back() -> None:
    assert chains("The dam leaked. Reuters reported this week that the town was empty.") == [["Reuters"]]
    text = "The dam leaked. Reuters reported this week that the town was empty."
    (said,) = extract(Article("a", text)).attributions
    assert said.content[0].start > len("The dam leaked.")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The works' official Telegram channel said that the dam was safe.", ["Telegram", "works"]),
        ("The Instagram account of Ada Brunt claimed that the dam was safe.", ["Instagram", "Ada Brunt"]),
        ("“The dam is lost,” says a June 6, 2025 Facebook post.", ["Facebook"]),
        ("A post on X said that the dam was lost.", ["X"]),
        ("The dealership's statement said that the ferry was sold.", ["dealership's statement", "dealership"]),
        ("Reuters interviewed Ada Brunt. “The dam leaks,” Brunt told Reuters.", ["Reuters", "Ada Brunt"]),
        ("Reuters quoted a senior engineer, saying that the dam leaked.", ["Reuters", "a senior engineer"]),
        (
            "Bloomberg cited a June 3 report of the newspaper Quay Light, saying that the dam leaked.",
            ["Bloomberg", "Quay Light"],
        ),
        ("Reports suggest the dam leaked, citing a promise to Brunt.", ["reports"]),
    ],
)
def test_accounts_and_cited_reports(text: str, chain: list[str]) -> None:
    assert chains(text)[-1] == chain


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "A Danish website called Verdad Oculta ran it first, a lawyer said. The car was sold, the website said.",
            ["Verdad Oculta"],
        ),
        (
            "The Danish-language site, Verdad oculta (“Hidden Light”), printed it. The article said the car was sold.",
            ["Verdad oculta"],
        ),
        ("The car was sold, according to the Danish newspaper “Hidden Light”.", ["Hidden Light"]),
        ("A website called Net and Line ran it first. The ferry was sold, the website said.", ["Net and Line"]),
    ],
)
def test_an_outlet_that_a_description_names(text: str, chain: list[str]) -> None:
    assert chains(text)[-1] == chain


def test_the_article_is_the_one_whose_account_another_outlet_carries() -> None:
    first = "The mine has been sold.\n\nSo writes The Harl Courier, as Reuters reports. "
    assert chains(first + "According to the article, the price was a million.")[-1] == ["Reuters", "Harl Courier"]
    other = first + "Bloomberg was not there. According to the article, the price was a million."
    assert chains(other)[-1] == ["Bloomberg"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The ministry denied that the ferry will stop, Reuters reported.", ["Reuters", "ministry"]),
        ("Reuters reported that the ministry denied that the ferry will stop.", ["Reuters", "ministry"]),
        ("Reuters reported that the police believe that the guard was asleep.", ["Reuters", "police"]),
        ("Reuters reported that two officials believe that the guard was asleep.", ["Reuters", "two officials"]),
        ("Reuters reported that Ada Brunt believes that the guard was asleep.", ["Reuters"]),
        ("Reuters reported that the police want the guard to go.", ["Reuters"]),
    ],
)
def test_what_is_denied_or_believed_others_have_from_those_who_do(text: str, chain: list[str]) -> None:
    assert chains(text) == [chain]
