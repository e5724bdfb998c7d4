"""The PAs screen, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, Protocol

from pa_manager.assistants.model import (
    Assistant,
    AssistantKind,
    AssistantLine,
    HolidayCalendar,
    Particulars,
    PayFrequency,
    Rate,
    RateDay,
    ShiftKind,
    Terms,
    line_of,
    rate_from_text,
    tidy_name,
    told_apart,
    weekly_minutes_from_text,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    agree_terms,
    change_agreement,
    change_assistant,
    drop_rate,
    engage_assistant,
    find_leaving,
    list_assistants,
    part_with_assistant,
    set_rate,
    wages_below_least,
)
from pa_manager.assistants.presenter.agreement import agreement_from, agreement_texts
from pa_manager.assistants.presenter.parting import parting_from, parting_texts
from pa_manager.file.running import Changes, Runner
from pa_manager.funding.model import StreamId
from pa_manager.funding.operations import FUNDING, list_streams
from pa_manager.values.clock import hours_said
from pa_manager.values.days import day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import Money
from pa_manager.values.tasks import GoTo, Place

BY_THE_HOUR: Final = (
    (ShiftKind.DAY, "day"),
    (ShiftKind.WAKING_NIGHT, "waking_night"),
    (ShiftKind.SLEEP_IN, "sleep_in_awake"),
    (ShiftKind.ON_CALL, "on_call_worked"),
    (ShiftKind.TRAINING, "training"),
    (ShiftKind.MEETING, "meeting"),
)
BY_THE_SHIFT: Final = ((ShiftKind.SLEEP_IN, "sleep_in"), (ShiftKind.ON_CALL, "on_call"))


class AssistantsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_assistants(self, lines: Sequence[AssistantLine]) -> None: ...
    def show_terms(self, whose: str, terms: Sequence[Terms], streams: Mapping[str, str]) -> None: ...
    def allow_changes(self, *, picked: bool, agreed: bool) -> None: ...
    def open_engaging(self, texts: Mapping[str, str]) -> None: ...
    def open_details(self, title: str, texts: Mapping[str, str]) -> None: ...
    def open_terms(
        self, title: str, lead: str, texts: Mapping[str, str], streams: Sequence[tuple[str, str]]
    ) -> None: ...
    def open_rate(self, title: str, texts: Mapping[str, str], streams: Sequence[tuple[str, str]]) -> None: ...
    def open_agreement(self, title: str, lead: str, texts: Mapping[str, str]) -> None: ...
    def open_parting(self, title: str, texts: Mapping[str, str]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class AssistantsPresenter:
    """Lists the PAs and the terms of the one picked; engages, changes, agrees terms, parts."""

    def __init__(self, view: AssistantsView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._today = today
        self._picked: Assistant | None = None
        self._terms: Terms | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the PAs again and show them."""
        today = self._today()
        everyone = self._runner.read(list_assistants)
        working = [assistant for assistant in everyone if assistant.works_on(today)]
        gone = [assistant for assistant in everyone if assistant.left_on is not None and assistant.left_on < today]
        self._view.set_lead(_lead(len(working), len(everyone) - len(working) - len(gone), len(gone)))
        picked = None if self._picked is None else self._picked.id
        here = [assistant for assistant in everyone if assistant not in gone]
        names = told_apart(everyone)
        self._view.show_assistants([line_of(each, today, names[each.id]) for each in (*here, *gone)])
        self._show_picked(next((assistant for assistant in everyone if assistant.id == picked), None))

    def pick(self, line: AssistantLine | None) -> None:
        """Take note of the PA picked, and show what was agreed with them."""
        self._show_picked(None if line is None else line.assistant)

    def add(self) -> None:
        """Open an empty form for somebody new."""
        self._view.open_engaging({"kind": AssistantKind.EMPLOYED, "frequency": PayFrequency.FOUR_WEEKLY})

    def open_file(self) -> None:
        """Lead to the file of the PA picked."""
        if self._picked:
            self._go_to(Place("assistants", self._picked.id, screen="person"))

    def open_hours(self) -> None:
        """Lead to the hours that the PA picked can work."""
        if self._picked:
            self._go_to(Place("assistants", self._picked.id, screen="hours"))

    def open_checklist(self) -> None:
        """Lead to the checklist of the PA picked."""
        if self._picked:
            self._go_to(Place("assistants", self._picked.id, screen="checklist"))

    def open_papers(self) -> None:
        """Lead to the papers of the PA picked."""
        if self._picked:
            self._go_to(Place("assistants", self._picked.id, screen="papers"))

    def open_documents(self) -> None:
        """Lead to the documents of the PA picked."""
        if self._picked:
            self._go_to(Place("assistants", self._picked.id, screen="documents"))

    def open_recruitment(self) -> None:
        """Lead to the vacancies and those who apply."""
        self._go_to(Place("assistants", screen="recruitment"))

    def open_forgetting(self) -> None:
        """Lead to those who have left, to forget them; first the PA picked."""
        self._go_to(Place("assistants", self._picked.id if self._picked else None, screen="forgetting"))

    def change(self) -> None:
        """Open the form of the PA picked, filled."""
        if self._picked:
            self._view.open_details(f"Change {self._picked.name}", _details(self._picked))

    def new_terms(self) -> None:
        """Open the form for new terms with the PA picked, filled with the rates that hold now."""
        if self._picked:
            newest = self._picked.terms[-1] if self._picked.terms else None
            self._view.open_terms(
                f"Agree new terms with {self._picked.called}",
                "The terms before stay as they are, for the days before.",
                _terms_texts(newest) if newest else {"from_day": f"{self._picked.started_on}"},
                self._streams("As each shift says"),
            )

    def correct_terms(self, terms: Terms | None) -> None:
        """Open the form of terms that were put down wrongly, filled."""
        if self._picked and terms:
            self._view.open_terms(
                f"Put right the terms with {self._picked.called}",
                f"What you keep takes the place of the terms from {said(terms.from_day)}, if the day stays the same.",
                {**_terms_texts(terms), "from_day": f"{terms.from_day}", "backdated": "yes"},
                self._streams("As each shift says"),
            )

    def pick_terms(self, terms: Terms | None) -> None:
        """Take note of the terms picked; without any, the newest are meant."""
        self._terms = terms

    def rate_for_days(self) -> None:
        """Open the form for a rate that holds on some days only."""
        if self._picked and (terms := self._meant()):
            self._view.open_rate(
                f"A rate in the terms with {self._picked.called} from {said(terms.from_day)}",
                {"kind": ShiftKind.DAY, "on": RateDay.SUNDAY},
                self._streams("As these terms say"),
            )

    def keep_rate(self, texts: Mapping[str, str]) -> None:
        """Keep the rate typed in; with both amounts empty, take it out of the terms."""
        form = Reading()
        per_hour = form.optional("per_hour", rate_from_text, texts["per_hour"])
        per_shift = form.optional("per_shift", rate_from_text, texts["per_shift"])
        self._view.show_form_errors(form.errors)
        whose, terms = self._picked, self._meant()
        if form.errors or whose is None or terms is None:
            return
        kind, on, from_day = ShiftKind(texts["kind"]), RateDay(texts["on"]), terms.from_day
        if per_hour is None and per_shift is None:
            self._keep(
                lambda: self._runner.run(drop_rate, assistant_id=whose.id, from_day=from_day, kind=kind, on=on),
                f"Kept. The terms from {said(from_day)} have no rate of their own for it.",
            )
            return
        rate = Rate(kind=kind, on=on, per_hour=per_hour, per_shift=per_shift, stream_id=_stream(texts))
        self._keep(
            lambda: self._runner.run(set_rate, assistant_id=whose.id, from_day=from_day, rate=rate),
            f"Kept. {rate.called}: {rate}.",
        )
        self._warn_of_wages(whose, from_day)

    def change_agreement(self) -> None:
        """Open the form of what the terms say besides hours and rates, filled."""
        if self._picked and (terms := self._meant()):
            self._view.open_agreement(
                f"Contract details of {self._picked.called}",
                f"They belong to the terms from {said(terms.from_day)}. What is empty is a blank in the statement.",
                agreement_texts(terms),
            )

    def keep_agreement(self, texts: Mapping[str, str]) -> None:
        """Keep what was typed about the contract, or say beside each field what is wrong with it."""
        form = Reading()
        agreement = agreement_from(form, texts)
        self._view.show_form_errors(form.errors)
        whose, terms = self._picked, self._meant()
        if form.errors or whose is None or terms is None:
            return
        self._keep(
            lambda: self._runner.run(
                change_agreement,
                assistant_id=whose.id,
                from_day=terms.from_day,
                agreement=agreement,
                calendar=HolidayCalendar(texts["calendar"]),
            ),
            f"Kept. The contract details of {whose.called} are changed.",
        )

    def part(self) -> None:
        """Open the form for the last day of the PA picked."""
        if self._picked:
            self._view.open_parting(
                f"Part with {self._picked.called}",
                parting_texts(self._picked, self._runner.read(find_leaving, self._picked.id)),
            )

    def engage(self, texts: Mapping[str, str]) -> None:
        """Engage whoever was typed in, or say beside each field what is wrong with it."""
        form = Reading()
        particulars = _particulars(form, texts)
        per_hour = form.optional("per_hour", rate_from_text, texts["per_hour"])
        minutes = form.optional("hours", weekly_minutes_from_text, texts["hours"])
        self._view.show_form_errors(form.errors)
        if form.errors or particulars is None:
            return
        terms = None
        if per_hour is not None or minutes is not None:
            rates = () if per_hour is None else (Rate(kind=ShiftKind.DAY, per_hour=per_hour),)
            terms = Terms(from_day=particulars.started_on, weekly_minutes=minutes, rates=rates)
        self._keep(
            lambda: self._runner.run(engage_assistant, particulars=particulars, terms=terms),
            f"Kept. {particulars.called} is one of your PAs from {said(particulars.started_on)}.",
        )

    def keep_details(self, texts: Mapping[str, str]) -> None:
        """Keep what was changed about the PA picked, or say beside each field what is wrong with it."""
        form = Reading()
        particulars = _particulars(form, texts)
        self._view.show_form_errors(form.errors)
        if particulars and self._picked:
            assistant_id = self._picked.id
            self._keep(
                lambda: self._runner.run(change_assistant, assistant_id=assistant_id, particulars=particulars),
                f"Kept. The details of {particulars.called} are changed.",
            )

    def keep_terms(self, texts: Mapping[str, str]) -> None:
        """Keep the terms typed in for the PA picked, or say beside each field what is wrong with it."""
        form = Reading()
        from_day = form.field("from_day", day_from_text, texts["from_day"])
        minutes = form.optional("hours", weekly_minutes_from_text, texts["hours"])
        hourly = {kind: form.optional(name, rate_from_text, texts[name]) for kind, name in BY_THE_HOUR}
        flat = {kind: form.optional(name, rate_from_text, texts[name]) for kind, name in BY_THE_SHIFT}
        self._view.show_form_errors(form.errors)
        if form.errors or from_day is None or not self._picked:
            return
        whose, backdated = self._picked, bool(texts["backdated"])
        typed = Terms(from_day=from_day, weekly_minutes=minutes, rates=_rates(hourly, flat), stream_id=_stream(texts))
        terms = _carried(whose, typed)
        self._keep(
            lambda: self._runner.run(agree_terms, assistant_id=whose.id, terms=terms, backdated=backdated),
            f"Kept. These terms with {whose.called} hold from {said(from_day)}.",
        )
        self._warn_of_wages(whose, from_day)

    def keep_parting(self, texts: Mapping[str, str]) -> None:
        """Keep the last day typed in for the PA picked, or say what is wrong with it."""
        form = Reading()
        left_on, leaving = parting_from(form, texts)
        self._view.show_form_errors(form.errors)
        if form.errors or not self._picked:
            return
        whose = self._picked
        self._keep(
            lambda: self._runner.run(part_with_assistant, assistant_id=whose.id, left_on=left_on, leaving=leaving),
            f"Kept. The last day of {whose.called} is {said(left_on)}." if left_on else f"Kept. {whose.called} stays.",
        )

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _streams(self, none: str) -> list[tuple[str, str]]:
        """Return the money that may be chosen, with what it means to choose none."""
        return [("", none), *((str(each.id), each.called) for each in self._runner.read(list_streams))]

    def _meant(self) -> Terms | None:
        agreed = self._picked.terms if self._picked else ()
        day = self._terms.from_day if self._terms else None
        return next((terms for terms in agreed if terms.from_day == day), agreed[-1] if agreed else None)

    def _warn_of_wages(self, whose: Assistant, from_day: date) -> None:
        """Say on the screen if what was agreed falls below the minimum wage. It is kept all the same."""
        try:
            gaps = self._runner.read(wages_below_least, assistant_id=whose.id, first=from_day, last=from_day)
        except UserError:
            return
        if gaps:
            self._view.show_problem(f"Kept, but look at this: {gaps[0].sentence}")

    def _show_picked(self, assistant: Assistant | None) -> None:
        if assistant is None or self._picked is None or assistant.id != self._picked.id:
            self._terms = None
        self._picked = assistant
        self._view.allow_changes(picked=assistant is not None, agreed=bool(assistant and assistant.terms))
        if assistant:
            streams = {str(each.id): each.called for each in self._runner.read(list_streams)}
            self._view.show_terms(assistant.name, tuple(reversed(assistant.terms)), streams)
        else:
            self._view.show_terms("", (), {})

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS | FUNDING):
            self.refresh()


def _lead(working: int, coming: int, gone: int) -> str:
    if not working + coming + gone:
        return "Nobody is down as your PA yet."
    parts = [_count(working, "PA works for you", "PAs work for you")]
    if coming:
        parts.append(_count(coming, "starts later", "start later"))
    if gone:
        parts.append(_count(gone, "has left", "have left"))
    return f"{', '.join(parts)}."


def _count(number: int, one: str, more: str) -> str:
    return f"{number or 'No'} {one if number == 1 else more}"


def _particulars(form: Reading, texts: Mapping[str, str]) -> Particulars | None:
    name = form.field("name", tidy_name, texts["name"])
    started_on = form.field("started_on", day_from_text, texts["started_on"])
    periods_from = form.optional("periods_from", day_from_text, texts["periods_from"])
    born_on = form.optional("born_on", day_from_text, texts["born_on"])
    apprenticeship = form.optional("apprenticeship_began_on", day_from_text, texts["apprenticeship_began_on"])
    if form.errors or name is None or started_on is None:
        return None
    return Particulars(
        name=name,
        known_as=texts["known_as"],
        kind=AssistantKind(texts["kind"]),
        started_on=started_on,
        frequency=PayFrequency(texts["frequency"]),
        periods_from=periods_from or started_on,
        phone=texts["phone"],
        email=texts["email"],
        born_on=born_on,
        apprentice=bool(texts["apprentice"]),
        apprenticeship_began_on=apprenticeship,
        relative=bool(texts["relative"]),
        consent_note=texts["consent_note"],
    )


def _details(assistant: Assistant) -> dict[str, str]:
    return {
        "name": assistant.name,
        "known_as": assistant.known_as,
        "kind": assistant.kind,
        "started_on": f"{assistant.started_on}",
        "frequency": assistant.frequency,
        "periods_from": f"{assistant.periods_from}",
        "phone": assistant.phone,
        "email": assistant.email,
        "born_on": f"{assistant.born_on or ''}",
        "apprentice": "yes" if assistant.apprentice else "",
        "apprenticeship_began_on": f"{assistant.apprenticeship_began_on or ''}",
        "relative": "yes" if assistant.relative else "",
        "consent_note": assistant.consent_note,
    }


def _terms_texts(terms: Terms) -> dict[str, str]:
    rates = {rate.kind: rate for rate in terms.rates if rate.on is RateDay.ANY}
    texts = {
        "hours": "" if terms.weekly_minutes is None else hours_said(terms.weekly_minutes),
        "stream": str(terms.stream_id or ""),
    }
    for kind, name in BY_THE_HOUR:
        amount = rates[kind].per_hour if kind in rates else None
        texts[name] = str(amount) if amount else ""
    for kind, name in BY_THE_SHIFT:
        amount = rates[kind].per_shift if kind in rates else None
        texts[name] = str(amount) if amount else ""
    return texts


def _rates(hourly: Mapping[ShiftKind, Money | None], flat: Mapping[ShiftKind, Money | None]) -> tuple[Rate, ...]:
    return tuple(
        Rate(kind=kind, per_hour=hourly[kind], per_shift=flat.get(kind))
        for kind in ShiftKind
        if hourly[kind] is not None or flat.get(kind) is not None
    )


def _carried(assistant: Assistant, terms: Terms) -> Terms:
    """Return new terms with what the form does not ask, as it was agreed before: rates for some days, the contract."""
    before = [each for each in assistant.terms if each.from_day <= terms.from_day]
    if not before:
        return terms
    for_some_days = tuple(rate for rate in before[-1].rates if rate.on is not RateDay.ANY)
    paid_from = {rate.kind: rate.stream_id for rate in before[-1].rates if rate.on is RateDay.ANY}
    for_any_day = tuple(replace(rate, stream_id=paid_from.get(rate.kind)) for rate in terms.rates)
    return replace(
        terms,
        rates=(*for_any_day, *for_some_days),
        calendar=before[-1].calendar,
        agreement=before[-1].agreement,
    )


def _stream(texts: Mapping[str, str]) -> StreamId | None:
    return StreamId(int(texts["stream"])) if texts["stream"] else None
