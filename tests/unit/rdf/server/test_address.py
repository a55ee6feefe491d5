"""From the address of queries those of updates and of whole graphs, and nothing secret in what is shown."""

import pytest

from provenance.errors import UsageError
from provenance.rdf.server.address import LOGIN, OXIGRAPH, VIRTUOSO, address, is_address

PLACES = {
    "http://tarn.example:7878/query": ("http://tarn.example:7878/update", "http://tarn.example:7878/store"),
    "http://tarn.example:8890/sparql": (
        "http://tarn.example:8890/sparql",
        "http://tarn.example:8890/sparql-graph-crud",
    ),
    "https://tarn.example/sparql-auth": (
        "https://tarn.example/sparql-auth",
        "https://tarn.example/sparql-graph-crud-auth",
    ),
    "http://tarn.example:3030/news/sparql": (
        "http://tarn.example:3030/news/update",
        "http://tarn.example:3030/news/data",
    ),
    "http://tarn.example:3030/news/query/": (
        "http://tarn.example:3030/news/update",
        "http://tarn.example:3030/news/data",
    ),
    "http://tarn.example:7200/repositories/news": (
        "http://tarn.example:7200/repositories/news/statements",
        "http://tarn.example:7200/repositories/news/rdf-graphs/service",
    ),
}


@pytest.mark.parametrize("text", PLACES)
def test_each_kind_of_server_has_its_own_addresses(text: str) -> None:
    found = address(text)
    assert (found.update, found.graphs) == PLACES[text]


def test_behind_a_proxy_the_server_says_what_it_is() -> None:
    found = address("https://tarn.example/graph/query").of_server("Oxigraph/0.5.2")
    assert (found.update, found.graphs) == ("https://tarn.example/graph/update", "https://tarn.example/graph/store")
    assert found.manner is OXIGRAPH
    found = address("https://tarn.example/graph/sparql").of_server("Virtuoso/07.20.3229 (Linux)")
    assert (found.update, found.graphs) == (
        "https://tarn.example/graph/sparql",
        "https://tarn.example/graph/sparql-graph-crud",
    )
    assert found.manner is VIRTUOSO


def test_who_logs_in_is_in_the_address_or_in_the_environment_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    found = address("http://ada:two%20words@tarn.example/query")
    assert found.login == ("ada", "two words")
    assert found.name == found.query == "http://tarn.example/query"
    assert address("http://tarn.example/query").login is None
    monkeypatch.setenv(LOGIN, "ada:a%b:c")
    assert address("http://tarn.example/query").login == ("ada", "a%b:c")


@pytest.mark.parametrize(
    "text",
    [
        "http://",
        "http://:80/query",
        "http://tarn.example:port/query",
        "http://tarn.example/query?x=1",
        "http://tarn.example/query#x",
        "http://tarn.example/",
        "http://tarn.example/a b/query",
        "http://secret:word@tarn.example/elsewhere",
        "http://ada:secret@[::1/query",
        "http://ada:secret@tarn.example/que\nry",
    ],
)
def test_what_is_no_such_address_is_refused_in_one_line_without_what_is_secret(text: str) -> None:
    assert is_address(text)
    with pytest.raises(UsageError) as caught:
        address(text)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_name_without_a_password_is_no_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LOGIN, "ada")
    with pytest.raises(UsageError, match=LOGIN):
        address("http://tarn.example/query")
