"""Tables as Parquet and N-Quads as text, each a folder, by Spark's own writers: what is there is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provenance.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyspark import RDD
    from pyspark.sql import SparkSession

    from provenance.runners.results import Table

QUADS = "quads"


def write_table(spark: SparkSession, values: RDD[Any], table: Table, out: str) -> None:
    """Raises OutputError where it cannot be written."""
    columns = ", ".join(f"`{name}` {type_}" for name, type_ in table.columns.items())
    frame = spark.createDataFrame(values.flatMap(table.rows), columns, verifySchema=False)
    _reported(lambda: frame.write.parquet(f"{out}/{table.name}"), out)


def write_lines(spark: SparkSession, lines: Iterable[RDD[str]], out: str) -> None:
    """Each string is one or more lines of N-Quads, without the last line break. Raises OutputError as `write_table`."""
    rows = spark.sparkContext.union(list(lines)).filter(bool).map(lambda one: (one,))
    frame = spark.createDataFrame(rows, "value string", verifySchema=False)
    _reported(lambda: frame.write.text(f"{out}/{QUADS}"), out)


def refuse_taken(spark: SparkSession, out: str) -> None:
    """Raise OutputError where something is at `out` already."""
    from py4j.protocol import Py4JError

    java: Any = spark.sparkContext._jvm  # noqa: SLF001 -- PySpark has no way of its own to ask a file system
    path = java.org.apache.hadoop.fs.Path(out)
    hadoop = spark.sparkContext._jsc.hadoopConfiguration()  # noqa: SLF001
    try:
        taken = path.getFileSystem(hadoop).exists(path)
    except Py4JError as error:
        raise OutputError(f"{out}: no such file system, or none that answers: {_short(error)}") from None
    if taken:
        raise OutputError(f"{out}: is there already: give another place with -o")


def _reported(write: Callable[[], None], out: str) -> None:
    from py4j.protocol import Py4JJavaError

    try:
        write()
    except Py4JJavaError as error:
        raise OutputError(f"{out}: a part of the run failed: {_short(error)}") from None


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
