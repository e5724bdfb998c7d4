"""Holiday and sickness of one PA, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.model import Assistant, AssistantId, told_apart
from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.holder.operations import HOLDER
from pa_manager.pay.model import (
    ROLLED_UP,
    CarriedIn,
    CarryFor,
    EvidenceDetails,
    EvidenceId,
    EvidenceKind,
    Figure,
    Holiday,
    HolidayRecord,
    SickRecord,
    SickSpell,
    leave_years,
    weekdays_said,
    weekdays_typed,
)
from pa_manager.pay.operations import (
    PAY,
    agree_weekdays,
    carry_holiday_over,
    employed,
    fill_leaving,
    holiday_agreed,
    note_evidence,
    print_holiday,
    read_holiday,
    read_sickness,
    remove_evidence,
    type_earnings,
    type_holiday_hours,
)
from pa_manager.rota.model import AbsenceKind, Away
from pa_manager.rota.operations import ROTA, record_absence
from pa_manager.timesheets.operations import TIMESHEETS
from pa_manager.values.clock import hours_said, minutes_from_text
from pa_manager.values.days import Period, day_from_text, said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import Money
from pa_manager.values.tasks import GoTo, Place

NOBODY: Final = "Nobody is employed yet. Add a PA under My PAs: holiday and sick pay are worked out here."
LEAD: Final = "What the law gives {name}, what was taken and is left, and sick pay day by day."
STANDARD, LARGE = "standard", "large"
_ANY_FILE: Final = "Any file (*)"
Keep = Callable[[dict[str, str]], None]


class TimeOffView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_choices(
        self, people: Sequence[tuple[str, str]], whose: str, years: Sequence[tuple[str, str]], year: str
    ) -> None: ...
    def show_record(self, record: HolidayRecord | None) -> None: ...
    def show_notes(self, notes: str) -> None: ...
    def show_why(self, figure: Figure | None) -> None: ...
    def show_sickness(self, record: SickRecord | None) -> None: ...
    def show_spell(self, spell: SickSpell | None) -> None: ...
    def allow(self, *, someone: bool, holiday: bool, spell: bool, proved: bool, leaving: bool) -> None: ...
    def open_agreed(self, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_carried(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_hours(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_sick(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_evidence(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_paper_off(self, lead: str, papers: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def open_earnings(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Desk(Protocol):
    """What is asked of the desktop."""

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None: ...
    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...


class TimeOffPresenter:
    """Shows the holiday record of one PA and leave year, and all their sickness; keeps what is typed for both."""

    def __init__(
        self, view: TimeOffView, runner: Runner, *, today: Callable[[], date], go_to: GoTo, desk: Desk
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._desk = desk
        self._whose: Assistant | None = None
        self._year: Period | None = None
        self._holiday: Holiday | None = None
        self._spell: SickSpell | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the PA, the leave year and the sickness again, and show them."""
        everyone = self._runner.read(employed)
        was = self._whose.id if self._whose else None
        self._whose = next((each for each in everyone if each.id == was), next(iter(everyone), None))
        names = told_apart(everyone)
        people = [(str(each.id), names[each.id]) for each in everyone]
        if (whose := self._whose) is None:
            self._year = None
            self._view.set_lead(NOBODY)
            self._view.show_choices(people, "", (), "")
            self._view.show_record(None)
            self._view.show_notes("")
            self._view.show_sickness(None)
        else:
            years = leave_years(whose, self._today())
            self._year = self._year if self._year in years else years[0]
            self._view.set_lead(LEAD.format(name=whose.called))
            chosen = [(f"{each.first}", said_period(each)) for each in years]
            self._view.show_choices(people, str(whose.id), chosen, f"{self._year.first}")
            record = self._runner.read(read_holiday, assistant_id=whose.id, year=self._year, today=self._today())
            self._view.show_record(record)
            said_of = [*record.notes, record.reminder, ROLLED_UP if record.agreed.rolled_up else ""]
            self._view.show_notes(" ".join(filter(None, said_of)))
            self._view.show_sickness(self._runner.read(read_sickness, assistant_id=whose.id, today=self._today()))
        self._allow()

    def choose(self, number: str) -> None:
        """Show another PA."""
        wanted = next((each for each in self._runner.read(employed) if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose, self._year, self._holiday, self._spell = wanted, None, None, None
            self.refresh()

    def choose_year(self, first: str) -> None:
        """Show another leave year."""
        if self._whose:
            years = leave_years(self._whose, self._today())
            self._year = next((each for each in years if f"{each.first}" == first), self._year)
            self.refresh()

    def point_out(self, number: int) -> None:
        """Show the PA with a number."""
        self.choose(str(number))

    def pick_figure(self, figure: Figure | None) -> None:
        """Show how a figure comes about."""
        self._view.show_why(figure)

    def pick_holiday(self, holiday: Holiday | None) -> None:
        """Take note of the holiday picked."""
        self._holiday = holiday
        self._allow()

    def pick_spell(self, spell: SickSpell | None) -> None:
        """Take note of the sickness picked, and show its sick pay day by day."""
        self._spell = spell
        self._view.show_spell(spell)
        self._allow()

    def go_to_holidays(self) -> None:
        """Bring the holidays asked for before the user: there they are noted, agreed, refused and taken."""
        self._go_to(Place("rota", self._holiday.absence.id if self._holiday else None, screen="holidays"))

    def agree(self) -> None:
        """Ask on which days of the week the PA works."""
        if whose := self._whose:
            agreed = self._runner.read(holiday_agreed, assistant_id=whose.id, day=self._today())
            texts = {"weekdays": weekdays_said(agreed.weekdays)}
            self._view.open_agreed(texts, partial(self._keep_agreed, whose.id))

    def carry(self) -> None:
        """Ask what was carried into the leave year."""
        if (whose := self._whose) and (year := self._year):
            carried = self._runner.read(
                read_holiday, assistant_id=whose.id, year=year, today=self._today()
            ).carried or CarriedIn(assistant_id=whose.id, year_first=year.first, minutes=0, reason=CarryFor.AGREED)
            texts = {"hours": hours_said(carried.minutes), "reason": carried.reason.value, "note": carried.note}
            lead = f"Holiday that {whose.called} brought into the leave year from {said(year.first)}."
            self._view.open_carried(lead, texts, partial(self._keep_carried, whose.id, year))

    def type_hours(self) -> None:
        """Ask how many hours the holiday picked is."""
        if holiday := self._holiday:
            lead = f"{said_period(holiday.absence.days)}: {hours_said(holiday.minutes)} hours. {holiday.source}."
            self._view.open_hours(lead, {"hours": ""}, partial(self._keep_hours, holiday))

    def note_sick(self) -> None:
        """Ask for the days of sickness."""
        if whose := self._whose:
            lead = (
                f"{whose.called} stays on the rota unless you take them off. Days that follow others are one sickness."
            )
            self._view.open_sick(lead, {"first": f"{self._today()}"}, partial(self._keep_sick, whose.id))

    def note_paper(self) -> None:
        """Ask for a self-certificate or a fit note of the sickness picked."""
        if (whose := self._whose) and (spell := self._spell):
            late = spell.days.first + timedelta(days=7)
            kind = EvidenceKind.FIT_NOTE if spell.missing else EvidenceKind.SELF_CERTIFICATE
            texts = {
                "kind": kind.value,
                "first": f"{late if spell.missing else spell.days.first}",
                "last": f"{spell.days.last if spell.missing else min(spell.days.last, late - timedelta(days=1))}",
            }
            lead = (
                "For the first 7 days your PA's own word is enough; from the eighth day you may ask for a fit note."
                " If you have it as a file, you are asked for it next."
            )
            self._view.open_evidence(lead, texts, partial(self._keep_paper, whose.id))

    def take_paper_off(self) -> None:
        """Ask which self-certificate or fit note of the sickness picked to take off the list."""
        if spell := self._spell:
            papers = [(str(each.id), f"{each.kind.words}, {said_period(each.days)}") for each in spell.evidence]
            lead = "A file of it stays among their documents. Undo brings it back to the list."
            self._view.open_paper_off(lead, papers, self._take_paper_off)

    def type_earnings(self) -> None:
        """Ask for the weekly earnings before the sickness picked."""
        if (whose := self._whose) and (spell := self._spell):
            first = spell.linked_to or spell.days.first
            lead = f"Average pay of a week before {said(first)}. Leave it empty to go by the payslips."
            self._view.open_earnings(lead, {"weekly": ""}, partial(self._keep_earnings, whose.id, first))

    def fill_leaving(self) -> None:
        """Note the holiday earned and taken with how the PA leaves."""
        if whose := self._whose:
            self._do(
                lambda: self._runner.run(fill_leaving, assistant_id=whose.id),
                f"Kept with how {whose.called} leaves: the checklist says what is owed.",
            )

    def print(self, size: str) -> None:
        """Print the record."""
        if paper := self._paper(size):
            self._do(lambda: self._desk.print_pdf(*paper), "")

    def save(self, size: str) -> None:
        """Save the record as a PDF."""
        if paper := self._paper(size):
            self._do(lambda: self._desk.save_file(*paper), f"Saved: {paper[0]}.")

    def _paper(self, size: str) -> tuple[str, bytes] | None:
        if (whose := self._whose) is None or (year := self._year) is None:
            return None
        pdf = self._runner.read(
            print_holiday, assistant_id=whose.id, year=year, today=self._today(), large=size == LARGE
        )
        return f"Holiday record of {whose.name}, {year.first.year}.pdf", pdf

    def _keep_agreed(self, assistant_id: AssistantId, texts: Mapping[str, str]) -> None:
        form = Reading()
        weekdays = form.optional("weekdays", weekdays_typed, texts["weekdays"])
        if self._wrong(form):
            return
        chosen = weekdays or frozenset()
        self._keep(lambda: self._runner.run(agree_weekdays, assistant_id=assistant_id, weekdays=chosen), "Kept.")

    def _keep_carried(self, assistant_id: AssistantId, year: Period, texts: Mapping[str, str]) -> None:
        form = Reading()
        minutes = form.field("hours", minutes_from_text, texts["hours"])
        if self._wrong(form) or minutes is None:
            return
        carried = CarriedIn(
            assistant_id=assistant_id,
            year_first=year.first,
            minutes=minutes,
            reason=CarryFor(texts["reason"]),
            note=texts["note"],
        )
        self._keep(lambda: self._runner.run(carry_holiday_over, carried=carried), "Kept. It is used first.")

    def _keep_hours(self, holiday: Holiday, texts: Mapping[str, str]) -> None:
        form = Reading()
        minutes = form.optional("hours", minutes_from_text, texts["hours"])
        if not self._wrong(form):
            run = partial(self._runner.run, type_holiday_hours, absence_id=holiday.absence.id, minutes=minutes)
            self._keep(run, "Kept." if minutes is not None else "Kept. The shifts say how long it is.")

    def _keep_sick(self, assistant_id: AssistantId, texts: Mapping[str, str]) -> None:
        form = Reading()
        days = _days(form, texts)
        if self._wrong(form) or days is None:
            return
        away = Away(assistant_id=assistant_id, kind=AbsenceKind.SICKNESS, days=days, note=texts["note"])
        self._keep(
            lambda: self._runner.run(record_absence, away=away, leave_gaps=bool(texts["leave_gaps"])),
            "Kept. Sick pay is worked out below."
            + (" The shifts are gaps to be covered." if texts["leave_gaps"] else ""),
        )

    def _keep_paper(self, assistant_id: AssistantId, texts: Mapping[str, str]) -> None:
        form = Reading()
        days = _days(form, texts)
        if self._wrong(form) or days is None:
            return
        kind = EvidenceKind(texts["kind"])
        try:
            file = self._desk.open_file(f"The {kind.words.casefold()}", _ANY_FILE) if texts["as_file"] else None
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        if texts["as_file"] and file is None:
            self._view.show_form_problem("No file was chosen. Keep it again to choose one, or leave the box empty.")
            return
        name, content = file or ("", None)
        details = EvidenceDetails(assistant_id=assistant_id, kind=kind, days=days, document=name, note=texts["note"])
        self._keep(
            lambda: self._runner.run(note_evidence, details=details, content=content),
            f"Kept: {kind.words.casefold()} for {said_period(days)}."
            + (" The file is among their documents." if name else ""),
        )

    def _take_paper_off(self, texts: Mapping[str, str]) -> None:
        run = partial(self._runner.run, remove_evidence, evidence_id=EvidenceId(int(texts["paper"])))
        self._keep(run, "Taken off the list.")

    def _keep_earnings(self, assistant_id: AssistantId, first: date, texts: Mapping[str, str]) -> None:
        form = Reading()
        weekly = form.optional("weekly", Money.from_text, texts["weekly"])
        if not self._wrong(form):
            run = partial(self._runner.run, type_earnings, assistant_id=assistant_id, first=first, weekly=weekly)
            self._keep(run, "Kept.")

    def _allow(self) -> None:
        whose = self._whose
        self._view.allow(
            someone=whose is not None,
            holiday=whose is not None and self._holiday is not None,
            spell=whose is not None and self._spell is not None,
            proved=self._spell is not None and bool(self._spell.evidence),
            leaving=whose is not None and whose.left_on is not None,
        )

    def _wrong(self, form: Reading) -> bool:
        self._view.show_form_errors(form.errors)
        return bool(form.errors)

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _do(self, run: Callable[[], object], result: str) -> None:
        try:
            done = run()
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            if result and done:
                self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | ROTA | TIMESHEETS | ASSISTANTS | FIGURES | HOLDER):
            self.refresh()


def _days(form: Reading, texts: Mapping[str, str]) -> Period | None:
    """Return the days typed; without a last day it is one day."""
    first = form.field("first", day_from_text, texts["first"])
    last = form.optional("last", day_from_text, texts["last"])
    if first is None or form.errors:
        return None
    return form.field("last", lambda _text: Period(first, last or first), texts["last"])
