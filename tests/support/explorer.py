"""How a browser asks the explorer, and one that answers on a port of this machine."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT = "http://127.0.0.1"
OWN = {"origin": AT, "sec-fetch-site": "same-origin"}
"""What it says of a form of the explorer's own."""


@contextmanager
def served(store: Path, **told: Any) -> Iterator[str]:
    """The address of an explorer of `store`; `told` is for the application."""
    import uvicorn

    from provenance.web.application import application

    app = application(store, extractor="rules", **told)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", lifespan="on"))
    with socket.create_server(("127.0.0.1", 0)) as bound:
        thread = Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            while not server.started:
                sleep(0.01)
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
