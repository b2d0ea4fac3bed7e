"""The whole description, put together from its operations and the files beside them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from webui.openapi.operations import JSON, LANGUAGE, OPERATIONS, Operation

FOLDER = Path(__file__).parent
VERSION = "1.0.0"
PROBLEM = "application/problem+json"
MOVED = 301
FAILURES = {
    400: "有的参数看不懂或超出限制，errors 指明是哪一个",
    404: "没有这一页或这一篇",
    410: "这一篇已移除",
    414: "地址超过 8 KB",
    503: "尚无索引，或检索的人太多（Retry-After）",
}

Json: TypeAlias = Mapping[str, object]


def description(name: str, address: str) -> Json:
    """The description of one archive: its name and where it is."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": name,
            "version": VERSION,
            "description": "只读。不认识的参数名不理会，看不懂的参数值答 400。字段只增不减。",
        },
        "servers": [{"url": address}],
        "paths": {one.path: {"get": _operation(one)} for one in OPERATIONS},
        "components": {
            "parameters": {
                key: {"name": key, **value} for key, value in _read("parameters.json").items()
            },
            "schemas": {
                key: _complete(value)
                for file in ("schemas.json", "answers.json")
                for key, value in _read(file).items()
            },
        },
    }


def _read(name: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


def _complete(schema: dict[str, object]) -> Json:
    """An object with all its members: none of ours is ever left out."""
    members = schema.get("properties")
    if not isinstance(members, dict):
        return schema
    return {"type": "object", "required": list(members), **schema}


def _operation(one: Operation) -> Json:
    responses: dict[str, object] = {"200": _success(one)}
    if 410 in one.failures:
        responses[str(MOVED)] = {"description": "已并入另一篇，见 Location"}
    for status in one.failures:
        content = {PROBLEM: {"schema": _reference("schemas", "Problem")}}
        responses[str(status)] = {"description": FAILURES[status], "content": content}
    return {
        "operationId": one.name,
        "summary": one.summary,
        "parameters": [_reference("parameters", name) for name in (*one.parameters, LANGUAGE)],
        "responses": responses,
    }


def _success(one: Operation) -> Json:
    binary = {} if one.media == JSON else {"type": "string"}
    schema = _reference("schemas", one.schema) if one.schema else binary
    return {"description": one.summary, "content": {one.media: {"schema": schema}}}


def _reference(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}
