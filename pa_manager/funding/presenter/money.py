"""The money agreed, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.funding.model import (
    NEW_STREAM,
    AgreedLine,
    ClosedDays,
    ContributionMode,
    FunderKind,
    MoneyInKind,
    OneOff,
    OneOffLine,
    Payment,
    Schedule,
    Stream,
    StreamId,
    StreamLine,
    tidy_funder,
    tidy_purpose,
    weeks_from_text,
)
from pa_manager.funding.operations import (
    FUNDING,
    add_one_off,
    add_stream,
    change_one_off,
    change_stream,
    coming_payments,
    expected_money,
    list_one_offs,
    list_streams,
    remove_contribution,
    remove_one_off,
    remove_weekly_amount,
    set_contribution,
    set_weekly_amount,
)
from pa_manager.values.days import Period, day_from_text, said, said_with_weekday
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import GoTo, Place

EMPTY: Final = "No money is agreed yet. Start with who pays, how much, and when."
FROM_WHEN: Final = "The day is missing. Type from which day the sum holds."
ADVANCE, ARREARS = "advance", "arrears"
Keep = Callable[[dict[str, str]], None]


class FundingView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_streams(self, lines: Sequence[StreamLine]) -> None: ...
    def pick_stream(self, number: int) -> None: ...
    def show_payments(self, stream: Stream | None, payments: Sequence[Payment]) -> None: ...
    def show_rest(self, shown: bool) -> None: ...
    def show_agreed(self, lines: Sequence[AgreedLine]) -> None: ...
    def show_one_offs(self, lines: Sequence[OneOffLine]) -> None: ...
    def allow_stream_changes(self, allowed: bool) -> None: ...
    def allow_agreed_changes(self, allowed: bool) -> None: ...
    def allow_one_off_changes(self, allowed: bool) -> None: ...
    def open_stream(self, texts: Mapping[str, str]) -> None: ...
    def open_details(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_amount(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_contribution(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_one_off(
        self, title: str, streams: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep
    ) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Details:
    """What was typed about a stream, apart from its sums."""

    funder: str
    first: date
    first_payment_on: date
    last: date | None
    keep_weeks: int | None


class FundingPresenter:
    """Shows who pays, what was agreed and when the money comes, and keeps what is typed about it."""

    def __init__(self, view: FundingView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._streams: tuple[Stream, ...] = ()
        self._picked: Stream | None = None
        self._agreed: AgreedLine | None = None
        self._one_off: OneOff | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the money agreed again and show it."""
        today = self._today()
        self._streams = self._runner.read(list_streams)
        by_id = {stream.id: stream for stream in self._streams}
        self._view.set_lead(self._lead(today))
        here = by_id.get(self._picked.id) if self._picked else None
        here = here or next(iter(self._streams), None)
        self._view.show_streams([StreamLine(each, today, self._next_money(each)) for each in self._streams])
        self._view.show_rest(bool(self._streams))
        self._show_picked(here)
        if here:
            self._view.pick_stream(here.id)
        self.pick_one_off(None)
        self._view.show_one_offs(
            [OneOffLine(one_off, by_id[one_off.stream_id]) for one_off in self._runner.read(list_one_offs)]
        )

    def pick(self, line: StreamLine | None) -> None:
        """Take note of the stream picked, and show when it comes and what was agreed."""
        self._show_picked(line.stream if line else None)

    def pick_agreed(self, line: AgreedLine | None) -> None:
        """Take note of the sum picked: it can be put right and taken back."""
        self._agreed = line
        self._view.allow_agreed_changes(line is not None)

    def pick_one_off(self, line: OneOffLine | None) -> None:
        """Take note of the one-off payment picked: it can be changed and taken out."""
        self._one_off = line.one_off if line else None
        self._view.allow_one_off_changes(line is not None)

    def show_rules(self) -> None:
        """Go to the rules of whoever pays."""
        self._go_to(Place("funding", screen="rules"))

    def show_outlook(self) -> None:
        """Go to what the money pays for."""
        self._go_to(Place("outlook"))

    # opening forms

    def add(self) -> None:
        """Open an empty form for money that was agreed."""
        self._view.open_stream(
            {
                "kind": FunderKind.COUNCIL.value,
                "schedule": Schedule.FOUR_WEEKLY.value,
                "timing": ADVANCE,
                "closed_days": ClosedDays.AS_IT_FALLS.value,
                "mode": ContributionMode.NET.value,
            }
        )

    def change(self) -> None:
        """Open the form of the stream picked, filled."""
        if self._picked:
            self._view.open_details(
                f"Change {self._picked.called}", _texts(self._picked), partial(self.keep_details, self._picked)
            )

    def new_amount(self) -> None:
        """Open the form for a new weekly sum of the stream picked."""
        if self._picked:
            texts = {} if self._picked.amounts else {"from_day": f"{self._picked.first}"}
            self._view.open_amount(
                f"A new sum from {self._picked.called}", texts, partial(self.keep_amount, self._picked, None)
            )

    def new_contribution(self) -> None:
        """Open the form for a new contribution to the stream picked."""
        if self._picked:
            newest = self._picked.contributions[-1] if self._picked.contributions else None
            texts = {"mode": newest.mode.value} if newest else {"from_day": f"{self._picked.first}"}
            self._view.open_contribution(
                f"Your contribution to {self._picked.called}",
                texts,
                partial(self.keep_contribution, self._picked, None),
            )

    def correct(self) -> None:
        """Open the form of the sum picked, filled, to put it right."""
        if self._picked is None or self._agreed is None:
            return
        line = self._agreed
        texts = {"from_day": f"{line.from_day}", "weekly": str(line.weekly)}
        if line.mode:
            self._view.open_contribution(
                "Put this contribution right",
                {**texts, "mode": line.mode.value},
                partial(self.keep_contribution, self._picked, line.from_day),
            )
        else:
            self._view.open_amount("Put this sum right", texts, partial(self.keep_amount, self._picked, line.from_day))

    def add_one_off(self) -> None:
        """Open an empty form for a payment that comes once."""
        if self._picked:
            texts = {"stream": f"{self._picked.id}"}
            self._view.open_one_off("A one-off payment", self._choices(), texts, self.keep_new_one_off)

    def change_one_off(self) -> None:
        """Open the form of the one-off payment picked, filled."""
        if self._one_off:
            one_off = self._one_off
            texts = {
                "purpose": one_off.purpose,
                "amount": str(one_off.amount),
                "expected_on": f"{one_off.expected_on}",
            }
            self._view.open_one_off("Change this one-off payment", (), texts, partial(self.keep_one_off, one_off))

    # keeping what was typed

    def keep_new(self, texts: Mapping[str, str]) -> None:
        """Keep the money typed in, or say beside each field what is wrong with it."""
        form = Reading()
        details = self._read_details(form, texts, None)
        weekly = form.optional("weekly", Money.from_text, texts["weekly"])
        contribution = form.optional("contribution", Money.from_text, texts["contribution"])
        self._view.show_form_errors(form.errors)
        if form.errors or details is None:
            return
        self._keep(
            lambda: self._runner.run(
                add_stream,
                funder=details.funder,
                kind=FunderKind(texts["kind"]),
                name=texts["name"],
                reference=texts["reference"],
                schedule=Schedule(texts["schedule"]),
                in_advance=texts["timing"] == ADVANCE,
                first_payment_on=details.first_payment_on,
                first=details.first,
                last=details.last,
                keep_weeks=details.keep_weeks,
                closed_days=ClosedDays(texts["closed_days"]),
                weekly=weekly,
                contribution=contribution,
                mode=ContributionMode(texts["mode"]),
            ),
            lambda: self._next_of(self._streams[-1].id),
        )

    def keep_details(self, stream: Stream, texts: Mapping[str, str]) -> None:
        """Keep what was changed about a stream, or say beside each field what is wrong with it."""
        form = Reading()
        details = self._read_details(form, texts, stream)
        self._view.show_form_errors(form.errors)
        if details is None:
            return
        self._keep(
            lambda: self._runner.run(
                change_stream,
                stream_id=stream.id,
                funder=details.funder,
                kind=FunderKind(texts["kind"]),
                name=texts["name"],
                reference=texts["reference"],
                schedule=Schedule(texts["schedule"]),
                in_advance=texts["timing"] == ADVANCE,
                first_payment_on=details.first_payment_on,
                first=details.first,
                last=details.last,
                keep_weeks=details.keep_weeks,
                closed_days=ClosedDays(texts["closed_days"]),
            ),
            lambda: self._next_of(stream.id),
        )

    def keep_amount(self, stream: Stream, instead_of: date | None, texts: Mapping[str, str]) -> None:
        """Keep a sum from a day on, or say beside each field what is wrong with it."""
        form = Reading()
        weekly = _sum(form, "weekly", texts)
        from_day = _day(form, "from_day", texts, FROM_WHEN)
        if from_day:
            form.field("from_day", lambda _: stream.must_run_on(from_day), texts["from_day"])
        self._view.show_form_errors(form.errors)
        if form.errors or weekly is None or from_day is None:
            return
        self._keep(
            lambda: self._runner.run(
                set_weekly_amount, stream_id=stream.id, from_day=from_day, weekly=weekly, instead_of=instead_of
            ),
            lambda: self._next_of(stream.id),
        )

    def keep_contribution(self, stream: Stream, instead_of: date | None, texts: Mapping[str, str]) -> None:
        """Keep a contribution from a day on, or say beside each field what is wrong with it."""
        form = Reading()
        weekly = _sum(form, "weekly", texts)
        from_day = _day(form, "from_day", texts, FROM_WHEN)
        if from_day:
            form.field("from_day", lambda _: stream.must_run_on(from_day), texts["from_day"])
        self._view.show_form_errors(form.errors)
        if form.errors or weekly is None or from_day is None:
            return
        self._keep(
            lambda: self._runner.run(
                set_contribution,
                stream_id=stream.id,
                from_day=from_day,
                weekly=weekly,
                mode=ContributionMode(texts["mode"]),
                instead_of=instead_of,
            ),
            lambda: self._next_of(stream.id),
        )

    def take_back(self) -> None:
        """Take back the sum picked, as if it had not been agreed. It can be undone."""
        if self._picked is None or self._agreed is None:
            return
        stream_id, line = self._picked.id, self._agreed
        remove = remove_contribution if line.mode else remove_weekly_amount
        self._keep(
            lambda: self._runner.run(remove, stream_id=stream_id, from_day=line.from_day),
            lambda: f"Taken back: {line.weekly} a week from {said(line.from_day)}. Undo brings it back.",
        )

    def keep_new_one_off(self, texts: Mapping[str, str]) -> None:
        """Keep the one-off payment typed in, or say beside each field what is wrong with it."""
        if read := self._read_one_off(texts):
            purpose, amount, expected_on = read
            self._keep(
                lambda: self._runner.run(
                    add_one_off,
                    stream_id=StreamId(int(texts["stream"])),
                    purpose=purpose,
                    amount=amount,
                    expected_on=expected_on,
                ),
                lambda: f"Kept. {amount} for {purpose} is expected on {said(expected_on)}.",
            )

    def keep_one_off(self, one_off: OneOff, texts: Mapping[str, str]) -> None:
        """Keep what was changed about a one-off payment, or say beside each field what is wrong with it."""
        if read := self._read_one_off(texts):
            purpose, amount, expected_on = read
            self._keep(
                lambda: self._runner.run(
                    change_one_off,
                    one_off_id=one_off.id,
                    purpose=purpose,
                    amount=amount,
                    expected_on=expected_on,
                ),
                lambda: f"Kept. {amount} for {purpose} is expected on {said(expected_on)}.",
            )

    def remove_one_off(self) -> None:
        """Take the one-off payment picked out. It can be undone."""
        if self._one_off:
            one_off = self._one_off
            self._keep(
                lambda: self._runner.run(remove_one_off, one_off_id=one_off.id),
                lambda: f"Taken out: {one_off.amount} for {one_off.purpose}. Undo brings it back.",
            )

    def _read_one_off(self, texts: Mapping[str, str]) -> tuple[str, Money, date] | None:
        form = Reading()
        purpose = form.field("purpose", tidy_purpose, texts["purpose"])
        amount = _sum(form, "amount", texts)
        expected_on = _day(form, "expected_on", texts, "The day is missing. Type when the payment is expected.")
        self._view.show_form_errors(form.errors)
        if purpose is None or amount is None or expected_on is None:
            return None
        return purpose, amount, expected_on

    def _show_picked(self, stream: Stream | None) -> None:
        self._picked = stream
        self._view.allow_stream_changes(stream is not None)
        self.pick_agreed(None)
        payments = self._coming(stream) if stream and stream.amounts else ()
        self._view.show_payments(stream, payments)
        self._view.show_agreed(_agreed_lines(stream) if stream else ())

    def _coming(self, stream: Stream, count: int = 13) -> tuple[Payment, ...]:
        return self._runner.read(coming_payments, stream_id=stream.id, on=self._today(), count=count)

    def _next_money(self, stream: Stream) -> Payment | None:
        return next((payment for payment in self._coming(stream) if payment.whole > NIL), None)

    def _read_details(self, form: Reading, texts: Mapping[str, str], before: Stream | None) -> _Details | None:
        """Read what was typed about a stream. The same money twice for the same days is said beside the first."""
        details = _read_details(form, texts)
        if details is None:
            return None
        wanted = Stream(
            id=before.id if before else NEW_STREAM,
            funder=details.funder,
            kind=FunderKind(texts["kind"]),
            name=" ".join(texts["name"].split()),
            reference="",
            schedule=Schedule(texts["schedule"]),
            in_advance=True,
            first_payment_on=details.first_payment_on,
            first=details.first,
            last=details.last,
            keep_weeks=None,
            amounts=(),
            contributions=(),
        )
        form.field("first", lambda _: wanted.must_not_repeat(self._streams), texts["first"])
        return None if form.errors else details

    def _choices(self) -> list[tuple[str, str]]:
        return [(f"{stream.id}", stream.called) for stream in self._streams]

    def _lead(self, today: date) -> str:
        if not self._streams:
            return EMPTY
        coming = self._runner.read(expected_money, period=Period(today, today + timedelta(days=366)))
        money = next((each for each in coming if each.what is not MoneyInKind.CONTRIBUTION), None)
        if money is None:
            return "No money is due in the next year."
        funder = next(stream.funder for stream in self._streams if stream.id == money.stream_id)
        return f"Next, {funder} pays {money.amount} on {said_with_weekday(money.due_on)}."

    def _next_of(self, stream_id: StreamId) -> str:
        stream = next(stream for stream in self._streams if stream.id == stream_id)
        if not stream.amounts:
            return f"Kept. Say next how much {stream.called} comes to a week."
        payment = next(iter(self._coming(stream, 1)), None)
        if payment is None:
            return f"Kept. No more payments from {stream.called} are due."
        if payment.whole > NIL and payment.from_funder == NIL:
            return "Kept. Your contribution is as large as the sum agreed, so nothing is paid."
        return f"Kept. The next payment is {payment.from_funder} on {said_with_weekday(payment.due_on)}."

    def _keep(self, run: Callable[[], object], result: Callable[[], str]) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result())

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(FUNDING):
            self.refresh()


def _read_details(form: Reading, texts: Mapping[str, str]) -> _Details | None:
    funder = form.field("funder", tidy_funder, texts["funder"])
    first = _day(form, "first", texts, "The first day is missing. Type from which day the money is for you.")
    last = form.optional("last", day_from_text, texts["last"])
    keep_weeks = form.optional("keep_weeks", weeks_from_text, texts["keep_weeks"])
    first_payment_on = first
    if texts["first_payment_on"].strip() or texts["timing"] == ARREARS:
        first_payment_on = _day(
            form, "first_payment_on", texts, "The day of the first payment is missing. Type when it came or will come."
        )
    if first and last:
        form.field("last", lambda _: Period(first, last), texts["last"])
    if form.errors or funder is None or first is None or first_payment_on is None:
        return None
    return _Details(funder=funder, first=first, first_payment_on=first_payment_on, last=last, keep_weeks=keep_weeks)


def _day(form: Reading, name: str, texts: Mapping[str, str], missing: str) -> date | None:
    return form.field(name, day_from_text, texts[name]) if form.required(name, texts[name], missing) else None


def _sum(form: Reading, name: str, texts: Mapping[str, str]) -> Money | None:
    missing = "The sum is missing. Type how much it is, for example 424.60."
    return form.field(name, Money.from_text, texts[name]) if form.required(name, texts[name], missing) else None


def _agreed_lines(stream: Stream) -> list[AgreedLine]:
    lines = [AgreedLine(amount.from_day, amount.weekly) for amount in stream.amounts]
    lines += [AgreedLine(each.from_day, each.weekly, each.mode) for each in stream.contributions]
    return sorted(lines, key=lambda line: (-line.from_day.toordinal(), line.mode is not None))


def _texts(stream: Stream) -> dict[str, str]:
    return {
        "funder": stream.funder,
        "kind": stream.kind.value,
        "name": stream.name,
        "reference": stream.reference,
        "schedule": stream.schedule.value,
        "timing": ADVANCE if stream.in_advance else ARREARS,
        "first": f"{stream.first}",
        "first_payment_on": f"{stream.first_payment_on}",
        "last": f"{stream.last or ''}",
        "closed_days": stream.closed_days.value,
        "keep_weeks": "" if stream.keep_weeks is None else f"{stream.keep_weeks}",
    }
