"""The command line: one file per command; each parses, calls the library and prints. No policy lives here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from provenance import __version__
from provenance.cli import (
    articles,
    backup,
    check,
    claim_review,
    claims,
    compact,
    compare,
    confirm,
    correct,
    decisions,
    export,
    extract,
    find,
    follow,
    forget,
    info,
    ingest,
    load,
    merge,
    nanopub,
    origin,
    query,
    reject,
    remove,
    restore,
    review,
    run,
    serve,
    skipped,
    sources,
    split,
    trace,
    undo,
    verify,
    view,
    vocabulary,
    why,
)
from provenance.cli.listing import printable
from provenance.errors import OutputError, ProvenanceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "ingest": ingest,
    "trace": trace,
    "follow": follow,
    "origin": origin,
    "find": find,
    "check": check,
    "compare": compare,
    "claims": claims,
    "articles": articles,
    "skipped": skipped,
    "sources": sources,
    "view": view,
    "serve": serve,
    "export": export,
    "claim-review": claim_review,
    "nanopub": nanopub,
    "query": query,
    "vocabulary": vocabulary,
    "extract": extract,
    "run": run,
    "remove": remove,
    "review": review,
    "why": why,
    "confirm": confirm,
    "reject": reject,
    "merge": merge,
    "split": split,
    "correct": correct,
    "undo": undo,
    "decisions": decisions,
    "info": info,
    "forget": forget,
    "load": load,
    "backup": backup,
    "restore": restore,
    "compact": compact,
    "verify": verify,
}

START = """\b
Start with:
  provenance ingest examples/articles
  provenance trace "the ferry operator plans to close the Marrow Island route"
"""

EXIT_CODES = """\b
Exit codes:
  0    found, done
  1    nothing found
  2    a request that makes no sense
  3    bad input; what could be read was kept
  4    a store that cannot be opened or written, or is not whole
  5    an output that cannot be written, or another failure
  6    an optional package or program is missing
  7    an extractor that does not load
  130  interrupted with Ctrl-C
  143  ended with SIGTERM; what was finished is kept"""


class Commands(TyperGroup):
    def invoke(self, ctx: Any) -> Any:
        """Run a command; a reader that closes the pipe early, such as `head`, ends it quietly."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _discard_output()
            raise typer.Exit from None


app = typer.Typer(
    cls=Commands,
    epilog=f"{START}\n{EXIT_CODES}",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(wanted: object) -> None:
    """Eager, so that it answers before typer validates anything: that would import pydantic."""
    if wanted:
        typer.echo(f"provenance {__version__}")
        raise typer.Exit


VERSION = typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and end.")


@app.callback(invoke_without_command=True)
def provenance(context: typer.Context, version: Annotated[bool | None, VERSION] = None) -> None:  # noqa: ARG001
    """Trace a news claim back through the outlets that relayed it to where it came from."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


for _name, _command in COMMANDS.items():
    _examples = "".join(f"\n  {example}" for example in _command.EXAMPLES)
    app.command(_name, epilog=f"\b\nExamples:{_examples}")(_command.run)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on `arguments` (default: those of the process); the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(arguments, prog_name="provenance", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _fail(f"{error.format_message()} See '{_asked(error)} --help'.", UsageError.exit_code)
    except ProvenanceError as error:
        return _fail(str(error), error.exit_code)
    except BrokenPipeError:
        _discard_output()
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        _discard_output()
        reason = f"cannot be written ({error.strerror}): free some space, or send it to another place"
        return _fail(f"standard output: {reason}", OutputError.exit_code)
    return code if isinstance(code, int) else 0


def _asked(error: typer.TyperException) -> str:
    """The command that was asked for wrongly, such as "provenance trace"."""
    context = getattr(error, "ctx", None)
    return context.command_path if context else "provenance"


def _fail(message: str, code: int) -> int:
    typer.echo(f"provenance: {printable(message)}", err=True)
    return code


def _discard_output() -> None:
    """Point standard output at nothing, so that the flush at exit cannot fail as well."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
