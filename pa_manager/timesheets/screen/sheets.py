"""The timesheets screen: every sheet, and the one picked line by line."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import ShiftKind
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, heading, paragraph
from pa_manager.timesheets.model import Stage, TimesheetLine, TimesheetState, WorkedLine
from pa_manager.timesheets.presenter.several import Keep, SeveralForm
from pa_manager.timesheets.presenter.sheets import Acts, TimesheetsPresenter, TimesheetsView
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_period, said_short

_STAGE_TONES: dict[Stage, Tone] = {Stage.SENT: "good", Stage.PAID: "good", Stage.MATCHED: "good"}
_TONES: dict[TimesheetState, Tone] = {TimesheetState.DRAFT: "warn", TimesheetState.SENT: "good"}


class TimesheetsScreen(Screen):
    """A table of timesheets, and the lines of the one picked."""

    def __init__(self, present: Callable[[TimesheetsView], TimesheetsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Timesheets", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._make_all = MainButton("Make all that are due", "make all")
        self._agree_all = PlainButton("Agree all that kept to plan", "agree all")
        self._send_all = PlainButton("Send all that are agreed", "send all")
        self._make = PlainButton("Make one", "make")
        self._count = QuietButton("When hours are counted", "count")
        self._table = RowTable[TimesheetLine](
            "Timesheets",
            [
                Column("PA", lambda line: line.assistant),
                Column("Pay period", lambda line: said_period(line.period), lambda line: line.period.first),
                Column("Planned", lambda line: str(line.planned), lambda line: line.planned.minutes, right),
                Column("Worked", lambda line: str(line.worked), lambda line: line.worked.minutes, right),
                Column("State", lambda line: line.state.words, tone=lambda line: _TONES.get(line.state)),
            ],
            key=lambda line: line.id,
            empty="Timesheets will stand here: one for each PA and pay period, filled from the rota.",
        )
        self._earlier = QuietButton("Show earlier timesheets", "earlier")
        self._earlier_row = ButtonRow(self._earlier)
        self._heading = heading("")
        self._sum = paragraph("")
        self._remarks = Band("warn")
        self._lines = RowTable[tuple[WorkedLine, Stage]](
            "Lines",
            [
                Column("Day", lambda row: said_short(row[0].day), lambda row: row[0].day),
                Column("What", lambda row: row[0].kind.words),
                Column("Planned", lambda row: _planned(row[0])),
                Column("Worked", lambda row: _worked(row[0])),
                Column(
                    "Hours", lambda row: hours_said(row[0].worked_minutes), lambda row: row[0].worked_minutes, right
                ),
                Column("Besides", lambda row: row[0].besides),
                Column("Come to", lambda row: row[1].value, tone=lambda row: _STAGE_TONES.get(row[1])),
            ],
            key=lambda row: row[0].id,
            empty="Nothing is planned in this pay period. Add what was worked.",
        )
        self._change = PlainButton("Change this line", "change")
        self._correct = PlainButton("Correct this line", "correct")
        self._not_worked = PlainButton("It was not worked", "not worked")
        self._remove_line = PlainButton("Remove this line", "remove line")
        self._add = PlainButton("Add other work", "add")
        self._agree = PlainButton("We both agree", "agree")
        self._send = PlainButton("Send to the payroll", "send")
        self._reopen = PlainButton("Reopen", "reopen")
        self._papers = PlainButton("On paper, and papers kept", "papers")
        self._confirm = PlainButton("All came true", "confirm")
        self._quiet = PlainButton("Nobody was woken", "quiet")
        self._fill = QuietButton("Bring in the rota again", "fill")
        self._copy = QuietButton("Copy the timesheet before", "copy")
        self._remove = QuietButton("Remove this timesheet", "remove")
        self._of_lines = ButtonRow(self._change, self._correct, self._not_worked, self._remove_line, self._add)
        self._of_sheet = ButtonRow(
            self._agree,
            self._send,
            self._reopen,
            self._confirm,
            self._quiet,
            self._papers,
            self._fill,
            self._copy,
            self._remove,
        )
        self._detail = (self._heading, self._sum, self._lines, self._of_lines, self._of_sheet)
        several = ButtonRow(self._make_all, self._agree_all, self._send_all, self._make, self._count)
        self.add(several, self._table, self._earlier_row, self._heading, self._sum)
        self.add(self._remarks, self._of_sheet, self._lines, self._of_lines)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._connect()

    def show_timesheets(self, lines: Sequence[TimesheetLine]) -> None:
        self._table.set_rows(lines)

    def offer_earlier(self, offered: bool) -> None:
        self._earlier.setVisible(offered)
        self._earlier_row.setVisible(offered)

    def offer_several(self, *, make: bool, agree: bool, send: bool) -> None:
        for button, offered in ((self._make_all, make), (self._agree_all, agree), (self._send_all, send)):
            button.setEnabled(offered)

    def show_sheet(self, title: str, sentences: Sequence[str], lines: Sequence[tuple[WorkedLine, Stage]]) -> None:
        self._heading.setText(title)
        self._sum.setText("\n".join(sentences))
        self._lines.set_rows(lines)
        for widget in self._detail:
            widget.setVisible(bool(title))

    def show_remarks(self, sentence: str, remarks: Sequence[str]) -> None:
        if remarks:
            self._remarks.show(sentence, "\n".join(remarks))
        else:
            self._remarks.hide()

    def allow(self, acts: Acts) -> None:
        for button, allowed in (
            (self._agree, acts.agree),
            (self._send, acts.send),
            (self._reopen, acts.reopen),
            (self._fill, acts.fill),
            (self._add, acts.add),
            (self._remove, acts.remove),
            (self._papers, acts.papers),
            (self._copy, acts.copy),
            (self._quiet, acts.quiet),
            (self._confirm, acts.confirm),
        ):
            button.setEnabled(allowed)
            button.setVisible(allowed)
        for button, allowed, seen in (
            (self._change, acts.change, acts.add),
            (self._not_worked, acts.change, acts.add),
            (self._remove_line, acts.change, acts.add),
            (self._correct, acts.correct, acts.papers and not acts.add and not acts.send),
        ):
            button.setEnabled(allowed)
            button.setVisible(seen)

    def pick_timesheet(self, number: int) -> None:
        self._table.pick(number)

    def open_making(self, choices: Sequence[tuple[str, str]]) -> None:
        fields: dict[str, AnyField] = {
            "chosen": ChoiceField("Whose, and for when", choices, "First those that have no timesheet yet."),
            "day": DateField("A day of the other pay period", "Only if you chose another pay period above."),
        }
        form = FormDialog(self, "Make a timesheet", "It is filled from the rota.", fields, "Make it")
        self._open(form, {}, self._presenter.keep_made)

    def open_several(self, form: SeveralForm, keep: Keep) -> None:
        fields: dict[str, AnyField] = {each.key: TickField(each.words, each.hint) for each in form.sheets}
        texts = {each.key: "yes" if each.ticked else "" for each in form.sheets}
        if form.sent_on:
            fields["sent_on"] = DateField("Day they are sent")
            texts["sent_on"] = form.sent_on
        self._open(FormDialog(self, form.title, form.lead, fields, form.words), texts, keep)

    def open_counting(self, lead: str, people: Sequence[tuple[str, str]], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "whose": ChoiceField("Whose hours", people),
            "from_day": DateField("First day that is counted so"),
            "with_pay": TickField("Count them with the pay period again"),
        }
        self._open(FormDialog(self, "From which day hours are counted", lead, fields), {}, keep)

    def open_line(self, title: str, lead: str, texts: Mapping[str, str], *, awake: bool) -> None:
        self._open(FormDialog(self, title, lead, _worked_fields(awake=awake)), texts, self._presenter.keep_line)

    def open_extra(self, title: str, texts: Mapping[str, str]) -> None:
        fields: dict[str, AnyField] = {
            "day": DateField("Day", "A night belongs to the day on which it begins."),
            "kind": ChoiceField("What kind of work", [(kind.value, kind.words) for kind in ShiftKind]),
            **_worked_fields(awake=True),
        }
        form = FormDialog(self, title, "Work that was not on the rota.", fields, "Add it")
        self._open(form, texts, self._presenter.keep_extra)

    def open_sending(self, title: str, texts: Mapping[str, str]) -> None:
        fields: dict[str, AnyField] = {"sent_on": DateField("Day it is sent")}
        lead = (
            "Print it or save it as a PDF, and give it to the payroll. This notes the day and keeps the timesheet as"
            " it is, for good. What turns out wrong is corrected on the next one."
        )
        self._open(FormDialog(self, f"Send {title}", lead, fields, "It is sent"), texts, self._presenter.keep_sent)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _connect(self) -> None:
        presenter = self._presenter
        for button, act in (
            (self._make, presenter.make),
            (self._earlier, presenter.show_earlier),
            (self._change, presenter.change),
            (self._correct, presenter.change),
            (self._not_worked, presenter.not_worked),
            (self._remove_line, presenter.remove_line),
            (self._add, presenter.add),
            (self._agree, presenter.agree),
            (self._send, presenter.send),
            (self._reopen, presenter.reopen),
            (self._fill, presenter.fill),
            (self._papers, presenter.papers),
            (self._copy, presenter.copy),
            (self._quiet, presenter.quiet),
            (self._confirm, presenter.confirm),
            (self._make_all, presenter.make_all),
            (self._agree_all, presenter.agree_all),
            (self._send_all, presenter.send_all),
            (self._count, presenter.count),
            (self._remove, presenter.remove),
        ):
            button.clicked.connect(_without_state(act))
        self._table.picked.connect(presenter.pick)
        self._lines.picked.connect(lambda row: presenter.pick_line(None if row is None else row[0]))
        self._lines.activated.connect(lambda _line: presenter.change())

    def _open(self, form: FormDialog, texts: Mapping[str, str], keep: Callable[[Mapping[str, str]], None]) -> None:
        form.fill({name: text for name, text in texts.items() if name in form.fields})
        form.kept.connect(keep)
        self.open_form(form)


def _without_state(act: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked: act()


def _worked_fields(*, awake: bool) -> dict[str, AnyField]:
    fields: dict[str, AnyField] = {
        "times": TextField("Times worked", "For example, 9-1 or 10pm-7am", chars=20),
        "break": TextField("Unpaid break", "It is taken off the times. For example, 30m", chars=8),
        "length": TextField("Hours worked", "Only if the times are not known. For example, 3:30", chars=8),
    }
    if awake:
        fields["awake"] = TextField(
            "Awake and working", "In a sleep-in or on call. For example, 0:45; 0 if it was quiet", chars=8
        )
    return fields | {
        "miles": TextField("Miles driven for you", "Never those from home to work.", chars=8),
        "journey": TextField("Where to, and what for", "For example, to the hospital and back"),
        "expenses": MoneyField("Spent for you", "What you pay back, such as fares."),
        "note": TextField("Note"),
    }


def _planned(line: WorkedLine) -> str:
    return str(line.planned or "Not planned") if line.corrects is None else ""


def _worked(line: WorkedLine) -> str:
    return "As planned" if line.keeps_to_plan else line.worked_said
