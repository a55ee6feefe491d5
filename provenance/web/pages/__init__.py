"""One file for each page: what it asks of the library, and how that is shown to people and to programs."""

from provenance.web.pages import article, claim, compare, home, lists, review, search, source, vocabulary

RESOURCES = (
    home.RESOURCE,
    search.RESOURCE,
    lists.CLAIMS,
    claim.RESOURCE,
    lists.ARTICLES,
    article.RESOURCE,
    lists.SOURCES,
    source.RESOURCE,
    compare.RESOURCE,
    review.RESOURCE,
    vocabulary.RESOURCE,
)
