from __future__ import annotations

import pytest
from warcs import page

from provenance.readers import Document, Read
from provenance.readers.amp import original
from provenance.readers.saved import read_page

PAGE = page().decode()
AMP = (
    PAGE.replace("<html lang='en'>", "<html ⚡ lang='en'>")
    .replace("<article>", "<amp-sidebar><ul><li><a href='/w'>World and weather</a></li></ul></amp-sidebar><article>")
    .replace(
        "</article>",
        "<amp-ad width=300><div placeholder>An advertisement</div></amp-ad> After it, the mayor left as well, she "
        "said.<amp-list src=x><template type=amp-mustache><a href='{{url}}'>Related words</a></template></amp-list>"
        "</article>"
        "<amp-consent><div>We use cookies, as everybody does.</div></amp-consent>",
    )
)


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("https://tarn-example.cdn.ampproject.org/c/s/tarn.example/quarry.amp", "https://tarn.example/quarry.amp"),
        ("https://cdn.ampproject.org/v/tarn.example/quarry?amp=1", "http://tarn.example/quarry?amp=1"),
        ("https://www.google.com/amp/s/tarn.example/quarry/amp", "https://tarn.example/quarry/amp"),
        ("https://www.google.co.uk/amp/s/tarn.example/quarry", "https://tarn.example/quarry"),
        ("https://www.bing.com/amp/s/tarn.example/quarry", "https://tarn.example/quarry"),
        ("https://tarn.example/amp/s/quarry", "https://tarn.example/amp/s/quarry"),
        ("https://www.google.com/amp/s/", "https://www.google.com/amp/s/"),
    ],
)
def test_where_a_cached_page_stands(address: str, where: str) -> None:
    assert original(address) == where


def test_an_amp_page_has_the_text_of_the_page() -> None:
    address = "https://tarn-example.cdn.ampproject.org/c/s/tarn.example/quarry.amp"
    one = Document("a.html", "a", AMP.encode(), read_page, address).read()
    assert isinstance(one, Read)
    for said in ("weather", "advertisement", "Related", "cookies"):
        assert said not in one.article.text
    assert "The quarry trust met on Monday" in one.article.text
    assert "After it, the mayor left as well, she said." in one.article.text
    assert one.article.url == "https://tarn.example/quarry.amp"
    assert one.article.capture is not None
    assert one.article.capture.address == address
