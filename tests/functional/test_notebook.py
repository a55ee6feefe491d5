"""The example notebook runs from a clean kernel, and its outputs are pictures and marks without script."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import nbformat
import pytest
from command import ROOT
from lxml.html import fragment_fromstring
from nbclient import NotebookClient

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from nbformat import NotebookNode

NOTEBOOK = ROOT / "examples" / "tour.ipynb"
ELSEWHERE = re.compile(r"@import|url\(|javascript:", re.IGNORECASE)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
    """The notebook after a run in its own folder, by a kernel that no setting of the user's reaches."""
    folder = tmp_path_factory.mktemp("jupyter")
    places = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    code = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    with pytest.MonkeyPatch.context() as patch:
        for place in places:
            patch.setenv(place, str(folder / place.lower()))
        patch.setenv("PYTHONPATH", code)
        patch.setenv("PYDEVD_DISABLE_FILE_VALIDATION", "1")
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    return notebook


def shown(notebook: NotebookNode) -> list[HtmlElement]:
    """What each cell that shows something shows."""
    outputs = [one for cell in notebook.cells for one in cell.get("outputs", [])]
    assert not [one for one in outputs if one.output_type == "error" or one.get("name") == "stderr"]
    return [fragment_fromstring(one.data["text/html"]) for one in outputs if "text/html" in one.get("data", {})]


def test_the_notebook_is_kept_without_outputs() -> None:
    kept = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(kept)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in kept.cells)


def test_an_article_a_store_and_a_trace_show_themselves(ran: NotebookNode) -> None:
    article, store, trace, kept = shown(ran)
    for one in (article, kept):
        assert {part for part in ("content", "cue", "source") if one.find_class(part)} == {"content", "cue", "source"}
        assert len(one.xpath("//ol[@class='told']/li")) == len(one.xpath("//a[@class='ref']")) > 0
    assert "two officials" in " ".join(one.text_content() for one in article.find_class("source"))
    assert store.find_class("numbers")[0].text_content() == "10 articles · 96 statements · 57 claims"
    assert "Who cites whom most" in [one.text for one in store.iter("caption")]
    [picture] = trace.iter("svg")
    assert {"two officials", "Harbour Ledger", "Mainland Observer"} <= {one.text for one in picture.iter("text")}
    [report] = trace.iter("details")
    assert "What weakens it" in report.text_content()


def test_no_output_has_script_or_asks_for_anything(ran: NotebookNode) -> None:
    for one in shown(ran):
        assert not {element.tag for element in one.iter()} & {"script", "iframe", "object", "embed", "link", "img"}
        for element in one.iter():
            assert not any(name.startswith("on") for name in element.attrib)
            assert element.get("href", "#").startswith("#")
        assert not ELSEWHERE.search("".join(style.text for style in one.iter("style")))


def test_style_stays_in_its_frame(ran: NotebookNode) -> None:
    for one in shown(ran):
        for style in one.iter("style"):
            plain = re.sub(r"@media[^{]*\{(.*?\})\s*\}", r"\1", style.text)
            selectors = [part for rule in re.findall(r"([^{}]+)\{", plain) for part in rule.split(",")]
            assert [part for part in selectors if not re.search(r"\.provenance|\.marks", part)] == []


def test_plain_text_is_a_screenful(ran: NotebookNode) -> None:
    texts = [one.data["text/plain"] for cell in ran.cells for one in cell.get("outputs", []) if "data" in one]
    [trace] = [one for one in texts if "independent sources" in one]
    assert len(trace.splitlines()) <= 24
    assert "<Library: in memory>" in texts
