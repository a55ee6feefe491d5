"""`provenance run`."""

from typing import Annotated

import typer

from provenance.cli.listing import printable
from provenance.cli.options import Extractor, Jobs, Language
from provenance.errors import InputError

EXAMPLES = (
    "provenance run examples/articles -o tables",
    "provenance run examples/articles -o on-spark --engine spark --master 'local[2,4]'",
    "provenance run hdfs:///news/2031 -o hdfs:///graph/2031 --engine spark --master spark://head:7077",
)
Input = Annotated[
    str,
    typer.Argument(
        metavar="INPUT",
        help="A file or folder of articles (docs/formats.md); for Spark, on any file system that it reads.",
        show_default=False,
    ),
]
Out = Annotated[str, typer.Option("--output", "-o", metavar="FOLDER", help="Where it is written; made anew.")]
Engine = Annotated[
    str,
    typer.Option("--engine", metavar="local|spark", help="Who does it: processes of this machine, or Spark."),
]
Master = Annotated[
    str,
    typer.Option(
        "--master",
        metavar="URL",
        help="The cluster of Spark, such as spark://head:7077, or local[2,4]: two cores of this machine, each task "
        "tried four times. By default what spark-submit says, else all cores.",
        show_default=False,
    ),
]


def run(  # noqa: PLR0913, PLR0917 -- one option for each thing that can be asked for
    source: Input,
    output: Out,
    engine: Engine = "local",
    extractor: Extractor = "model",
    language: Language = "",
    jobs: Jobs = 1,
    master: Master = "",
) -> None:
    """Read all articles at once, into tables and quads: no store is kept.

    The folder holds Parquet tables (articles, derivations, statements, hops, links, claims, skipped) and N-Quads
    (quads). On one machine and on Spark they hold the same, in an order of their own; docs/scale.md says what it costs.
    """
    from provenance.tables import run as run_all
    from provenance.views.prose.phrases import count

    def tell(line: str) -> None:
        typer.echo(line, err=True)

    made = run_all(source, output, engine, extractor, language, jobs=jobs, master=master, tell=tell)
    left = f" ({made.dropped} left out)" if made.dropped else ""
    read = f"{count(made.articles, 'article')}, {count(made.statements, 'statement')}{left}"
    told = f"{count(made.claims, 'claim')}, {count(made.links, 'link')}"
    skipped = f"; {made.skipped} skipped: see {output}/skipped" if made.skipped else ""
    typer.echo(printable(f"{read}, {told}{skipped}"), err=True)
    if made.skipped:
        raise typer.Exit(InputError.exit_code)
