"""The official schemas of the standard, where they are at hand. No Django: programs outside of the site use it too."""

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = Path(os.environ.get("BEENTHERE_DATA", "../shared/data")) / "directory" / "hsds-3.0" / "schema"
BASE = "https://standard.example/"


@lru_cache
def schema(name: str) -> Draft202012Validator:
    """An official schema, those to which it points found beside it."""
    files = {BASE + each.name: Resource.from_contents(_of(each)) for each in SCHEMAS.glob("*.json")}
    whole = _of(SCHEMAS / name) | {"$id": BASE + Path(name).name}
    registry = Registry().with_resources(files.items())
    return Draft202012Validator(whole, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _of(file: Path) -> dict[str, Any]:
    told = json.loads(file.read_text(encoding="utf-8"))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | {
        name: part for name, part in told.items() if name in {"type", "properties", "required", "definitions"}
    }


def mistakes(name: str, answers: list[Any]) -> list[str]:
    """What an official schema finds wrong with answers."""
    return [f"{one.json_path}: {one.message}" for answer in answers for one in schema(name).iter_errors(answer)]
