"""The screen of holiday and sickness."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.law.explained import Because
from pa_manager.law.sick_pay import SickDay
from pa_manager.pay.model import (
    ADVICE,
    RECORD_DUTY,
    CarryFor,
    EarnedPeriod,
    EvidenceKind,
    Figure,
    Holiday,
    HolidayRecord,
    SickRecord,
    SickSpell,
)
from pa_manager.pay.presenter.holidays import LARGE, STANDARD, Keep, TimeOffPresenter, TimeOffView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, CardRow, FigureCard, heading, paragraph, soft
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_period, said_with_weekday

_RIGHT = Qt.AlignmentFlag.AlignRight
_CARDS = {"Left to take": "In hours, of this leave year", "Taken": "In hours", "Booked": "In hours, still to come"}


class TimeOffScreen(Screen):
    """One PA's leave year with every figure explained, and their sickness with sick pay day by day."""

    def __init__(self, present: Callable[[TimeOffView], TimeOffPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Holiday and sickness", parent=parent)
        self._people = ChoiceField("Whose")
        self._years = ChoiceField("Leave year")
        self._holidays_asked = MainButton("Ask, agree, refuse or take holiday", "holidays")
        self._sick = PlainButton("Somebody is off sick", "sick")
        self._agreed = PlainButton("Days of work", "agreed")
        self._carried = PlainButton("Holiday carried over", "carried")
        self._leaving = QuietButton("Use it for leaving", "leaving")
        self._notes = Band("warn")
        self._cards = {name: FigureCard(name) for name in _CARDS}
        self._card_row = CardRow(*self._cards.values())
        self._figures = _figures_table()
        self._why = _why_table("How the figure comes about", "Pick a figure above: here it says how it comes about.")
        self._holidays = _holidays_table()
        self._hours = PlainButton("Type how many hours", "hours")
        self._earned = _earned_table()
        self._size = ChoiceField("Holiday record", [(STANDARD, "Standard print"), (LARGE, "Large print")])
        self._print = PlainButton("Print it", "print")
        self._save = PlainButton("Save it as a PDF", "save")
        self._qualifying = paragraph("")
        self._spells = _spells_table()
        self._paper = PlainButton("Note a self-certificate or fit note", "paper")
        self._paper_off = QuietButton("Take a certificate or note off", "paper off")
        self._earnings = PlainButton("Type weekly earnings", "earnings")
        self._problem = Band("bad")
        self._days = _days_table()
        self._sick_why = _why_table("How the sick pay comes about", "Pick a sickness above: here it says how.")
        self.add(
            self._people,
            self._years,
            ButtonRow(self._holidays_asked, self._sick, self._agreed, self._carried, self._leaving),
            self._notes,
            self._card_row,
            self._figures,
            self._why,
            self._holidays,
            ButtonRow(self._hours),
            self._earned,
            self._size,
            ButtonRow(self._print, self._save),
            soft(RECORD_DUTY),
            heading("Sickness"),
            self._qualifying,
            self._spells,
            ButtonRow(self._paper, self._earnings, self._paper_off),
            self._problem,
            self._days,
            self._sick_why,
            soft(ADVICE),
        )
        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._connect()

    def _connect(self) -> None:
        act = self._presenter
        self._people.changed.connect(lambda: act.choose(self._people.text()))
        self._years.changed.connect(lambda: act.choose_year(self._years.text()))
        self._holidays_asked.clicked.connect(act.go_to_holidays)
        self._sick.clicked.connect(act.note_sick)
        self._agreed.clicked.connect(act.agree)
        self._carried.clicked.connect(act.carry)
        self._leaving.clicked.connect(act.fill_leaving)
        self._figures.picked.connect(act.pick_figure)
        self._holidays.picked.connect(act.pick_holiday)
        self._holidays.activated.connect(lambda _row: act.go_to_holidays())
        self._hours.clicked.connect(act.type_hours)
        self._spells.picked.connect(act.pick_spell)
        self._paper.clicked.connect(act.note_paper)
        self._paper_off.clicked.connect(act.take_paper_off)
        self._earnings.clicked.connect(act.type_earnings)
        self._print.clicked.connect(lambda: act.print(self._size.text()))
        self._save.clicked.connect(lambda: act.save(self._size.text()))

    def show_choices(
        self, people: Sequence[tuple[str, str]], whose: str, years: Sequence[tuple[str, str]], year: str
    ) -> None:
        for field, choices, chosen in ((self._people, people, whose), (self._years, years, year)):
            field.blockSignals(True)
            field.set_choices(choices)
            field.set_text(chosen)
            field.blockSignals(False)
            field.setVisible(bool(choices))

    def show_record(self, record: HolidayRecord | None) -> None:
        figures = record.figures if record else ()
        said = {each.words: each.said for each in figures}
        self._card_row.setVisible(bool(figures))
        for name, card in self._cards.items():
            card.show(said.get(name, ""), _CARDS[name])
        self._figures.set_rows(figures)
        self._holidays.set_rows(record.holidays if record else ())
        self._earned.set_rows(record.earned if record else ())
        self._earned.setVisible(bool(record and record.earned))
        self.show_why(self._figures.current)

    def show_notes(self, notes: str) -> None:
        self._notes.setVisible(bool(notes))
        if notes:
            self._notes.show(notes)

    def show_why(self, figure: Figure | None) -> None:
        self._why.set_rows(figure.why if figure else ())

    def show_sickness(self, record: SickRecord | None) -> None:
        self._qualifying.setText(str(record.qualifying.why) if record else "")
        self._qualifying.setVisible(record is not None)
        self._spells.set_rows(record.spells if record else ())
        self.show_spell(self._spells.current)

    def show_spell(self, spell: SickSpell | None) -> None:
        problem = " ".join(filter(None, (spell.missing, spell.problem))) if spell else ""
        self._problem.setVisible(bool(problem))
        if problem:
            self._problem.show(problem)
        self._days.set_rows(spell.each_day if spell else ())
        self._sick_why.set_rows(spell.why if spell else ())

    def allow(self, *, someone: bool, holiday: bool, spell: bool, proved: bool, leaving: bool) -> None:
        for button in (self._sick, self._agreed, self._carried, self._print, self._save):
            button.setEnabled(someone)
        self._hours.setEnabled(holiday)
        self._paper.setEnabled(spell)
        self._earnings.setEnabled(spell)
        self._paper_off.setVisible(proved)
        self._leaving.setVisible(leaving)

    def open_agreed(self, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "weekdays": TextField("Days of work", "For example: Mon, Wed and Fri. Sick pay is for these days."),
        }
        lead = "What you and your PA agreed. Without it, sick pay goes by the contract, or else it is for Wednesdays."
        self._open("Days of work", lead, fields, texts, keep)

    def open_carried(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "hours": TextField("Hours carried over", "For example 12:30.", chars=10),
            "reason": ChoiceField("Why", [(each.value, each.words) for each in CarryFor]),
            "note": TextField("Note"),
        }
        self._open("Holiday carried over", lead, fields, texts, keep)

    def open_hours(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "hours": TextField("Hours in all", "For example 12:30. Leave it empty to go by the shifts.", chars=10)
        }
        self._open("How many hours of holiday", lead, fields, texts, keep)

    def open_sick(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "first": DateField("First day"),
            "last": DateField("Last day", "As far as you know. Leave it empty if it is one day."),
            "note": TextField("Note", "What for is private: you need not write it."),
            "leave_gaps": TickField("Take them off their shifts on these days", "They become gaps to be covered."),
        }
        self._open("Off sick", lead, fields, texts, keep)

    def open_evidence(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "kind": ChoiceField("What it is", [(each.value, each.words) for each in EvidenceKind]),
            "first": DateField("First day it is for"),
            "last": DateField("Last day it is for", "Leave it empty if it is one day."),
            "note": TextField("Note", "For example: seen on paper, given back."),
            "as_file": TickField("File a scan or photo of it", "It goes with their documents."),
        }
        self._open("Self-certificate or fit note", lead, fields, texts, keep)

    def open_paper_off(self, lead: str, papers: Sequence[tuple[str, str]], keep: Keep) -> None:
        fields = {"paper": ChoiceField("Which", papers)}
        self._open("Take a certificate or note off", lead, fields, {"paper": papers[0][0]}, keep, word="Take it off")

    def open_earnings(self, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        self._open("Weekly earnings", lead, {"weekly": MoneyField("Pay of a week", "Before tax.")}, texts, keep)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _open(  # noqa: PLR0913 -- what every form of this screen is made of
        self,
        title: str,
        lead: str,
        fields: Mapping[str, AnyField],
        texts: Mapping[str, str],
        keep: Keep,
        *,
        word: str = "Keep",
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields), word)
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)


def _figures_table() -> RowTable[Figure]:
    return RowTable[Figure](
        "Holiday in figures",
        [Column("What", lambda row: row.words), Column("How much", lambda row: row.said, align=_RIGHT)],
        key=lambda row: row.words,
        empty="The figures will stand here as soon as the terms say how many hours, and whether they are regular.",
    )


def _why_table(name: str, empty: str) -> RowTable[Because]:
    return RowTable[Because](
        name,
        [
            Column("What was reckoned", lambda row: row.words),
            Column("How much", lambda row: "" if row.amount is None else str(row.amount), align=_RIGHT),
            Column("Where it says so", lambda row: row.authority),
        ],
        key=lambda row: row.words,
        empty=empty,
    )


def _holidays_table() -> RowTable[Holiday]:
    return RowTable[Holiday](
        "Holidays of the leave year",
        [
            Column("When", lambda row: said_period(row.absence.days), lambda row: row.absence.days),
            Column("Hours", lambda row: hours_said(row.minutes), lambda row: row.minutes, _RIGHT),
            Column("Where they come from", lambda row: row.source),
            Column("How it stands", lambda row: row.standing),
            Column("Paid", lambda row: str(row.pay) if row.absence.state.counts else "", align=_RIGHT),
        ],
        key=lambda row: row.absence.id,
        empty="No holiday is noted in this leave year. Note it when it is asked for.",
    )


def _earned_table() -> RowTable[EarnedPeriod]:
    return RowTable[EarnedPeriod](
        "Earned with each pay period",
        [
            Column("Pay period", lambda row: said_period(row.period), lambda row: row.period.first),
            Column("Worked", lambda row: hours_said(row.minutes), lambda row: row.minutes, _RIGHT),
            Column("Sickness counts for", lambda row: hours_said(round(row.away)), align=_RIGHT),
            Column("Whole hours", lambda row: str(row.accrued.hours), lambda row: row.accrued.hours, _RIGHT),
            Column("Exactly", lambda row: hours_said(int(row.accrued.exact_minutes)), align=_RIGHT),
            Column("Timesheet", lambda row: "Agreed" if row.settled else "Not agreed yet"),
        ],
        key=lambda row: row.period,
    )


def _spells_table() -> RowTable[SickSpell]:
    return RowTable[SickSpell](
        "Times off sick",
        [
            Column("When", lambda row: said_period(row.days), lambda row: row.days),
            Column("Proved by", lambda row: row.proved_by, tone=lambda row: "warn" if row.missing else None),
            Column("Days paid", lambda row: str(row.paid_days), lambda row: row.paid_days, _RIGHT),
            Column("Days unpaid", lambda row: str(row.unpaid_days), lambda row: row.unpaid_days, _RIGHT),
            Column("Sick pay", lambda row: str(row.amount), lambda row: row.amount, _RIGHT),
        ],
        key=lambda row: row.days,
        empty="No sickness is noted. Note it on the day, and sick pay is worked out here.",
    )


def _days_table() -> RowTable[SickDay]:
    return RowTable[SickDay](
        "Sick pay day by day",
        [
            Column("Day", lambda row: said_with_weekday(row.day), lambda row: row.day),
            Column("Due", lambda row: _pence_said(row) if row.is_paid else "Nothing", align=_RIGHT),
            Column("Why not", lambda row: row.why_not[:1].upper() + row.why_not[1:]),
        ],
        key=lambda row: row.day,
        empty="Pick a sickness above: here stands each of its days that sick pay is for.",
    )


def _pence_said(day: SickDay) -> str:
    """Return what is due for a day, to four places of a pound, as it is reckoned with."""
    parts = int(day.daily_pence * 100)
    return f"£{parts // 10_000}.{parts % 10_000:04d}"
