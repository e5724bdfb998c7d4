"""The fields of the forms of money in and money out."""

from collections.abc import Sequence

from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.spending.model import AccountKind, EvidenceKind, Purposes

PARTS = ("First", "Second", "Third", "Fourth")


def account() -> dict[str, AnyField]:
    """Return the fields of an account."""
    return {
        "name": TextField("Name", "What you call it, for example Direct payment account."),
        "kind": ChoiceField("Kind of account", [(kind.value, kind.words) for kind in AccountKind]),
        "sort_code": TextField("Sort code", "Six figures, for example 20-00-00. It can stay empty.", chars=10),
        "number": TextField("Last four figures of the number", "Only these are kept. It can stay empty.", chars=10),
        "opened_on": DateField("First day of this record"),
        "opening": MoneyField("Opening balance", "What was in it when that day began. Below nil with a minus."),
    }


def payment(accounts: Sequence[tuple[str, str]], purposes: Purposes) -> dict[str, AnyField]:
    """Return the fields of a payment that is typed."""
    return {
        "account": ChoiceField("Account", accounts),
        "day": DateField("Day"),
        "way": ChoiceField("Which way", (("out", "Money out"), ("in", "Money in"))),
        "amount": MoneyField("Amount"),
        "party": TextField("Who", "Who was paid, or who has paid."),
        "text": TextField("Reference", "What the bank will say, if you know. It can stay empty."),
        "line": ChoiceField("What for", (("", "Not said yet"), *purposes.lines)),
        "outcome": _outcome("Outcome it serves", purposes),
        "stream": _stream("Money that pays for it", purposes),
    }


def purpose(purposes: Purposes) -> dict[str, AnyField]:
    """Return the fields that say what a payment was for."""
    fields: dict[str, AnyField] = {
        "line": ChoiceField("What for", (("", "Choose one"), *purposes.lines)),
        "outcome": _outcome("Outcome it serves", purposes),
        "stream": _stream("Money that pays for it", purposes),
        "note": TextField("Note", "Anything the council should know about it."),
    }
    if purposes.came_back:
        choices = (("", "None"), *purposes.came_back)
        fields["reverses"] = ChoiceField("Payment that came back with it", choices)
    return fields


def parts(purposes: Purposes) -> dict[str, AnyField]:
    """Return the fields that share a payment over several lines."""
    fields: dict[str, AnyField] = {}
    for number, name in enumerate(PARTS, start=1):
        fields[f"amount_{number}"] = MoneyField(f"{name} part: amount")
        fields[f"line_{number}"] = ChoiceField(f"{name} part: what for", (("", "Choose one"), *purposes.lines))
        fields[f"outcome_{number}"] = _outcome(f"{name} part: outcome", purposes)
        fields[f"stream_{number}"] = _stream(f"{name} part: money", purposes)
    return fields


def paper() -> dict[str, AnyField]:
    """Return the fields of a receipt."""
    return {
        "kind": ChoiceField("Kind of paper", [(kind.value, kind.value.capitalize()) for kind in EvidenceKind]),
        "name": TextField("Name", "What it is, for example Invoice 20417."),
    }


def ticks(choices: Sequence[tuple[str, str, str]]) -> dict[str, AnyField]:
    """Return a box to tick for each choice: its key, its words, and the sentence beneath."""
    return {key: TickField(words, hint) for key, words, hint in choices}


def _outcome(label: str, purposes: Purposes) -> ChoiceField:
    return ChoiceField(label, (("", "None in particular"), *purposes.outcomes))


def _stream(label: str, purposes: Purposes) -> ChoiceField:
    return ChoiceField(label, (("", "Not said"), *purposes.streams))
