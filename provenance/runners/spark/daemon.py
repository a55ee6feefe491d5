"""Spark's daemon of Python workers, `pyspark.daemon`, as `spark.python.daemon.module` names it.

Spark puts its own pyspark.zip and a jar first among the places that modules come from, and before each task has all
such places looked through anew, which costs 0.15 s of the processor. Where pyspark is installed it is taken from there.
What this module imports with its package, the workers, which are forked from it, need not import.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from pathlib import Path


def _folders() -> list[str]:
    """The places of modules without archives, if pyspark is found without them."""
    places = [place for place in sys.path if not Path(place).is_file()]
    return places if PathFinder.find_spec("pyspark", places) else sys.path


if __name__ == "__main__":
    sys.path[:] = _folders()
    sys.path_importer_cache.clear()
    from pyspark.daemon import manager

    manager()
