"""No float comes near the law of pay, whether written down, named, or made by dividing whole numbers."""

import ast
from dataclasses import fields, is_dataclass
from fractions import Fraction
from pathlib import Path

import pytest

import pa_manager.law
from pa_manager.law import own_figures
from tests.law.oracles import examples
from tests.law.reckoning import rule_for

SOURCES = sorted(Path(pa_manager.law.__path__[0]).glob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_float_is_written(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), node.lineno
        assert not (isinstance(node, ast.Name) and node.id == "float"), node.lineno


def _parts(value: object) -> list[object]:
    if isinstance(value, dict):
        return [part for entry in value.values() for part in _parts(entry)]
    if isinstance(value, list | tuple):
        return [part for entry in value for part in _parts(entry)]
    if is_dataclass(value):
        return [part for field in fields(value) for part in _parts(getattr(value, field.name))]
    return [value]


def test_no_answer_holds_a_float() -> None:
    for example in examples():
        rule = rule_for(example.topic)
        assert rule is None or not any(isinstance(part, float) for part in _parts(rule(example.inputs))), example.id


def test_no_figure_holds_a_float() -> None:
    for figure, _ in own_figures._figures().values():
        parts = _parts([value for _, value in figure.steps])
        assert parts
        assert all(part is None or isinstance(part, int | Fraction) for part in parts), figure.name
