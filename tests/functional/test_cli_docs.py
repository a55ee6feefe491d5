"""docs/cli.md says what the command line takes. `make docs` writes it anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from provenance.cli import COMMANDS, EXIT_CODES, app

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def page() -> str:
    return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    group = typer.main.get_command(app)
    yield "# Command line"
    yield ""
    yield "`provenance COMMAND --help` says the same. Made from the program itself; a test keeps it true. Exit codes:"
    yield from ("", "```text", *EXIT_CODES.splitlines()[2:], "```")
    for name, module in COMMANDS.items():
        yield from ("", f"## provenance {name}", "", *paragraphs(module.run.__doc__), "")
        yield from ("| | |", "|---|---|")
        yield from (row(parameter) for parameter in group.commands[name].params)  # type: ignore[attr-defined]
        yield from ("", "```sh", *module.EXAMPLES, "```")


def paragraphs(docstring: str) -> list[str]:
    return [line.strip() for line in docstring.strip().splitlines()]


def row(parameter: typer.core.TyperOption | typer.core.TyperArgument) -> str:
    names = ", ".join(parameter.opts) if parameter.param_type_name == "option" else ""
    given = f"{names} {parameter.metavar or ''}".strip().replace("|", r"\|")
    default = parameter.default if parameter.show_default and not parameter.required else None
    stated = f" Default: `{getattr(default, 'value', default)}`." if default is not None else ""
    return f"| `{given}` | {parameter.help}{stated} |"


def test_the_page_is_what_the_program_says() -> None:
    assert PAGE.read_text("utf8") == page(), "run make docs"


if __name__ == "__main__":
    sys.exit(not PAGE.write_text(page(), "utf8"))
