"""A page as a value: its address, what it takes, what it asks of the library, and its forms."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from provenance.errors import UsageError
from provenance.web.forms import MEDIA, Form, wanted
from provenance.web.kept import response
from provenance.web.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from provenance.web.shelf import Desk, Shelf

LONGEST = 2000
"""Characters of one parameter."""

Asked = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """Part of an address: of its path where `in_path`, else of its query.

    One with a `default` need not be given. A number is from `least` to `most`; words fit `pattern`, if there is one.
    """

    name: str
    says: str
    default: str | int | None = None
    pattern: str = ""
    least: int = 0
    most: int = 0
    in_path: bool = False
    example: str = ""

    @property
    def is_number(self) -> bool:
        return self.most > 0

    def read(self, given: str | None) -> str | int:
        """Raises UsageError for what does not fit."""
        if given is None or (not given and self.default is not None):
            if self.default is None:
                raise UsageError(f"'{self.name}' is missing: {self.says}")
            return self.default
        if not self.is_number:
            if len(given) > LONGEST:
                raise UsageError(f"'{self.name}' is longer than {LONGEST} characters: give less")
            return given
        if not (given.isascii() and given.isdecimal() and len(given) < 10 and self.least <= int(given) <= self.most):
            raise UsageError(f"'{self.name}' is a whole number from {self.least} to {self.most}, not '{given[:20]}'")
        return int(given)


@dataclass(frozen=True, slots=True)
class Resource:
    """What `ask` finds is `told` to `template`, and is `record` in JSON; `turtle` says it in RDF 1.1 Turtle.

    `api` is its address under /api, the same as `path` where it is empty. It `is_of_the_store` where it is the same for
    as long as nothing is written.
    """

    path: str
    says: str
    template: str
    ask: Callable[[Desk, Asked], Any]
    told: Callable[[Any, Asked], Mapping[str, Any]]
    record: Callable[[Any], Any]
    turtle: Callable[[Desk, Any, Asked], bytes] | None = None
    parameters: tuple[Parameter, ...] = ()
    api: str = ""
    is_of_the_store: bool = True
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "object"})

    def read(self, request: Request) -> Asked:
        """Raises UsageError for what does not fit."""
        places = {True: request.path_params, False: request.query_params}
        return {one.name: one.read(places[one.in_path].get(one.name)) for one in self.parameters}

    async def page(self, request: Request) -> Response:
        offered = (Form.HTML, Form.JSON, *([Form.TURTLE] if self.turtle else []))
        return await self._answer(request, wanted(request, offered))

    async def answer(self, request: Request) -> Response:
        """For programs: JSON unless Turtle is asked for."""
        return await self._answer(request, wanted(request, (Form.JSON, *([Form.TURTLE] if self.turtle else []))))

    async def _answer(self, request: Request, form: Form) -> Response:
        asked, shelf = self.read(request), _shelf(request)

        def make(desk: Desk) -> bytes:
            found = self.ask(desk, asked)
            match form:
                case Form.HTML:
                    return render(self.template, request, asked=asked, **self.told(found, asked)).encode("utf8")
                case Form.JSON:
                    return json.dumps(self.record(found)).encode()
                case _:
                    return self.turtle(desk, found, asked) if self.turtle else b""

        name = (form, request.url.path, request.url.query)
        body = await (shelf.page(name, make) if self.is_of_the_store else shelf.ask(make))
        return response(request, body, MEDIA[form], {"vary": "Accept"})


def _shelf(request: Request) -> Shelf:
    shelf: Shelf = request.app.state.shelf
    return shelf
