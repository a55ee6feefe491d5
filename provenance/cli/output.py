"""Where a command writes what it makes."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

from provenance.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def destination(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or the file at `path`, which appears only when it is whole.

    A file is written beside `path` and renamed, so that a failure leaves what stood there before; a device or a
    pipe is written as it stands. Raises OutputError where `path` cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        return
    try:
        with _device(path) if path.exists() and not path.is_file() else _replacing(path.resolve()) as stream:
            yield stream
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}): choose another place with -o") from error


def _device(path: Path) -> BinaryIO:
    return path.open("wb")


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        partial = Path(stream.name)
        try:
            yield cast("BinaryIO", stream)
        except BaseException:
            partial.unlink()
            raise
    partial.chmod(0o666 & ~_umask())
    partial.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
