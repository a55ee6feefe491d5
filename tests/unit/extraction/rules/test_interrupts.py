"""Ctrl-C while something loads."""

from __future__ import annotations

import signal
from threading import Thread

import pytest

from provenance.interrupts import held_back


def test_an_interrupt_waits_for_the_end() -> None:
    done = []

    def load() -> None:
        with held_back():
            signal.raise_signal(signal.SIGINT)
            done.append("loaded")

    with pytest.raises(KeyboardInterrupt):
        load()
    assert done == ["loaded"]


def test_the_handler_is_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with held_back():
        pass
    assert signal.getsignal(signal.SIGINT) is before


def test_an_error_inside_is_that_error() -> None:
    with pytest.raises(ValueError, match="broken"), held_back():
        raise ValueError("broken")


def test_other_threads_may_load() -> None:
    done = []

    def load() -> None:
        with held_back():
            done.append("loaded")

    thread = Thread(target=load)
    thread.start()
    thread.join()
    assert done == ["loaded"]
