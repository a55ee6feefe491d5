"""What is known of an article that several documents tell."""

from __future__ import annotations

from provenance.model import Article
from provenance.readers import Read
from provenance.runners.stages import standing

URL = "https://quay.example/1"


def read(text: str, **more: str) -> Read:
    return Read("news.jsonl", Article("k", text, url=URL, **more))


def test_the_last_text_stands_and_one_told_again_is_no_newer() -> None:
    old, new = read("Old words."), read("New words.")
    assert standing([old]) is old
    assert standing([old, new]) is new
    assert standing([old, new, old]) is new


def test_of_one_text_what_is_said_last_holds_and_nothing_gives_way_to_silence() -> None:
    told = standing([read("Words.", title="First", byline="Ada Brunt"), read("Words.", title="Second")])
    assert (told.article.title, told.article.byline) == ("Second", "Ada Brunt")
