"""What whoever pays asks of the holder."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.funding.model import ConsentLine, ProfileLine, ReturnLine, Rule, Ruling
from pa_manager.funding.presenter.rules import Keep, RulesPresenter, RulesView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import heading


class RulesScreen(Screen):
    """A table of sets of rules, and one of the rules of the set picked, each with its source."""

    def __init__(self, present: Callable[[RulesView], RulesPresenter], parent: QWidget | None = None) -> None:
        super().__init__("What they ask of me", parent=parent)
        self._add = MainButton("Start from a pattern", "add")
        self._load = PlainButton("Load from a file", "load")
        self._save = PlainButton("Save as a file", "save")
        self._use = PlainButton("Use for my money", "use")
        self._rename = PlainButton("Change the name", "rename")
        self._remove = PlainButton("Take these rules out", "remove")
        self._change = PlainButton("Change this rule", "change")
        self._take_back = PlainButton("Take this rule back", "take back")
        self._profiles = RowTable[ProfileLine](
            "Sets of rules",
            [
                Column("Name", lambda row: row.profile.name),
                Column("Used for", lambda row: row.users),
                Column("What it is", lambda row: row.profile.note),
            ],
            key=lambda row: row.profile.id,
            empty="Each funder has rules of its own. Start from a pattern that is near, and change what differs.",
        )
        self._title = heading("")
        self._rules = RowTable[Ruling](
            "Rule by rule",
            [
                Column("What is asked", lambda row: row.rule.words, lambda row: list(Rule).index(row.rule)),
                Column("The answer", lambda row: row.said),
                Column("From", lambda row: row.since, lambda row: f"{row.from_day or ''}"),
                Column("Where it says so", _source),
            ],
            key=lambda row: (row.rule, row.from_day),
        )
        self._attach = PlainButton("Keep what was said with the money", "attach")
        self._detach = PlainButton("Take it off", "detach")
        self._consents = RowTable[ConsentLine](
            "What was agreed beforehand",
            [
                Column("For", lambda row: row.what),
                Column("Of which money", lambda row: row.money),
                Column("What was said", lambda row: row.consent.advice.words),
                Column("By whom", lambda row: row.consent.advice.told, lambda row: row.consent.advice.on),
                Column("Proof", lambda row: row.consent.advice.proof),
            ],
            key=lambda row: row.consent.id,
            empty="Note under Who said I could what you were told. Then keep it here with the money or the spending.",
        )
        self.add(
            ButtonRow(self._add, self._load),
            self._profiles,
            ButtonRow(self._use, self._save, self._rename, self._remove),
            self._title,
            ButtonRow(self._change, self._take_back),
            self._rules,
            self._consents,
            ButtonRow(self._attach, self._detach),
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add)
        self._load.clicked.connect(self._presenter.load)
        self._save.clicked.connect(self._presenter.save)
        self._use.clicked.connect(self._presenter.use)
        self._rename.clicked.connect(self._presenter.rename)
        self._remove.clicked.connect(self._presenter.remove)
        self._change.clicked.connect(self._presenter.change)
        self._take_back.clicked.connect(self._presenter.take_back)
        self._attach.clicked.connect(self._presenter.attach)
        self._detach.clicked.connect(self._presenter.detach)
        self._consents.picked.connect(self._presenter.pick_consent)
        self._profiles.picked.connect(self._presenter.pick)
        self._profiles.activated.connect(lambda _row: self._presenter.rename())
        self._rules.picked.connect(self._presenter.pick_rule)
        self._rules.activated.connect(lambda _row: self._presenter.change())

    def show_profiles(self, lines: Sequence[ProfileLine]) -> None:
        self._profiles.set_rows(lines)

    def pick_profile(self, number: int) -> None:
        self._profiles.pick(number)

    def show_rules(self, title: str, rulings: Sequence[Ruling]) -> None:
        self._title.setText(title)
        self._rules.set_rows(rulings)

    def show_consents(self, lines: Sequence[ConsentLine]) -> None:
        self._consents.set_rows(lines)

    def allow_consents(self, attach: bool, detach: bool) -> None:
        self._attach.setEnabled(attach)
        self._detach.setEnabled(detach)

    def open_consent(self, advice: Sequence[tuple[str, str]], streams: Sequence[tuple[str, str]], keep: Keep) -> None:
        lines = [(line.value, line.words) for line in ReturnLine if not line.money_in]
        fields: dict[str, AnyField] = {
            "advice": ChoiceField("What was said", advice),
            "line": ChoiceField("For which kind of spending", [("", "The money itself"), *lines]),
            "stream": ChoiceField("Of which money", [("", "All money"), *streams]),
        }
        lead = "The return does not ask about spending of this kind any more, and says who agreed to it."
        self._open("Keep what was said", lead, fields, {}, keep)

    def allow_profile_changes(self, allowed: bool) -> None:
        for button in (self._save, self._use, self._rename, self._remove):
            button.setEnabled(allowed)

    def allow_rule_changes(self, change: bool, take_back: bool) -> None:
        self._change.setEnabled(change)
        self._take_back.setEnabled(take_back)

    def open_pattern(self, patterns: Sequence[tuple[str, str]], keep: Keep) -> None:
        self._open(
            "Start from a pattern",
            "Choose the one that is nearest to your letter. Every rule can be changed afterwards.",
            {
                "pattern": ChoiceField("Which pattern", patterns),
                "name": TextField("What to call it", "For example: Midshire. Empty, it is called as the pattern is."),
            },
            {},
            keep,
        )

    def open_name(self, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "name": TextField("What to call it", "For example: Midshire, from April 2026.", chars=40),
            "note": TextField("What it is made from", "For example: the agreement of 3 March 2026.", lines=2),
        }
        self._open("The name of these rules", "", fields, texts, keep)

    def open_rule(self, rule: Rule, texts: Mapping[str, str], keep: Keep) -> None:
        value: AnyField
        if rule.choices:
            value = ChoiceField("The answer", rule.choices, rule.hint)
        elif rule.is_number:
            value = TextField("The answer", rule.hint, chars=5)
        else:
            value = TextField("The answer", rule.hint, lines=6)
        fields: dict[str, AnyField] = {
            "value": value,
            "from_day": DateField(
                "From which day", "Leave it empty if it was always so. Before it, the old rule holds."
            ),
            "source": TextField("Where it says so", "For example: agreement of 3 March 2026, page 4.", chars=50),
        }
        self._open(rule.words, "As the funder's letter or agreement says.", fields, texts, keep)

    def open_use(self, streams: Sequence[tuple[str, str]], keep: Keep) -> None:
        fields: dict[str, AnyField] = {"stream": ChoiceField("Which money follows these rules", streams)}
        lead = "If no number of weeks was typed for it, the one in the rules is taken."
        self._open("Use these rules", lead, fields, {}, keep)

    def point_out(self, number: int) -> None:
        self._profiles.pick(number)

    def _open(
        self, title: str, lead: str, fields: Mapping[str, AnyField], texts: Mapping[str, str], keep: Keep
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields))
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)


def _source(ruling: Ruling) -> str:
    return f"General default. {ruling.source}" if ruling.is_general else ruling.source
