"""The first four articles of the invented story in each text format, to the byte.

After a change that is meant, write the files anew: `python tests/golden/test_golden_story.py`, and read the difference.
"""

import sys
from io import BytesIO
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from corpus import CLAIM, STORY, material, statements  # noqa: E402 -- also when run as a script

from provenance.exports import EXPORTERS  # noqa: E402
from provenance.linking.matching.reports import resolve  # noqa: E402
from provenance.trace import trace  # noqa: E402
from provenance.views import VIEWS  # noqa: E402

PART = STORY[:4]
EXPORTED = {name: f"story-{name}{EXPORTERS[name].suffix}" for name in ("graphml", "gexf", "csv-hops", "csv-chains")}
VIEWED = {"tree": "story.txt", "mermaid": "story.mmd", "dot": "story.dot"}


def exported(name: str) -> bytes:
    stream = BytesIO()
    EXPORTERS[name].write(material(PART), stream)
    return stream.getvalue()


def viewed(name: str) -> bytes:
    told = statements(PART)
    return VIEWS[name](trace(CLAIM, told, resolve(told))).encode()


@pytest.mark.parametrize("name", EXPORTED)
def test_export(name: str) -> None:
    assert exported(name) == (HERE / EXPORTED[name]).read_bytes()


@pytest.mark.parametrize("name", VIEWED)
def test_view(name: str) -> None:
    assert viewed(name) == (HERE / VIEWED[name]).read_bytes()


if __name__ == "__main__":
    for name, file in EXPORTED.items():
        (HERE / file).write_bytes(exported(name))
    for name, file in VIEWED.items():
        (HERE / file).write_bytes(viewed(name))
