"""The timesheets screen, without a toolkit: the sheets one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol, TypeVar

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.assistants.operations import ASSISTANTS, find_assistant, list_assistants
from pa_manager.file.running import NOTHING, Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.rota.operations import ROTA
from pa_manager.timesheets.model import (
    AwakeTooLong,
    BreakTooLong,
    LongerThanADay,
    LongerThanItsTimes,
    OutsideItsPeriod,
    OverlapsAnother,
    Stage,
    Timesheet,
    TimesheetId,
    TimesheetLine,
    TimesheetState,
    ToMake,
    Worked,
    WorkedLine,
    stage_of,
)
from pa_manager.timesheets.operations import (
    TIMESHEETS,
    add_line,
    agree_timesheet,
    change_line,
    confirm_estimates,
    copy_last,
    correct_line,
    fill_again,
    find_timesheet,
    has_timesheets_before,
    list_timesheets,
    make_timesheet,
    read_sight,
    remove_line,
    remove_timesheet,
    reopen_timesheet,
    said_of_corrections,
    send_timesheet,
    standing_of,
    tell_quiet_nights,
    timesheets_to_make,
)
from pa_manager.timesheets.presenter.beyond import NOTHING_BEYOND, Beyond
from pa_manager.timesheets.presenter.several import Several, SeveralView
from pa_manager.timesheets.presenter.typed import texts_of, worked_from
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, day_from_text, said, said_period, said_short, said_with_weekday
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import Place

T = TypeVar("T")
_SHOWN: Final = timedelta(days=366)
_LAST_DAY: Final = date(2199, 12, 31)
_FIELD_OF: Final = {
    LongerThanADay: "length",
    LongerThanItsTimes: "length",
    AwakeTooLong: "awake",
    BreakTooLong: "break",
    OverlapsAnother: "times",
    OutsideItsPeriod: "day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What may be done with the timesheet picked, and with its line picked."""

    agree: bool = False
    reopen: bool = False
    send: bool = False
    fill: bool = False
    add: bool = False
    remove: bool = False
    papers: bool = False
    copy: bool = False
    quiet: bool = False
    confirm: bool = False
    change: bool = False
    correct: bool = False


class TimesheetsView(SeveralView, Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_timesheets(self, lines: Sequence[TimesheetLine]) -> None: ...
    def offer_earlier(self, offered: bool) -> None: ...
    def show_sheet(self, title: str, sentences: Sequence[str], lines: Sequence[tuple[WorkedLine, Stage]]) -> None: ...
    def show_remarks(self, sentence: str, remarks: Sequence[str]) -> None: ...
    def allow(self, acts: Acts) -> None: ...
    def pick_timesheet(self, number: int) -> None: ...
    def open_making(self, choices: Sequence[tuple[str, str]]) -> None: ...
    def open_line(self, title: str, lead: str, texts: Mapping[str, str], *, awake: bool) -> None: ...
    def open_extra(self, title: str, texts: Mapping[str, str]) -> None: ...
    def open_sending(self, title: str, texts: Mapping[str, str]) -> None: ...


class TimesheetsPresenter:
    """Lists the timesheets, shows the one picked line by line, and carries out what is asked of it."""

    def __init__(
        self,
        view: TimesheetsView,
        runner: Runner,
        *,
        today: Callable[[], date],
        go_to: Callable[[Place], None],
        beyond: Beyond = NOTHING_BEYOND,
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._beyond = beyond
        self._several = Several(view, runner, today=today)
        self._shown_from = today() - _SHOWN
        self._sheet: Timesheet | None = None
        self._name = ""
        self._line: WorkedLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the timesheets again and show them; the one picked stays picked if it is still there."""
        shown = Period(self._shown_from, _LAST_DAY)
        lines = self._runner.read(list_timesheets, period=shown)
        self._view.set_lead(_lead(lines))
        self._view.show_timesheets(lines)
        self._several.offer()
        self._view.offer_earlier(self._runner.read(has_timesheets_before, day=shown.first))
        self._show(None if self._sheet is None else self._sheet.id)

    def show_earlier(self) -> None:
        """Show the timesheets of one more year."""
        self._show_from(self._shown_from - _SHOWN)

    def pick(self, line: TimesheetLine | None) -> None:
        """Show the timesheet picked."""
        self._show(None if line is None else line.id)

    def pick_line(self, line: WorkedLine | None) -> None:
        """Take note of the line picked."""
        self._line = line
        self._view.allow(self._acts())

    def point_out(self, number: int) -> None:
        """Pick a timesheet by its number, also one that is older than those shown."""
        found = self._do(lambda: self._runner.read(find_timesheet, TimesheetId(number)))
        if found is not None:
            self._show_from(found.period.first)
            self._view.pick_timesheet(number)

    # Making one

    def make(self) -> None:
        """Open the form that makes a timesheet."""
        wanting = self._runner.read(timesheets_to_make, today=self._today())
        everyone = self._runner.read(list_assistants)
        self._view.open_making(
            [
                *((_key(line), f"{line.assistant}, {said_period(line.period)}") for line in wanting),
                *((str(each.id), f"{each.name}, another pay period") for each in everyone),
            ]
        )

    def keep_made(self, texts: Mapping[str, str]) -> None:
        """Make the timesheet chosen, or say beside the field what is wrong."""
        form = Reading()
        chosen = form.required(
            "chosen", texts["chosen"], "Nobody is chosen. Add a PA first, then make their timesheet."
        )
        day = form.optional("day", day_from_text, texts["day"])
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        number, _, first = chosen.partition(" ")
        wanted = day or (date.fromisoformat(first) if first else None)
        if wanted is None:
            self._view.show_form_errors({"day": "Type a day of the pay period, for example 27 3 2026."})
            return
        whose = AssistantId(int(number))
        if self._keep(lambda: self._runner.run(make_timesheet, assistant_id=whose, day=wanted)):
            shown = self._runner.read(list_timesheets, period=Period(wanted, wanted))
            made = next(line for line in shown if line.assistant_id == whose)
            self._show_from(made.period.first)
            self._view.pick_timesheet(made.id)
            self._view.show_result("Made and filled from the rota. Change only what was different.")

    def fill(self) -> None:
        """Bring what has changed on the rota since."""
        if self._sheet:
            number = self._sheet.id
            done = self._do(lambda: self._runner.run(fill_again, timesheet_id=number))
            if done is not None:
                told = "Nothing has changed on the rota." if done == NOTHING else "Brought in from the rota."
                self._view.show_result(told)

    def remove(self) -> None:
        """Remove the timesheet picked."""
        if self._sheet:
            number = self._sheet.id
            if self._do(lambda: self._runner.run(remove_timesheet, timesheet_id=number)) is not None:
                self._view.show_result("Removed. Undo brings it back.")

    # Several at once

    def make_all(self) -> None:
        """Make all timesheets that are due."""
        self._several.make()

    def agree_all(self) -> None:
        """Open the form that agrees those that kept to plan."""
        self._several.agree()

    def send_all(self) -> None:
        """Open the form that sends those that are agreed."""
        self._several.send()

    def count(self) -> None:
        """Open the form that says from which day somebody's hours are counted."""
        self._several.count()

    # Lines

    def copy(self) -> None:
        """Add the work of the timesheet before the one picked."""
        if self._sheet:
            number = self._sheet.id
            if self._do(lambda: self._runner.run(copy_last, timesheet_id=number)):
                self._view.show_result("Copied from the timesheet before, on the same days of the week. Check each.")

    def quiet(self) -> None:
        """Say that nobody was woken in any sleep-in of which nothing is told."""
        if self._sheet:
            number = self._sheet.id
            if self._do(lambda: self._runner.run(tell_quiet_nights, timesheet_id=number)):
                self._view.show_result("Kept: those nights were quiet. Change the line of one that was not.")

    def confirm(self) -> None:
        """Say that all estimates of the timesheet picked came true."""
        if self._sheet:
            number = self._sheet.id
            if self._do(lambda: self._runner.run(confirm_estimates, timesheet_id=number, today=self._today())):
                self._view.show_result("Kept: they were worked as estimated.")

    def change(self) -> None:
        """Open the line picked: to change it, or where the timesheet was sent, to correct it."""
        if self._line is None or self._sheet is None:
            return
        if self._sheet.state is TimesheetState.AGREED:
            self._view.show_problem("Both of you have agreed this timesheet. Reopen it first, then change it.")
            return
        line = self._line
        day = said_with_weekday(line.day)
        if self._sheet.state is TimesheetState.DRAFT:
            plan = f"Planned {line.planned}, {hours_said(line.planned_minutes)} hours." if line.planned else ""
            self._view.open_line(f"{line.kind.words}, {day}", plan, texts_of(line.worked, line.day), awake=line.rests)
        else:
            stands = self._runner.read(standing_of, line.corrects or line.id)
            lead = "Type what is right. The difference becomes a line of the next timesheet."
            self._view.open_line(
                f"Correct {line.kind.words.lower()}, {day}", lead, texts_of(stands, line.day), awake=line.rests
            )

    def keep_line(self, texts: Mapping[str, str]) -> None:
        """Keep what was typed of the line picked, or say beside each field what is wrong."""
        line, sheet = self._line, self._sheet
        form = Reading()
        worked = worked_from(form, texts, line.day if line else self._today())
        self._view.show_form_errors(form.errors)
        if line is None or sheet is None or worked is None:
            return
        act = correct_line if sheet.state is TimesheetState.SENT else change_line
        if self._keep(lambda: self._runner.run(act, line_id=line.id, worked=worked)):
            self._view.show_result(
                "Kept. The correction is on the next timesheet."
                if act is correct_line
                else f"Kept. {said_short(line.day)} is changed."
            )

    def not_worked(self) -> None:
        """Say of the line picked that it was not worked."""
        if self._line:
            line = self._line
            worked = Worked(minutes=0, note=line.note)
            if self._do(lambda: self._runner.run(change_line, line_id=line.id, worked=worked)) is not None:
                self._view.show_result(f"Kept. {said_short(line.day)} was not worked.")

    def add(self) -> None:
        """Open the form for work that was not on the rota."""
        if self._sheet:
            self._view.open_extra(f"Add work of {self._name}", {"kind": ShiftKind.DAY})

    def keep_extra(self, texts: Mapping[str, str]) -> None:
        """Add the work typed in, or say beside each field what is wrong."""
        form = Reading()
        day = form.field("day", day_from_text, texts["day"])
        worked = worked_from(form, texts, day or self._today())
        self._view.show_form_errors(form.errors)
        if self._sheet is None or day is None or worked is None:
            return
        number, kind = self._sheet.id, ShiftKind(texts["kind"])
        if self._keep(lambda: self._runner.run(add_line, timesheet_id=number, day=day, kind=kind, worked=worked)):
            self._view.show_result(f"Kept. {said_short(day)} is added.")

    def remove_line(self) -> None:
        """Remove the line picked."""
        if self._line:
            line = self._line
            if self._do(lambda: self._runner.run(remove_line, line_id=line.id)) is not None:
                self._view.show_result("Removed. Undo brings it back.")

    # How far it has come

    def agree(self) -> None:
        """Note that both have agreed the timesheet picked, today."""
        if self._sheet:
            number = self._sheet.id
            if self._do(lambda: self._runner.run(agree_timesheet, timesheet_id=number, agreed_on=self._today())):
                self._view.show_result("Agreed. Send it to the payroll when it is due.")

    def reopen(self) -> None:
        """Open the timesheet picked to changes again."""
        if self._sheet:
            number = self._sheet.id
            if self._do(lambda: self._runner.run(reopen_timesheet, timesheet_id=number)):
                self._view.show_result("Reopened. Agree it again once it is right.")

    def send(self) -> None:
        """Open the form that notes the day on which the timesheet picked went to the payroll."""
        if self._sheet:
            self._view.open_sending(_title(self._name, self._sheet), {"sent_on": f"{self._today()}"})

    def keep_sent(self, texts: Mapping[str, str]) -> None:
        """Note that the timesheet picked was sent, for good."""
        form = Reading()
        sent_on = form.field("sent_on", day_from_text, texts["sent_on"])
        self._view.show_form_errors(form.errors)
        if self._sheet is None or sent_on is None:
            return
        number = self._sheet.id
        if self._keep(lambda: self._runner.run(send_timesheet, timesheet_id=number, sent_on=sent_on)):
            self._view.show_result("Sent, and kept as it is. What turns out wrong can still be corrected.")

    def papers(self) -> None:
        """Lead to the papers of the timesheet picked: to print it, and to keep what came back."""
        if self._sheet:
            self._go_to(Place("timesheets", self._sheet.id, screen="papers"))

    def _keep(self, run: Callable[[], object]) -> bool:
        try:
            run()
        except UserError as error:
            if field := _FIELD_OF.get(type(error)):
                self._view.show_form_errors({field: str(error)})
            else:
                self._view.show_form_problem(str(error))
            return False
        self._view.close_form()
        return True

    def _show_from(self, day: date) -> None:
        if day < self._shown_from:
            self._shown_from = day
            self.refresh()

    def _do(self, run: Callable[[], T]) -> T | None:
        self._view.show_problem("")
        try:
            return run()
        except UserError as error:
            self._view.show_problem(str(error))
            return None

    def _show(self, number: TimesheetId | None) -> None:
        self._sheet = None
        if number is not None:
            try:
                self._sheet = self._runner.read(find_timesheet, number)
            except NotFound:
                self._sheet = None
        sheet = self._sheet
        if sheet is None:
            self._line = None
            self._view.show_sheet("", (), ())
            self._view.show_remarks("", ())
        else:
            self._name = self._runner.read(find_assistant, sheet.assistant_id).name
            was = None if self._line is None else self._line.id
            self._line = next((line for line in sheet.lines if line.id == was), None)
            self._show_sheet(sheet)
            self._show_remarks(sheet)
        self._view.allow(self._acts())

    def _show_sheet(self, sheet: Timesheet) -> None:
        sight = self._runner.read(read_sight, timesheet_id=sheet.id)
        after = self._runner.read(self._beyond.come_to, timesheet_id=sheet.id)
        stages = [
            stage_of(sheet, line, published=line.shift_id in sight.published, today=self._today(), after=after)
            for line in sheet.lines
        ]
        nil = " It goes to the payroll as nil." if sheet.is_nil else ""
        sentences = (f"{sheet.sum_said} {sheet.state.words}.{nil}", self._deadline(sheet), *sight.sentences)
        self._view.show_sheet(
            _title(self._name, sheet), tuple(filter(None, sentences)), tuple(zip(sheet.lines, stages, strict=True))
        )

    def _deadline(self, sheet: Timesheet) -> str:
        if sheet.state is TimesheetState.SENT:
            return ""
        by = self._runner.read(self._beyond.deadline, assistant_id=sheet.assistant_id, days=sheet.period)
        if by is None:
            return ""
        left = (by - self._today()).days
        days = f"{abs(left)} day{'' if abs(left) == 1 else 's'}"
        how = "today" if not left else f"{days} {'left' if left > 0 else 'late'}"
        return f"To the payroll by {said(by)}: {how}."

    def _show_remarks(self, sheet: Timesheet) -> None:
        if sheet.state is TimesheetState.DRAFT:
            remarks, sentence = sheet.remarks, "Look at this before you both agree."
        elif waiting := sheet.estimates(self._today()):
            remarks = tuple(f"{said_short(line.day)}, {line.worked_said}" for line in waiting)
            sentence = "Sent as estimates. Say that all came true, or correct the lines that differ."
        else:
            remarks = self._runner.read(said_of_corrections, timesheet_id=sheet.id)
            sentence = "Corrected since, on a later timesheet."
        self._view.show_remarks(sentence if remarks else "", remarks)

    def _acts(self) -> Acts:
        if self._sheet is None:
            return Acts()
        draft, sent = (self._sheet.state is state for state in (TimesheetState.DRAFT, TimesheetState.SENT))
        picked = self._line is not None
        return Acts(
            agree=draft,
            reopen=not draft and not sent,
            send=not draft and not sent,
            fill=draft,
            add=draft,
            remove=draft,
            papers=True,
            copy=draft,
            quiet=draft and bool(self._sheet.untold),
            confirm=bool(self._sheet.estimates(self._today())),
            change=draft and picked,
            correct=sent and picked,
        )

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(TIMESHEETS | ASSISTANTS | ROTA | self._beyond.drawn_from):
            self.refresh()


def _lead(lines: Sequence[TimesheetLine]) -> str:
    drafts = sum(line.state is TimesheetState.DRAFT for line in lines)
    agreed = sum(line.state is TimesheetState.AGREED for line in lines)
    if not lines:
        return "What was really worked, beside what was planned: it begins with a timesheet filled from the rota."
    if not drafts + agreed:
        return "Every timesheet has been sent to the payroll."
    parts = [f"{drafts} to be agreed" if drafts else "", f"{agreed} to be sent" if agreed else ""]
    return f"Timesheets that wait: {' and '.join(filter(None, parts))}."


def _title(name: str, sheet: Timesheet) -> str:
    return f"{name}, {said_period(sheet.period)}"


def _key(line: ToMake) -> str:
    return f"{line.assistant_id} {line.period.first.isoformat()}"
