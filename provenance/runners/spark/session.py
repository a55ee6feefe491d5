"""Spark as this process finds or starts it."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from provenance.errors import MissingExtraError, UsageError
from provenance.runners.worker import ONE_THREAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyspark.sql import SparkSession

    Tell = Callable[[str], None]

LOCAL = "local[*,4]"
"""All cores of this machine; what fails, as where a worker was killed, is tried four times."""
DAEMON = "provenance.runners.spark.daemon"
LOOPBACK = "127.0.0.1"
NO_PYSPARK = "pyspark is not installed: pip install 'provenance-tracker[spark]', or give --engine local"
NO_JAVA = "Spark needs Java 17 or later: install it (Debian: default-jre-headless), or set JAVA_HOME"


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """Of the cluster at `master`; empty for the one that spark-submit says, else for this machine. Ended afterwards.

    What else is set, in spark-defaults.conf or PYSPARK_SUBMIT_ARGS, holds; workers of this machine are this Python,
    unless PYSPARK_PYTHON names another. Raises MissingExtraError without pyspark or
    Java, UsageError where it does not start.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise MissingExtraError(NO_PYSPARK) from None
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise MissingExtraError(NO_JAVA)
    settings = _settings(master)
    if settings.get("spark.master", "").startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("provenance")
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except (PySparkException, OSError, ValueError) as error:
        raise UsageError(f"Spark does not start at {master or LOCAL}: {_short(error)}") from None
    except Exception as error:
        if type(error).__module__.startswith("py4j"):
            raise UsageError(f"Spark does not start at {master or LOCAL}: {_short(error)}") from None
        raise
    spark.sparkContext.setLogLevel("FATAL")
    try:
        yield spark
    finally:
        spark.stop()


@contextmanager
def step(spark: SparkSession, name: str, tell: Tell) -> Iterator[None]:
    """What Spark does within is shown under this `name`, and told with the seconds that it took."""
    start = monotonic()
    spark.sparkContext.setJobDescription(name)
    yield
    tell(f"{name}: {monotonic() - start:.1f} s")


def _settings(master: str) -> dict[str, str]:
    """Workers keep to one thread each, and are used again, so that each loads the encoder once."""
    found = {f"spark.executorEnv.{name}": "1" for name in ONE_THREAD}
    found |= {
        "spark.python.worker.reuse": "true",
        "spark.python.daemon.module": DAEMON,
        "spark.ui.showConsoleProgress": "false",
    }
    if not master and "PYSPARK_GATEWAY_PORT" not in os.environ:
        master = LOCAL
    if master:
        found["spark.master"] = master
    if master.startswith("local"):
        found |= {
            "spark.driver.host": LOOPBACK,
            "spark.driver.bindAddress": LOOPBACK,
            "spark.ui.enabled": "false",
            "spark.driver.memory": os.environ.get("SPARK_DRIVER_MEMORY", "2g"),
        }
    return found


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
