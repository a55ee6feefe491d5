"""What programs may ask, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made from the pages' own table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response

from provenance import __version__
from provenance.web.forms import Form
from provenance.web.given import FIELDS
from provenance.web.pages import RESOURCES
from provenance.web.resource import LONGEST

if TYPE_CHECKING:
    from starlette.requests import Request

    from provenance.web.resource import Parameter, Resource

Schema = dict[str, Any]

PROBLEM = {"$ref": "#/components/responses/Problem"}
FAULTS = dict.fromkeys(("400", "404", "422"), PROBLEM)
STRING: Schema = {"type": "string"}
TEXT: Schema = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}} | dict.fromkeys(FIELDS, STRING),
    "additionalProperties": False,
}
FILE: Schema = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}, "required": ["file"]}
DECIDE: Schema = {
    "type": "object",
    "required": ["link", "answer"],
    "properties": {
        "link": {"type": "string", "format": "iri"},
        "answer": {"enum": ["same", "different"]},
        "note": {"type": "string", "maxLength": 1000},
    },
    "additionalProperties": False,
}
UNDO: Schema = {
    "type": "object",
    "required": ["decision"],
    "properties": {"decision": {"type": "string", "format": "iri"}},
    "additionalProperties": False,
}


async def described(request: Request) -> Response:
    return JSONResponse(description(needs_token=bool(request.app.state.token)))


def description(*, needs_token: bool = False) -> Schema:
    paths: dict[str, Schema] = {}
    for one in RESOURCES:
        paths.setdefault(_path(one), {})["get"] = _read(one)
    for path, says, schema, status in (
        ("/api/extract", "Read a text or a file, and store nothing: an object for each article.", TEXT, "200"),
        ("/api/articles", "Keep a text or a file: what became of each article.", TEXT, "201"),
        ("/api/decisions", "Decide an undecided link.", DECIDE, "200"),
        ("/api/decisions/undo", "Undo a decision.", UNDO, "200"),
    ):
        paths.setdefault(path, {})["post"] = _write(says, schema, status, files=schema is TEXT)
    whole = _answer("The overview.", {"type": "object", "required": ["claims", "citing", "sourcing", "to_fetch"]})
    paths["/api/overview"] = {"get": {"summary": "The store at a glance, once counted.", "responses": {"200": whole}}}
    paths["/sparql"] = {"get": _sparql()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "provenance",
            "version": __version__,
            "description": "Who said what, through whom, in the articles of a store.",
        },
        "paths": paths,
        "components": {
            "responses": {
                "Problem": {
                    "description": "What is wrong (RFC 9457).",
                    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }
            },
            "schemas": {
                "Problem": {
                    "type": "object",
                    "required": ["title", "status", "detail"],
                    "properties": {"title": STRING, "status": {"type": "integer"}, "detail": STRING},
                }
            },
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}] if needs_token else [],
    }


def _path(one: Resource) -> str:
    return f"/api{one.api or one.path}".replace(":path}", "}")


def _read(one: Resource) -> Schema:
    answer = _answer(one.says, dict(one.schema))
    forms = [Form.JSON.value]
    if one.turtle:
        answer["content"]["text/turtle"] = {"schema": STRING}
        forms.append(Form.TURTLE.value)
    form = {"name": "format", "in": "query", "description": "As Accept asks.", "schema": {"enum": forms}}
    return {
        "summary": one.says,
        "parameters": [*map(_parameter, one.parameters), form],
        "responses": {"200": answer, **FAULTS},
    }


def _parameter(one: Parameter) -> Schema:
    schema: Schema = {"type": "integer", "minimum": one.least, "maximum": one.most} if one.is_number else dict(STRING)
    if not one.is_number:
        schema |= {"maxLength": LONGEST} | (
            {"pattern": one.pattern} if one.pattern else {"minLength": 1 if one.in_path else 0}
        )
    if one.default is not None:
        schema["default"] = one.default
    return {
        "name": one.name,
        "in": "path" if one.in_path else "query",
        "required": one.in_path or one.default is None,
        "description": one.says,
        "schema": schema,
    } | ({"example": one.example} if one.example else {})


def _write(says: str, schema: Schema, status: str, *, files: bool) -> Schema:
    content: Schema = {"application/json": {"schema": schema}}
    if files:
        content["multipart/form-data"] = {"schema": FILE}
    answer = _answer(says, {"type": "array" if files else "object"})
    body = {"required": True, "content": content}
    responses = {status: answer, **FAULTS, **dict.fromkeys(("403", "413", "503"), PROBLEM)}
    return {"summary": says, "requestBody": body, "responses": responses}


def _sparql() -> Schema:
    parameter = {"name": "query", "in": "query", "required": True, "schema": STRING, "description": "SPARQL 1.1."}
    answer = _answer("The answer; a graph is Turtle unless another RDF is asked for.", {"type": "object"})
    answer["content"] = {
        media: {"schema": {} if media.endswith("json") else STRING}
        for media in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/turtle")
    }
    return {
        "summary": "SPARQL 1.1 Protocol, queries only; POST takes the same.",
        "parameters": [parameter],
        "responses": {"200": answer, "400": PROBLEM, "503": PROBLEM},
    }


def _answer(says: str, schema: Schema) -> Schema:
    return {"description": says, "content": {"application/json": {"schema": schema}}}
