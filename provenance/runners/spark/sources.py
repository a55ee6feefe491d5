"""What lies in files on any file system that Spark reads, as documents, each with its place in the order of them all.

JSON Lines are split by lines: a file is read by as many tasks as it has blocks, a gzipped one by one. Any other file,
such as a WARC or Parquet, is read by one task, from the machine's own files as a stream, from others whole (2 GiB at
most, as Spark hands a file on); the pages in it are then dealt out.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from provenance.errors import InputError
from provenance.readers import READERS, Read, Skipped, held
from provenance.readers.jsonlines import read_line, repeated
from provenance.runners.spark.spread import uneven

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

    from provenance.readers import Document

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
TASKS = 10_000
"""The most tasks that files of this machine are divided into."""
_FILE = "file:"


class Place(NamedTuple):
    """Of a document: its file, and where in it; those of one run are in the order of these."""

    file: str
    number: int


class Found(NamedTuple):
    place: Place
    item: Document | Read | Skipped


def found(spark: SparkSession, source: str) -> RDD[Found]:
    """What lies in `source`, a file, a folder with all under it, or a pattern of Hadoop's.

    Raises InputError where there is no file that can be read.
    """
    others = [suffix for suffix in READERS if suffix not in LINES]
    lines, files = _files(spark, source, LINES, "text"), _files(spark, source, others, "binaryFile")
    found = [made for made in (_in_lines(lines), _in_files(files)) if made is not None]
    if not found:
        raise InputError(f"{source}: nothing to read there: give files of {', '.join(READERS)}")
    return spark.sparkContext.union(found)


def _files(spark: SparkSession, source: str, suffixes: Iterable[str], format_: str) -> DataFrame:
    from pyspark.errors import PySparkException

    reader = spark.read.format(format_).option("lineSep", "\n").option("recursiveFileLookup", "true")
    try:
        return reader.option("pathGlobFilter", _ending(suffixes)).load(source)
    except PySparkException as error:
        if "PATH_NOT_FOUND" in str(error):
            raise InputError(f"{source}: no such file or folder: check the path") from None
        raise InputError(f"{source}: Spark cannot read it: {str(error).splitlines()[0][:200]}") from None


def _ending(suffixes: Iterable[str]) -> str:
    """The pattern of names that end so, in upper or lower case (Hadoop, `FileSystem.globStatus`)."""
    each = ("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in suffix) for suffix in suffixes)
    return f"*{{{','.join(each)}}}"


def _in_files(files: DataFrame) -> RDD[Found] | None:
    names = files.inputFiles()
    if not names:
        return None
    context = files.sparkSession.sparkContext
    if names[0].startswith(_FILE):
        paths: RDD[Any] = context.parallelize([(name, None) for name in sorted(names)], min(len(names), TASKS))
    else:
        paths = files.select("path", "content").rdd.map(lambda row: (row.path, bytes(row.content)))
    documents = paths.flatMap(_held)
    return documents.repartition(uneven(documents)) if len(names) < uneven(documents) else documents


def _held(file: tuple[str, bytes | None]) -> Iterator[Found]:
    path, content = file
    name = _shown(path) if content is not None else _shown(unquote(path))
    try:
        with BytesIO(content) if content is not None else Path(name).open("rb") as stream:
            for number, item in enumerate(held(stream, name)):
                yield Found(Place(name, number), item)
    except OSError as error:
        yield Found(Place(name, 0), Skipped(name, f"cannot be read: {error.strerror}"))


def _in_lines(lines: DataFrame) -> RDD[Found] | None:
    """By numbers of lines, so that each is called as it is where its file is read from the beginning to the end."""
    if not lines.inputFiles():
        return None
    from pyspark.sql import functions as sql

    block = (sql.col("_metadata.file_path"), sql.col("_metadata.file_block_start"))
    before = lines.sparkSession.sparkContext.broadcast(_before(lines.groupBy(*block).count().collect()))
    rows: RDD[Any] = lines.select(*block, sql.col("value").cast("binary")).rdd
    read = rows.mapPartitions(lambda part: _read(part, before.value))
    return read.groupByKey(uneven(read)).flatMap(lambda named: _first(named[1]))


def _before(counted: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int], int]:
    """How many lines of its file stand before each block; `counted` are file, first byte and lines of each block."""
    found = {}
    for _, blocks in groupby(sorted(counted), key=lambda block: block[0]):
        total = 0
        for path, start, number in blocks:
            found[path, start] = total
            total += number
    return found


def _read(rows: Iterable[Any], before: dict[tuple[str, int], int]) -> Iterator[tuple[tuple[str, str], Found]]:
    """Each line by its file and the key of its article."""
    for block, lines in groupby(rows, key=lambda row: (row[0], row[1])):
        name = _shown(unquote(block[0]))
        for number, (_, _, line) in enumerate(lines, before[block] + 1):
            text = bytes(line).removeprefix(b"\xef\xbb\xbf") if number == 1 else bytes(line)
            if text.strip():
                item = read_line(text, name, number)
                key = item.article.key if isinstance(item, Read) else f"\n{number}"
                yield (name, key), Found(Place(name, number), item)


def _first(named: Iterable[Found]) -> Iterator[Found]:
    """Of the lines of one key the first stands."""
    first, *rest = sorted(named, key=lambda one: one.place)
    yield first
    for one in rest:
        if isinstance(one.item, Read):
            yield Found(one.place, repeated(one.item, one.place.number, first.place.number))


def _shown(path: str) -> str:
    """A path of this machine without its scheme."""
    return "/" + path.removeprefix(_FILE).lstrip("/") if path.startswith(_FILE) else path
