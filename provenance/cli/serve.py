"""`provenance serve`."""

import os
from typing import Annotated

import typer

from provenance.cli.listing import printable
from provenance.cli.options import AllowPrivate, By, Store
from provenance.cli.reviewer import reviewer
from provenance.errors import UsageError

EXAMPLES = (
    "provenance serve",
    "provenance serve --store marrow-island --port 8080",
)

TOKEN_VARIABLE = "PROVENANCE_TOKEN"  # noqa: S105 -- a name
SHORTEST = 16
"""Characters of a token that is given."""

Host = Annotated[str, typer.Option("--host", metavar="HOST", help="The address that is served.")]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")]
Token = Annotated[
    bool,
    typer.Option("--token", help="Ask for a token, as is always done where other machines can reach the address."),
]
Names = Annotated[
    list[str],
    typer.Option("--name", metavar="NAME", help="A name that browsers reach it by, besides HOST.", show_default=False),
]


def run(  # noqa: PLR0913, PLR0917 -- each is an option
    store: Store = None,
    host: Host = "127.0.0.1",
    port: Port = 8017,
    token: Token = False,  # noqa: FBT002 -- an option of the command line
    name: Names = [],  # noqa: B006 -- typer makes a list of its own
    by: By = None,
    allow_private: AllowPrivate = None,
) -> None:
    """Show the store in a browser: search, claims, articles, sources, comparison, review, and all of it for programs.

    Only this machine can ask, unless --host gives another address: then a token is asked for. It is
    $PROVENANCE_TOKEN, else one is made and printed. The store is read while others write to it. Needs the extra `web`.
    """
    from provenance.library import Library, named
    from provenance.web.serving import Manner, Place, is_loopback, serve

    place = named(store)
    with Library.open(place, mode="r") as library:
        path = library.path
    asked = _token() if token or not is_loopback(host) else ""

    def ready(address: str) -> None:
        typer.echo(f"{printable(path)} is at {address} (Ctrl-C ends it)")
        if asked and not os.environ.get(TOKEN_VARIABLE):
            typer.echo(f"token: {asked}")

    manner = Manner(asked, reviewer(by), frozenset(allow_private or ()))
    serve(place, Place(host, port, tuple(name)), manner, ready)


def _token() -> str:
    """The one in the environment, else a new one."""
    given = os.environ.get(TOKEN_VARIABLE, "")
    if given and len(given) < SHORTEST:
        raise UsageError(f"${TOKEN_VARIABLE} is shorter than {SHORTEST} characters: give a longer one, or none")
    if given:
        return given
    import secrets

    return secrets.token_urlsafe(32)
