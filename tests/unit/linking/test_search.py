"""What somebody looks for, in words."""

from provenance.linking.search import asked, combined, lexical, rarity, spelt


def test_tags_and_handles_are_words_and_addresses_are_not() -> None:
    assert (
        spelt("Now: #CloseTheRoute @HarlFerries https://harl.example/x?y=1").split()
        == "Now: Close The Route Harl Ferries".split()
    )
    assert asked("#CloseTheRoute close the route") == ("clos", "rout")


def test_a_rare_word_counts_more_and_a_longer_statement_less() -> None:
    rare, common = rarity(1000, 2), rarity(1000, 900)
    assert rare > common > 0
    rarities = {"eel": rare, "dam": common}
    short, long_ = {"eel": 1, "dam": 1}, {"eel": 1, "dam": 1, "x": 8}
    assert lexical(["eel"], short, rarities, 2) > lexical(["dam"], short, rarities, 2)
    assert lexical(["eel"], short, rarities, 2) > lexical(["eel"], long_, rarities, 2)


def test_meaning_counts_in_steps() -> None:
    assert combined(3, 0.51) == combined(3, 0.55) > combined(3, 0.2)
