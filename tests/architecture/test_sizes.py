import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[2] / "src").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_file_is_one_idea_of_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_function_has_at_most_40_lines_without_its_docstring(path: Path) -> None:
    long = [each.name for each in _functions(path) if _length(each) > 40]
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_module_says_in_its_first_line_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_class_has_at_most_25_methods(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    crowded = [
        each.name
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef)
        and sum(isinstance(part, ast.FunctionDef) for part in each.body) > 25
    ]
    assert not crowded


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
