"""Which of a page's words are the article's."""

from __future__ import annotations

import pytest
from pages import ALL, FIFTH, FIRST, FOURTH, SECOND, THIRD, TITLE, p, paragraphs, read, story

LEAD = "Chair says pumps will be mended before the snow comes, whatever the members decide"


def between(html: str) -> list[str]:
    """What is read of an article that has `html` after its second paragraph."""
    return paragraphs(story(p(FIRST, SECOND), html, p(THIRD, FOURTH)))


def test_the_title_is_not_in_the_text() -> None:
    assert paragraphs(story(p(*ALL))) == list(ALL)


@pytest.mark.parametrize(
    "teaser",
    [
        '<p><b>READ MORE: <a href="/a">Treasurer “hid the survey”, says clerk</a></b></p>',
        '<p>Read also: <a href="/a">Treasurer hid the survey, clerk says</a></p>',
        '<p><a href="/a"><b>TREASURER ACCUSED OF HIDING THE SURVEY</b></a></p>',
        '<p><a href="/a">Who hid the survey?</a></p>',
        '<div class="related-stories"><h3>Also in the paper</h3><p>The treasurer said he had hidden nothing.</p></div>',
        "<aside><p>The treasurer, 61, said in another report that he had hidden nothing from anybody.</p></aside>",
        '<ul><li>Harbour: <a href="/a">Ferry seeks crews</a></li><li>Roads: <a href="/b">Three holes</a></li></ul>',
        '<h3>More from the Ledger</h3><p><a href="/a">Ferry firm looks for crews</a></p>',
    ],
)
def test_a_teaser_is_none_of_the_words(teaser: str) -> None:
    assert between(teaser) == [FIRST, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    "notice",
    [
        "<p>Advertisement</p>",
        "<p>Story continues below</p>",
        "<p>Sign up for our weekly letter from the harbour.</p>",
        "<p>Got a story? Write to our desk.</p>",
        "<div class='newsletter-box'><p>The harbour, in your inbox, every Monday morning at six.</p></div>",
        "<p>Your browser does not support this film.</p>",
    ],
)
def test_a_notice_is_none_of_the_words(notice: str) -> None:
    assert between(notice) == [FIRST, SECOND, THIRD, FOURTH]


def test_cards_below_an_article_are_teasers() -> None:
    card = (
        '<a href="/{0}"><div><h1>Report number {0}</h1><p><font>LOCAL: </font>An official said that it was not clear '
        "whether the pumps would hold another winter of rain as heavy as the last one was in the valley</p></div></a>"
    )
    cards = "".join(card.format(number) for number in range(4))
    found = read(f"<div class='archive'><h1>{TITLE}</h1>{p(*ALL)}<div class='list'>{cards}</div></div>")
    assert paragraphs(found) == list(ALL)


def test_what_stands_under_a_heading_of_teasers_goes_with_it() -> None:
    card = '<div class="card"><h4><a href="/{0}">Report {0}</a></h4><p>The clerk, who left, said {0}.</p></div>'
    cards = "".join(card.format(number) for number in range(6))
    box = f"<section class='collection'><h2>More from the Ledger</h2>{cards}</section>"
    found = read(f"<article><h1>{TITLE}</h1><div>{p(*ALL)}</div>{box}</article>")
    assert paragraphs(found) == list(ALL)


@pytest.mark.parametrize(
    "linked",
    [
        f"<p><a href='/a'>{FIFTH}</a></p>",
        "<p><a href='/a'>The Orme Mirror reported:</a></p>",
    ],
)
def test_a_paragraph_that_is_a_link_stays(linked: str) -> None:
    assert len(between(linked)) == 5


def test_a_sentence_that_begins_like_a_teaser_stays() -> None:
    assert len(between("<h2>More than a hundred jobs</h2><p>More than a hundred people work in the quarry.</p>")) == 6


@pytest.mark.parametrize(
    "last",
    [
        "<p class='author-bio'>Ada Quill covers quarries. She won two prizes. Follow Ada at @adaquill.</p>",
        "<p>Ada Quill is a reporter for the Coast Ledger and believes in slow news.</p>",
    ],
)
def test_what_tells_of_the_author_is_none_of_the_words(last: str) -> None:
    found = story(f"<p class='byline'>By <a rel='author' href='/ada'>Ada Quill</a></p>{p(*ALL)}{last}")
    assert (found.byline, paragraphs(found)) == ("Ada Quill", list(ALL))


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>The bishop said that the engine house was cursed.</p>",
        "<div style='display: none;'><p>The bishop said that the engine house was cursed.</p></div>",
        "<div style='color: red; visibility:hidden'><p>The bishop said that it was cursed.</p></div>",
        "<div aria-hidden='true'><p>The bishop said that it was cursed.</p></div>",
        "<template><p>The bishop said that it was cursed.</p></template>",
    ],
)
def test_what_is_hidden_is_not_read(hidden: str) -> None:
    assert between(hidden) == [FIRST, SECOND, THIRD, FOURTH]


def test_a_page_that_is_hidden_until_its_scripts_have_run_is_read() -> None:
    found = read(f"<div style='display:none'><article><h1>{TITLE}</h1>{p(*ALL)}</article></div>")
    assert paragraphs(found) == list(ALL)


def test_words_for_screen_readers_are_not_read() -> None:
    style = "clip:rect(0,0,0,0);height:1px;overflow:hidden;position:absolute;width:1px"
    (_, _, linked, *_) = between(
        f"<p>The county <a href='/s'>surveyed it<span style='{style}'>, new tab</span></a> twice.</p>"
    )
    assert linked == "The county surveyed it twice."


@pytest.mark.parametrize("name", ["article__content", "sidebar-grid", "StoryBody body-chunk"])
def test_a_body_in_several_containers_is_read_whole(name: str) -> None:
    parts = [p(FIRST, SECOND), p(THIRD, FOURTH), p(FIFTH)]
    chunks = "<div class='ad'>Advertisement</div>".join(
        f"<div class='grid'><div class='{name}'><div class='inner'>{part}</div></div></div>" for part in parts
    )
    assert paragraphs(read(f"<article><h1>{TITLE}</h1>{chunks}</article>")) == list(ALL)


def test_a_subheading_and_a_list_are_read() -> None:
    assert between(
        "<h2>What it costs</h2><ul><li><span>The pumps, said Ines Marlow</span></li><li>The road</li></ul>"
    ) == [
        *(FIRST, SECOND, "What it costs", "The pumps, said Ines Marlow", "The road"),
        *(THIRD, FOURTH),
    ]


@pytest.mark.parametrize(
    "above",
    [
        f"<header><h1>{TITLE}</h1><p class='standfirst'>{LEAD}</p></header>",
        f"<header><h1>{TITLE}</h1><h2>{LEAD}</h2></header>",
        f"<div><h1>{TITLE}</h1></div><div class='article-excerpt'>{LEAD}</div>",
        f"<div><h1>{TITLE}</h1><div>{LEAD}</div></div><div><p>4 March 2031</p></div>",
    ],
)
def test_a_standfirst_begins_the_text(above: str) -> None:
    assert paragraphs(read(f"<main>{above}<div class='body'>{p(*ALL)}</div></main>")) == [LEAD, *ALL]


def test_a_standfirst_is_known_by_what_the_page_says_of_itself() -> None:
    head = f'<meta name="description" content="{LEAD[:60]}…">'
    found = read(f"<main><h1>{TITLE}</h1><section><i>{LEAD}</i></section><div>{p(*ALL)}</div></main>", head)
    assert paragraphs(found) == [LEAD, *ALL]


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src='a.jpg'><figcaption>The engine house, seen from the harbour in May.</figcaption></figure>",
        "<div class='picture'><img src='a.jpg'><p>The engine house, seen from the harbour in May.</p></div>",
        "<p class='image-caption'>The engine house, seen from the harbour in May.</p>",
    ],
)
def test_a_caption_is_none_of_the_words(caption: str) -> None:
    assert between(caption) == [FIRST, SECOND, THIRD, FOURTH]


def test_a_post_from_elsewhere_is_none_of_the_words() -> None:
    post = "<blockquote class='twitter-tweet'><p>The quarry is ours!</p>— Orme (@orme) May 3, 2031</blockquote>"
    assert between(post) == [FIRST, SECOND, THIRD, FOURTH]
    assert len(between("<blockquote><p>The quarry belongs to nobody, and never will, she wrote.</p></blockquote>")) == 5


@pytest.mark.parametrize(
    "credit", ["With files from The Associated Press", "© 2031 The Associated Press. All rights reserved."]
)
def test_a_credit_stays_for_who_reads_credits(credit: str) -> None:
    assert paragraphs(story(p(*ALL, credit)))[-1] == credit
