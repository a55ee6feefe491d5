"""The written relay pages that the reader learns from."""

from __future__ import annotations

from training.relays import Written, pages

PAGES = pages(60, seed=7)


def test_the_same_seed_writes_the_same_pages() -> None:
    assert pages(60, seed=7) == PAGES
    assert pages(60, seed=8) != PAGES


def test_marks_are_taken_out_and_point_at_their_words() -> None:
    for page in PAGES:
        assert not set("[]{}") & set(page.text)
        for attribution in (*page.outer, *page.inner):
            assert attribution["cue"]
            assert attribution["content"]
            for spans in attribution.values():
                assert all(page.text[start:end].strip() == page.text[start:end] != "" for start, end in spans)


def test_what_is_inside_lies_in_a_content_outside() -> None:
    inner = [(page, one) for page in PAGES for one in page.inner]
    assert len(inner) > len(PAGES)
    assert all(_held(page, one["content"][0]) and _held(page, one["cue"][0]) for page, one in inner)


def _held(page: Written, span: list[int]) -> bool:
    return any(start <= span[0] and span[1] <= end for one in page.outer for start, end in one["content"])
