"""The PAs screen."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import (
    WHO_PAYS,
    AssistantKind,
    AssistantLine,
    HolidayCalendar,
    HoursKind,
    NoticeBy,
    PayFrequency,
    RateDay,
    ShiftKind,
    Terms,
)
from pa_manager.assistants.presenter.assistants import AssistantsPresenter, AssistantsView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said


class AssistantsScreen(Screen):
    """A table of the PAs, and one of the terms agreed with the PA picked."""

    def __init__(self, present: Callable[[AssistantsView], AssistantsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("My PAs", parent=parent)
        self._add = MainButton("Add a PA", "add")
        self._open_file = PlainButton("Open their file", "file")
        self._change = PlainButton("Change details", "change")
        self._agree = PlainButton("Agree new terms", "agree terms")
        self._part = PlainButton("Part with them", "part")
        self._rate = PlainButton("Rate for some days", "rate")
        self._contract = PlainButton("Contract details", "contract")
        self._hours = PlainButton("When they can work", "hours")
        self._checklist = PlainButton("Checklist", "checklist")
        self._papers = PlainButton("Statement and other papers", "papers")
        self._documents = PlainButton("Documents", "documents")
        self._find = PlainButton("Find somebody", "find")
        self._forgetting = PlainButton("Forget somebody who has left", "forget")
        self._streams: Mapping[str, str] = {}
        self._table = RowTable[AssistantLine](
            "PAs",
            [
                Column("Name", lambda line: line.name),
                Column("How", lambda line: line.assistant.kind.words),
                Column("Paid", lambda line: line.paid),
                Column("When", lambda line: line.standing, lambda line: line.assistant.started_on),
            ],
            key=lambda line: line.assistant.id,
            empty="The people who work for you will stand here. Add the first, to plan shifts and to work out pay.",
        )
        self._terms = RowTable[Terms](
            "Terms agreed",
            [
                Column("From", lambda terms: said(terms.from_day), lambda terms: terms.from_day),
                Column("Hours a week", _weekly, align=Qt.AlignmentFlag.AlignRight),
                Column("Rates", _rates),
                Column("Who pays", self._payers),
            ],
            key=lambda terms: terms.from_day,
            empty="Pick a PA above to see what was agreed, and from which day.",
        )
        self._acts = ButtonRow(self._open_file, self._change, self._agree, self._part)
        self._under = ButtonRow(self._rate, self._contract, self._hours, self._checklist, self._papers, self._documents)
        self.add(ButtonRow(self._add, self._find, self._forgetting), self._table, self._acts, self._terms, self._under)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add)
        self._open_file.clicked.connect(self._presenter.open_file)
        self._change.clicked.connect(self._presenter.change)
        self._agree.clicked.connect(self._presenter.new_terms)
        self._part.clicked.connect(self._presenter.part)
        self._hours.clicked.connect(self._presenter.open_hours)
        self._checklist.clicked.connect(self._presenter.open_checklist)
        self._papers.clicked.connect(self._presenter.open_papers)
        self._documents.clicked.connect(self._presenter.open_documents)
        self._find.clicked.connect(self._presenter.open_recruitment)
        self._forgetting.clicked.connect(self._presenter.open_forgetting)
        self._rate.clicked.connect(self._presenter.rate_for_days)
        self._contract.clicked.connect(self._presenter.change_agreement)
        self._terms.picked.connect(self._presenter.pick_terms)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _line: self._presenter.change())
        self._terms.activated.connect(self._presenter.correct_terms)

    def show_assistants(self, lines: Sequence[AssistantLine]) -> None:
        self._table.set_rows(lines)
        for widget in (self._acts, self._terms, self._under):
            widget.setVisible(bool(lines))

    def show_terms(self, whose: str, terms: Sequence[Terms], streams: Mapping[str, str]) -> None:
        self._streams = streams
        self._terms.set_empty(
            f"Nothing is agreed with {whose} yet. Agree terms, so that pay can be worked out."
            if whose
            else "Pick a PA above to see what was agreed, and from which day."
        )
        self._terms.set_rows(terms)

    def allow_changes(self, *, picked: bool, agreed: bool) -> None:
        lead = (self._open_file, self._hours, self._checklist, self._papers, self._documents)
        for button in (*lead, self._change, self._agree, self._part):
            button.setEnabled(picked)
        for button in (self._rate, self._contract):
            button.setEnabled(agreed)

    def open_engaging(self, texts: Mapping[str, str]) -> None:
        fields = _who()
        fields["per_hour"] = MoneyField("Pay for an hour", "Other rates, for sleep-ins and nights, can follow.")
        fields["hours"] = TextField("Hours a week", "Leave it empty if they differ from week to week.", chars=8)
        self._open(
            "Add a PA",
            "The name and the first day are needed; the rest can wait.",
            {**fields, **_more()},
            texts,
            "engage",
        )

    def open_details(self, title: str, texts: Mapping[str, str]) -> None:
        self._open(title, "Terms and rates are changed by agreeing new terms.", {**_who(), **_more()}, texts, "details")

    def open_terms(self, title: str, lead: str, texts: Mapping[str, str], streams: Sequence[tuple[str, str]]) -> None:
        fields = {
            "from_day": DateField("First day", "The day from which these terms hold. For example, 6 4 2026"),
            "hours": TextField("Hours a week", "Leave it empty if they differ from week to week.", chars=8),
            "day": MoneyField("Day, an hour"),
            "waking_night": MoneyField("Waking night, an hour", "Leave it empty if nights awake are paid as days."),
            "sleep_in": MoneyField("Sleep-in, a shift", "The flat sum for the night."),
            "sleep_in_awake": MoneyField("Sleep-in, each hour awake", "Leave it empty if it is paid as days."),
            "on_call": MoneyField("On call, a shift"),
            "on_call_worked": MoneyField("On call, each hour worked"),
            "training": MoneyField("Training, an hour", "Leave it empty if it is paid as days."),
            "meeting": MoneyField("Meeting, an hour", "Leave it empty if it is paid as days."),
            "stream": ChoiceField("Who pays", streams, WHO_PAYS),
            "backdated": TickField(
                "These terms are backdated", "They begin on or before a day that other terms begin on."
            ),
        }
        self._open(title, lead, fields, texts, "terms")

    def open_rate(self, title: str, texts: Mapping[str, str], streams: Sequence[tuple[str, str]]) -> None:
        fields = {
            "kind": ChoiceField("Kind of shift", [(kind.value, kind.words) for kind in ShiftKind]),
            "on": ChoiceField(
                "On which days", [(on.value, on.words) for on in RateDay], "A shift is paid by the day it begins on."
            ),
            "per_hour": MoneyField("Pay for an hour"),
            "per_shift": MoneyField("Pay for a shift", "For sleep-ins and being on call: the flat sum."),
            "stream": ChoiceField("Who pays", streams, WHO_PAYS),
        }
        lead = "It takes the place of the rate for any day. Leave both sums empty to take it away again."
        self._open(title, lead, fields, texts, "rate")

    def open_agreement(self, title: str, lead: str, texts: Mapping[str, str]) -> None:
        self._open(title, lead, _contract(), texts, "agreement")

    def open_parting(self, title: str, texts: Mapping[str, str]) -> None:
        fields: dict[str, AnyField] = {
            "left_on": DateField("Last day", "Leave it empty if they stay after all."),
            "notice_by": ChoiceField("Who gave notice", [(each.value, each.words) for each in NoticeBy]),
            "notice_on": DateField("Day it was given"),
            "taken": TextField("Hours of holiday taken in the leave year", "For example, 22:30.", chars=8),
            "earned": TextField(
                "Hours of holiday earned in the leave year",
                "Leave it empty if hours are regular: then it is worked out.",
                chars=8,
            ),
        }
        lead = "Shifts after the last day stay on the rota until somebody else is down for them."
        self._open(title, lead, fields, texts, "parting")

    def point_out(self, number: int) -> None:
        self._table.pick(number)

    def _payers(self, terms: Terms) -> str:
        own = [
            f"{rate.called}: {self._streams[str(rate.stream_id)]}" for rate in terms.rates if rate.stream_id is not None
        ]
        whole = self._streams[str(terms.stream_id)] if terms.stream_id is not None else "As each shift says"
        return "\n".join((whole, *own))

    def _open(self, title: str, lead: str, fields: Mapping[str, AnyField], texts: Mapping[str, str], keep: str) -> None:
        form = FormDialog(self, title, lead, dict(fields))
        form.fill(texts)
        form.kept.connect(
            {
                "engage": self._presenter.engage,
                "details": self._presenter.keep_details,
                "terms": self._presenter.keep_terms,
                "rate": self._presenter.keep_rate,
                "agreement": self._presenter.keep_agreement,
                "parting": self._presenter.keep_parting,
            }[keep]
        )
        self.open_form(form)


def _who() -> dict[str, AnyField]:
    return {
        "name": TextField("Full name", "As it stands on payslips."),
        "known_as": TextField("Name they like to be called", chars=20),
        "kind": ChoiceField("How they work for you", [(kind.value, kind.words) for kind in AssistantKind]),
        "started_on": DateField("First day of work"),
    }


def _more() -> dict[str, AnyField]:
    return {
        "frequency": ChoiceField("How often they are paid", [(each.value, each.words) for each in PayFrequency]),
        "periods_from": DateField(
            "First day of a pay period", "Any one pay period will do. Leave it empty if it is the first day of work."
        ),
        "phone": TextField("Phone", chars=20),
        "email": TextField("Email"),
        "born_on": DateField("Date of birth", "Under 21 the minimum wage is another. For example, 27 3 1990"),
        "apprentice": TickField("They are an apprentice"),
        "apprenticeship_began_on": DateField("First day of the apprenticeship"),
        "relative": TickField("They are a close relative", "The council must agree before a relative is paid."),
        "consent_note": TextField("Who at the council agreed, and when", lines=2),
    }


def _contract() -> dict[str, AnyField]:
    return {
        "job_title": TextField("Job", "For example, personal assistant."),
        "workplace": TextField("Where they work", "For example, the holder's home.", lines=2),
        "hours": ChoiceField(
            "Are the hours regular?",
            [(kind.value, kind.words) for kind in HoursKind],
            "It decides how holiday is worked out.",
        ),
        "days_and_times": TextField(
            "Days and times, and how they may vary",
            "For example, Monday to Friday 9 to 1; by agreement, not at will.",
            lines=3,
        ),
        "holiday_year_from": DateField("First day of a holiday year", "Any one will do. For example, 1 4 2026"),
        "holiday": TextField("Holiday and holiday pay", "At least 5.6 weeks a year; what is owed on leaving.", lines=3),
        "calendar": ChoiceField("Whose bank holidays count", [(each.value, each.words) for each in HolidayCalendar]),
        "sick_pay": TextField("Sick leave and sick pay", "Whom to tell and when; what is paid.", lines=3),
        "other_leave": TextField("Other paid leave", "For a new child, say. Type none if there is none.", lines=2),
        "benefits": TextField("Benefits besides pay", "For example, meals. Say none if there are none.", lines=2),
        "your_notice_weeks": TextField("Weeks of notice from you", "The law sets the least.", chars=6),
        "their_notice_weeks": TextField("Weeks of notice from them", chars=6),
        "probation_ends_on": DateField("Last day of probation", "Leave it empty if there is none."),
        "probation": TextField("What probation means", "Its conditions, and the notice during it.", lines=2),
        "ends_on": DateField("Last day, if the job is for a fixed time", "Leave it empty if it is not."),
        "training": TextField("Training they must do", "And who pays for it. Say none if there is none.", lines=2),
        "pension": TextField("Pension", "The scheme, or that they will be told about it.", lines=2),
        "disciplinary": TextField("Complaints, and what happens if things go wrong", "To whom each may turn.", lines=2),
    }


def _weekly(terms: Terms) -> str:
    return "They differ" if terms.weekly_minutes is None else hours_said(terms.weekly_minutes)


def _rates(terms: Terms) -> str:
    return "\n".join(f"{rate.called}: {rate}" for rate in terms.rates) or "None yet"
