"""A set of rules as a file, to be handed from one to another: plain words in JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Final

from pa_manager.funding.model.profiles import NEW_PROFILE, Profile, Rule, Ruling, in_order, tidy_profile_name
from pa_manager.values.errors import UserError

KIND: Final = "PA Manager rules of a funder"
VERSION: Final = 1
LARGEST: Final = 1_000_000
"""How many bytes a file of rules may have: they need a few thousand."""


class NotAProfileFile(UserError):
    """The file does not hold a set of rules that can be read."""


def profile_file(profile: Profile) -> bytes:
    """Return a set of rules as the bytes of a file."""
    content = {
        "kind": KIND,
        "version": VERSION,
        "name": profile.name,
        "note": profile.note,
        "rules": [
            {
                "rule": each.rule.value,
                "from": f"{each.from_day or ''}",
                "value": each.value,
                "source": each.source,
            }
            for each in profile.rulings
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def profile_from_file(name: str, content: bytes) -> Profile:
    """Return the set of rules in a file. All that a newer version says besides is passed over.

    Raises:
        NotAProfileFile: It is no such file, or something in it cannot be read.
    """
    if len(content) > LARGEST:
        raise NotAProfileFile(f"{name} is too large to be a file of rules. Choose one that was saved here.")
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotAProfileFile(f"{name} is not a file of rules. Choose one that was saved here.") from error
    if not isinstance(read, dict) or read.get("kind") != KIND:
        raise NotAProfileFile(f"{name} is not a file of rules. Choose one that was saved here.")
    if read.get("version") != VERSION:
        raise NotAProfileFile(f"{name} was saved by another version of PA Manager. Update the program to read it.")
    rules = read.get("rules")
    if not isinstance(rules, list):
        raise NotAProfileFile(f"{name} holds no rules. Ask for it to be saved again.")
    try:
        rulings = [_ruling(each) for each in rules]
        called = tidy_profile_name(_text(read, "name"))
    except UserError as error:
        raise NotAProfileFile(f"{name} cannot be read. {error} Nothing of it was kept.") from error
    once = {(each.rule, each.from_day): each for each in rulings}
    return Profile(id=NEW_PROFILE, name=called, note=_text(read, "note").strip(), rulings=in_order(once.values()))


def _ruling(each: object) -> Ruling:
    if not isinstance(each, dict):
        raise NotAProfileFile("One of its rules has no parts. Ask for it to be saved again.")
    word = _text(each, "rule")
    if word not in set(Rule):
        raise NotAProfileFile(f"The rule “{word[:40]}” is not known here. Update the program, or take it out.")
    rule, day = Rule(word), _text(each, "from")
    try:
        from_day = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise NotAProfileFile(f"“{day[:40]}” is not a day. Write it like 2026-04-06.") from error
    return Ruling(rule=rule, value=rule.read(_text(each, "value")), source=_text(each, "source"), from_day=from_day)


def _text(part: dict[object, object], name: str) -> str:
    found = part.get(name, "")
    if not isinstance(found, str):
        raise NotAProfileFile(f"Its part “{name}” is not text. Ask for it to be saved again.")
    return found
