"""The screen Send to payroll: what is in the pack, what is missing, and one button that sends it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.pay.model import PLACEHOLDERS, Finding, How, KeptPayDay, PackSheet, SentPack
from pa_manager.pay.presenter.bureau import BureauPresenter, BureauView, Keep
from pa_manager.pay.screen.findings import FindingBands
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band
from pa_manager.timesheets.model import TimesheetState
from pa_manager.values.days import said, said_period, said_with_weekday


class BureauScreen(Screen):
    """A table of what would go to the payroll now, what is missing of it, its days, and what was sent."""

    def __init__(self, present: Callable[[BureauView], BureauPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Send to payroll", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._send = MainButton("Send to the payroll", "send")
        self._make = PlainButton("Make what is missing", "make")
        self._agree = PlainButton("Both agree: all of them", "agree")
        self._correct = PlainButton("Send corrections only", "correct")
        self._missing = Band("warn")
        self._missing.sentence.setObjectName("missing")
        self._findings = FindingBands()
        self._table = RowTable[PackSheet](
            "What is in it",
            [
                Column("PA", lambda sheet: sheet.assistant.name),
                Column(
                    "Pay period",
                    lambda sheet: said_period(sheet.timesheet.period),
                    lambda sheet: sheet.timesheet.period.first,
                ),
                Column("Worked", lambda sheet: str(sheet.timesheet.worked), align=right),
                Column("Gross", lambda sheet: str(sheet.record.gross), lambda sheet: sheet.record.gross, right),
                Column(
                    "How it stands",
                    lambda sheet: sheet.timesheet.state.words,
                    tone=lambda sheet: "good" if sheet.timesheet.state is TimesheetState.AGREED else "warn",
                ),
            ],
            key=lambda sheet: sheet.timesheet.id,
            empty="No timesheet waits to be sent.",
        )
        self._print = PlainButton("Print the paper", "print")
        self._large = QuietButton("Print it in large letters", "print large")
        self._save_paper = PlainButton("Save the paper", "save paper")
        self._save_file = PlainButton("Save the file", "save file")
        self._copy = PlainButton("Copy the mail", "copy")
        self._days = RowTable[KeptPayDay](
            "When they want the hours",
            [
                Column("Hours by", lambda each: said_with_weekday(each.day.send_by), lambda each: each.day.send_by),
                Column("Paid on", lambda each: said_with_weekday(each.day.paid_on), lambda each: each.day.paid_on),
            ],
            key=lambda each: each.id,
            empty="The payroll's days will stand here. Fill a year by their rhythm, or add one by one.",
        )
        self._fill = PlainButton("Fill a year", "fill")
        self._add_day = PlainButton("Add a day", "add day")
        self._change_day = PlainButton("Change this day", "change day")
        self._remove_day = QuietButton("Take this day out", "remove day")
        self._packs = RowTable[SentPack](
            "What was sent",
            [
                Column("Sent on", lambda pack: said(pack.sent_on), lambda pack: pack.sent_on),
                Column("What", lambda pack: pack.kind.words),
                Column("For", lambda pack: pack.period),
                Column("To", lambda pack: pack.to),
                Column("How", lambda pack: pack.how.words),
            ],
            key=lambda pack: pack.id,
            empty="What you send will stand here, as it was.",
        )
        self._save_sent = PlainButton("Save it again", "save sent")
        self._copy_sent = PlainButton("Copy its mail", "copy sent")
        self._bureau = PlainButton("Who runs the payroll", "bureau")
        self._layouts = QuietButton("Layouts of the file", "layouts")
        self.add(ButtonRow(self._send, self._make, self._agree, self._correct), self._missing)
        self.add(*self._findings.bands.values(), self._table)
        self.add(ButtonRow(self._print, self._large, self._save_paper, self._save_file, self._copy), self._packs)
        self.add(ButtonRow(self._save_sent, self._copy_sent), self._days)
        self.add(ButtonRow(self._fill, self._add_day, self._change_day, self._remove_day))
        self.add(ButtonRow(self._bureau, self._layouts))

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        for button, act in (
            (self._send, self._presenter.send),
            (self._make, self._presenter.make_missing),
            (self._agree, self._presenter.agree_all),
            (self._correct, self._presenter.send_corrections),
            (self._print, lambda: self._presenter.print_paper(large=False)),
            (self._large, lambda: self._presenter.print_paper(large=True)),
            (self._save_paper, self._presenter.save_paper),
            (self._save_file, self._presenter.save_file),
            (self._copy, self._presenter.copy_mail),
            (self._fill, self._presenter.fill_days),
            (self._add_day, self._presenter.add_day),
            (self._change_day, self._presenter.change_day),
            (self._remove_day, self._presenter.remove_day),
            (self._save_sent, self._presenter.save_sent),
            (self._copy_sent, self._presenter.copy_sent),
            (self._bureau, self._presenter.open_bureau),
            (self._layouts, self._presenter.go_to_layouts),
        ):
            button.clicked.connect(act)
        self._table.activated.connect(self._presenter.go_to_timesheet)
        self._days.picked.connect(self._presenter.pick_day)
        self._days.activated.connect(lambda _day: self._presenter.change_day())
        self._packs.picked.connect(self._presenter.pick_sent)
        self._packs.activated.connect(lambda _pack: self._presenter.save_sent())

    def show_pack(self, sheets: Sequence[PackSheet], missing: Sequence[str]) -> None:
        self._table.set_rows(sheets)
        if missing:
            self._missing.show(missing[0], "\n".join(missing[1:]))
        else:
            self._missing.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings.show(findings)

    def show_days(self, days: Sequence[KeptPayDay]) -> None:
        self._days.set_rows(days)

    def show_packs(self, packs: Sequence[SentPack]) -> None:
        self._packs.set_rows(packs)

    def allow(self, *, make: bool, agree: bool, send: bool, correct: bool) -> None:
        for button, allowed in ((self._make, make), (self._agree, agree), (self._correct, correct)):
            button.setVisible(allowed)
        for button in (self._send, self._print, self._large, self._save_paper, self._save_file, self._copy):
            button.setEnabled(send)

    def allow_day(self, allowed: bool) -> None:
        self._change_day.setEnabled(allowed)
        self._remove_day.setEnabled(allowed)

    def allow_pack(self, allowed: bool) -> None:
        self._save_sent.setEnabled(allowed)
        self._copy_sent.setEnabled(allowed)

    def open_send(self, title: str, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "sent_on": DateField("Day it is sent"),
            "how": ChoiceField("How", [(each.value, each.words) for each in How]),
            "private": TickField(
                "With National Insurance numbers",
                "Only in what is saved or printed now, not in what is kept here.",
            ),
        }
        self._open(FormDialog(self, title, lead, fields, "Send"), texts, keep)

    def open_bureau(self, layouts: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None:
        known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
        fields: dict[str, AnyField] = {
            "name": TextField("Their name"),
            "mailbox": TextField("Their mailbox for hours"),
            "reference": TextField("Your number with them", chars=20),
            "subject": TextField("Subject of the mail", f"Filled in for you: {known}.", chars=56),
            "layout": ChoiceField("Layout of the file", layouts),
            "tells_nil": TickField("Tell them when nobody worked"),
        }
        self._open(FormDialog(self, "Who runs the payroll", "All of it may stay empty.", fields), texts, keep)

    def open_day(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {"send_by": DateField("Hours wanted by"), "paid_on": DateField("Paid on")}
        self._open(FormDialog(self, title, "", fields), texts, keep)

    def open_rhythm(self, rhythms: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "rhythm": ChoiceField("Rhythm", rhythms),
            "first": DateField("First day of payment"),
            "december": TextField(
                "Working days earlier in December", "Only if they want the hours earlier then.", chars=4
            ),
        }
        lead = "Weekends and bank holidays move to the working day before. Days kept from then on are replaced."
        self._open(FormDialog(self, "Fill a year of days", lead, fields), texts, keep)

    def _open(self, form: FormDialog, texts: Mapping[str, str], keep: Keep) -> None:
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)
