"""A bank as editors see it: YAML 1.2 with numbers, `true` and nothing, held against the schema."""

import json
import re
from collections.abc import Iterator
from typing import Any, ClassVar

import yaml
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from zhu_quiz.teach.telling.schema import schema


class Core(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """The core rules of YAML 1.2: `No` and dates are texts."""

    yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {}


for _name, _form in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_form})$"), None)


def _integer(loader: Core, node: yaml.ScalarNode) -> int:
    written = loader.construct_scalar(node)
    return int(written, 0 if written[:2] in ("0o", "0x") else 10)


Core.add_constructor("tag:yaml.org,2002:int", _integer)


def seen(text: str) -> Any:
    """The values in a text."""
    return yaml.load(text, Core)


def validator() -> Draft7Validator:
    return Draft7Validator(schema())


def underlined(text: str) -> list[str]:
    """What an editor would say of a bank."""
    return [_words(error) for error in _innermost(validator().iter_errors(seen(text)))]


def _innermost(errors: Iterator[ValidationError]) -> Iterator[ValidationError]:
    for error in errors:
        if error.context:
            yield from _innermost(iter(error.context))
        else:
            yield error


def _words(error: ValidationError) -> str:
    there = error.schema if isinstance(error.schema, dict) else {}
    return f"{'/'.join(map(str, error.path))}: {there.get('errorMessage', json.dumps(error.message))}"
