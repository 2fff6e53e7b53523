"""The contract as TypeScript reads it: `python -m publish.contract` writes it from `components.kit.contract`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from components.kit.contract import Pages, RecordCodes, Site, Wing, WingFiles, Words

FILE = Path(__file__).resolve().parent.parent / "assets" / "modules" / "contract.d.ts"
HEAD = (
    "/* What the server hands to the page. Written by `python -m publish.contract` from components/kit/contract.py. */"
)
DRAWN_BY_DASH = """\
export type Drawn = string | Component;

export interface Component {
  type: string;
  namespace?: string;
  props: Props;
}

export interface Props {
  children?: Tree;
  className?: string;
  [mark: `data-${string}`]: string | undefined;
  [name: string]: unknown;
}

/* What stands between the two tags of an element. */
export type Tree = Drawn | number | null | Tree[];"""
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}

Schema = dict[str, Any]


def declarations() -> str:
    """The whole file: what is not a model, then an interface a model, sorted by name."""
    _, told = models_json_schema([(model, "serialization") for model in (Site, Words, WingFiles, Wing)])
    pages = TypeAdapter(Pages).json_schema(mode="serialization")
    models = {**told["$defs"], **pages.pop("$defs")}
    codes = TypeAdapter(RecordCodes).json_schema(mode="serialization")
    unnamed = [
        DRAWN_BY_DASH,
        f"export type Pages = {_type(pages)};",
        f"export type RecordCodes = {_type(codes)};",
    ]
    return "\n\n".join([HEAD, *unnamed, *(_interface(name, models[name]) for name in sorted(models))]) + "\n"


def _interface(name: str, schema: Schema) -> str:
    note = "\n".join(f" * {line}".rstrip() for line in schema["description"].splitlines())
    fields = "\n".join(f"  {key}: {_type(value)};" for key, value in schema["properties"].items())
    return f"/**\n{note}\n */\nexport interface {name} {{\n{fields}\n}}"


def _type(schema: Schema) -> str:
    """A JSON schema as a TypeScript type. Raises `ValueError` for a kind of schema that no model has yet."""
    match schema:
        case {"format": name}:
            return str(name)
        case {"$ref": ref}:
            return str(ref).rsplit("/", 1)[1]
        case {"enum": values}:
            return " | ".join(json.dumps(value) for value in values)
        case {"anyOf": kinds}:
            return " | ".join(_type(kind) for kind in kinds)
        case {"type": "array", "prefixItems": items}:
            return f"[{', '.join(_type(item) for item in items)}]"
        case {"type": "array", "items": item}:
            return f"Array<{_type(item)}>"
        case {"type": "object", "properties": properties, "required": required}:
            fields = (f"{key}{'' if key in required else '?'}: {_type(value)}" for key, value in properties.items())
            return f"{{ {'; '.join(fields)} }}"
        case {"type": "object", "additionalProperties": True}:
            return "Record<string, unknown>"
        case {"type": "object", "additionalProperties": value, "propertyNames": {"enum": keys}}:
            return f"Record<{_type({'enum': keys})}, {_type(value)}>"
        case {"type": "object", "additionalProperties": value}:
            return f"Record<string, {_type(value)}>"
        case {"type": kind} if kind in PLAIN:
            return PLAIN[kind]
    raise ValueError(f"No TypeScript for {schema}")


def main() -> None:
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(declarations(), encoding="utf-8")


if __name__ == "__main__":
    main()
