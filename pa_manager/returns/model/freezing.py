"""Freezing the figures of a return: as text that says every figure, read back as they were."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final, Union, cast, get_args, get_origin, get_type_hints

from pa_manager.returns.model.figures import ReturnFigures
from pa_manager.values.money import Money

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]

VERSION: Final = 1


def frozen(figures: ReturnFigures) -> str:
    """Return the figures as text: sums in pence, days as 2026-06-08."""
    return json.dumps({"version": VERSION, "figures": plain(figures)}, ensure_ascii=False, separators=(",", ":"))


def thawed(text: str) -> ReturnFigures:
    """Return figures that were frozen. What a later version added stands there as it would be left empty."""
    return cast("ReturnFigures", _read(ReturnFigures, json.loads(text)["figures"]))


def plain(value: object) -> Plain:
    """Return a value in the plain terms of JSON."""
    if isinstance(value, Money):
        return value.pence
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if value is None or isinstance(value, (bool, int, str)):
        return value
    raise TypeError(f"{type(value).__name__} cannot be frozen")


def _read(kind: object, value: Plain) -> object:
    kind = getattr(kind, "__supertype__", kind)
    if get_origin(kind) in {Union, types.UnionType}:
        inner = next(each for each in get_args(kind) if each is not type(None))
        return None if value is None else _read(inner, value)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in cast("list[Plain]", value))
    if is_dataclass(kind) and isinstance(kind, type) and kind is not Money:
        said = cast("dict[str, Plain]", value)
        return kind(**{name: _read(hint, said[name]) for name, hint in _hints(kind).items() if name in said})
    return _word(cast("type", kind), value)


def _word(kind: type, value: Plain) -> object:
    if kind is Money:
        return Money(cast("int", value))
    if kind is date:
        return date.fromisoformat(cast("str", value))
    return kind(cast("str", value)) if issubclass(kind, StrEnum) else value


@cache
def _hints(kind: type) -> Mapping[str, object]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}
