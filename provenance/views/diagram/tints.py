"""The colours of each shape."""

from __future__ import annotations

from provenance.palette import ARTICLE, DOCUMENT, NOBODY, REPORT, SPEAKER, TOGETHER, UNNAMED
from provenance.views.diagram.model import Shape

TINTS = {
    Shape.ARTICLE: ARTICLE,
    Shape.ARTICLES: ARTICLE,
    Shape.REPORT: REPORT,
    Shape.PLATFORM: REPORT,
    Shape.DOCUMENT: DOCUMENT,
    Shape.PERSON: SPEAKER,
    Shape.ORGANIZATION: SPEAKER,
    Shape.GROUP: SPEAKER,
    Shape.SOURCES: TOGETHER,
    Shape.ANONYMOUS: UNNAMED,
    Shape.UNSPECIFIED: NOBODY,
}
