"""The socket that the explorer listens at."""

from __future__ import annotations

import socket

from provenance.web.serving import _bound


def test_connections_send_what_they_have_at_once() -> None:
    with _bound("127.0.0.1", 0) as bound, socket.create_connection(bound.getsockname()):
        taken, _ = bound.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
