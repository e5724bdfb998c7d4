"""One return, without a toolkit: its figures, what is behind them, what a council would ask, and its paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.funding.model import ReturnLine, weeks_from_text
from pa_manager.funding.operations import FUNDING
from pa_manager.holder.operations import HOLDER
from pa_manager.pay.operations import PAY
from pa_manager.plan.operations import PLAN
from pa_manager.returns.model import (
    OPENING,
    OWED,
    Adjustment,
    Details,
    Finding,
    ListingLine,
    Return,
    ReturnFigures,
    ReturnId,
    ReturnPage,
    ReturnState,
    SummaryRow,
    summary,
    tidy_reason,
)
from pa_manager.returns.operations import (
    RETURNS,
    adjust_return,
    change_return,
    check_return,
    lines_behind,
    print_return,
    read_return,
    send_return,
)
from pa_manager.returns.presenter.reading import read_period, read_stream, stream_choices, typed
from pa_manager.spending.operations import SPENDING
from pa_manager.values.days import day_from_text, said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import GoTo, Place

GONE = "That return is no longer in the file. Go back to the list of returns."
NO_LINES = "Press Enter on a figure to see the payments behind it."
Tone = Literal["good", "warn"]
Keep = Callable[[Mapping[str, str]], None]


class Desk(Protocol):
    """What is asked of the desktop: to save a file and to print a paper."""

    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What can be done with the return as it stands."""

    change: bool = False
    check: bool = False
    send: bool = False
    adjust: bool = False


class StatementView(Protocol):
    """What the presenter asks of the widget."""

    def set_title(self, title: str) -> None: ...
    def set_lead(self, lead: str) -> None: ...
    def show_figures(self, figures: ReturnFigures) -> None: ...
    def show_state(self, tone: Tone, sentence: str, way_out: str) -> None: ...
    def show_findings(self, findings: Sequence[Finding]) -> None: ...
    def show_summary(self, rows: Sequence[SummaryRow]) -> None: ...
    def show_lines(self, sentence: str, lines: Sequence[ListingLine]) -> None: ...
    def show_adjustments(self, adjustments: Sequence[Adjustment]) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def hide_paper(self) -> None: ...
    def allow(self, allowed: Allowed) -> None: ...
    def open_period(self, texts: Mapping[str, str], streams: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def open_details(self, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_sending(self, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_adjustment(self, lines: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class StatementPresenter:
    """Shows one return and takes it from draft to sent."""

    def __init__(
        self, view: StatementView, runner: Runner, *, today: Callable[[], date], go_to: GoTo, desk: Desk
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._desk = desk
        self._page: ReturnPage | None = None
        self._row: SummaryRow | None = None
        self._shows_paper = False
        self._large = False
        self.close = runner.on_change(self._refresh_if_touched)
        self._view.allow(Allowed())

    def open(self, return_id: ReturnId) -> None:
        """Show another return."""
        self._shows_paper = False
        self._row = None
        self._view.hide_paper()
        self._read(return_id)

    def refresh(self) -> None:
        """Read the return again and show it."""
        if self._return:
            self._read(self._return.id)

    @property
    def _return(self) -> Return | None:
        return self._page.a_return if self._page else None

    def show_behind(self, row: SummaryRow) -> None:
        """Show the payments that a figure sums up; of what is owed, lead to where it is worked out."""
        self._row = row
        if row.figure == OWED:
            self._go_to(Place("pay"))
            return
        self._show_lines()

    def go_to_line(self, line: ListingLine) -> None:
        """Lead to the payment itself."""
        self._go_to(Place("spending", line.transaction_id))

    def go_to_finding(self, finding: Finding) -> None:
        """Lead to where a finding can be put right."""
        if finding.place.link == "returns" and self._return and finding.place.number == self._return.id:
            self.change_details()
        else:
            self._go_to(finding.place)

    def change_period(self) -> None:
        """Open the form for the days of the return, the money it is for and the day it is due."""
        if found := self._return:
            texts = {
                "first": typed(found.period.first),
                "last": typed(found.period.last),
                "stream": str(found.stream_id or ""),
                "due_on": typed(found.details.due_on),
            }
            self._view.open_period(texts, stream_choices(self._runner), self.keep_period)

    def keep_period(self, texts: Mapping[str, str]) -> None:
        """Keep the days typed in, or say beside each field what is wrong."""
        found = self._return
        form = Reading()
        period = read_period(form, texts)
        due_on = form.optional("due_on", day_from_text, texts["due_on"])
        self._view.show_form_errors(form.errors)
        if found is None or period is None or form.errors:
            return
        self._keep(
            lambda: self._runner.run(
                change_return,
                return_id=found.id,
                stream_id=read_stream(texts["stream"]),
                period=period,
                details=replace(found.details, due_on=due_on),
            ),
            "Kept. The figures are worked out again.",
        )

    def change_details(self) -> None:
        """Open the form for what is said on the return beside its figures."""
        if (found := self._return) and found.state is not ReturnState.SENT:
            self._view.open_details(_detail_texts(found.details), self.keep_details)

    def keep_details(self, texts: Mapping[str, str]) -> None:
        """Keep what is said on the return, or say beside each field what is wrong."""
        found = self._return
        form = Reading()
        amounts = {
            name: form.optional(name, Money.from_text, texts[name]) or NIL
            for name in ("ring_fenced", "planned_saving", "offered_back")
        }
        weeks = form.optional("reserve_weeks", weeks_from_text, texts["reserve_weeks"])
        self._view.show_form_errors(form.errors)
        if found is None or form.errors:
            return
        details = Details(
            due_on=found.details.due_on,
            completed_by=texts["completed_by"].strip(),
            completed_as=texts["completed_as"].strip(),
            helped_by=texts["helped_by"].strip(),
            notes=texts["notes"].strip(),
            ring_fenced=amounts["ring_fenced"],
            planned_saving=amounts["planned_saving"],
            saving_for=texts["saving_for"].strip(),
            reserve_weeks=weeks,
            offered_back=amounts["offered_back"],
        )
        self._keep(
            lambda: self._runner.run(
                change_return, return_id=found.id, stream_id=found.stream_id, period=found.period, details=details
            ),
            "Kept. The return has to be checked again before it is sent.",
        )

    def check(self) -> None:
        """Mark the return as checked, today."""
        if found := self._return:
            self._try(lambda: self._runner.run(check_return, return_id=found.id, on=self._today()))
            self._view.show_result("Checked. Print it, sign it, and mark it as sent when it is on its way.")

    def send(self) -> None:
        """Open the form that asks when the return was sent, and says that this is for good."""
        if self._return:
            self._view.open_sending({"sent_on": typed(self._today())}, self.keep_sent)

    def keep_sent(self, texts: Mapping[str, str]) -> None:
        """Mark the return as sent, and freeze it."""
        found = self._return
        form = Reading()
        sent_on = form.field("sent_on", day_from_text, texts["sent_on"])
        self._view.show_form_errors(form.errors)
        if found is None or sent_on is None:
            return
        self._keep(
            lambda: self._runner.run(send_return, return_id=found.id, on=sent_on),
            "Sent. The figures and the paper are kept as they are.",
        )

    def adjust(self) -> None:
        """Open the form for what turned out to be different after the return was sent."""
        if self._return:
            self._view.open_adjustment([(line.value, line.words) for line in ReturnLine], self.keep_adjustment)

    def keep_adjustment(self, texts: Mapping[str, str]) -> None:
        """Keep an adjustment, or say beside each field what is wrong."""
        found = self._return
        form = Reading()
        amount = form.field("amount", Money.signed_from_text, texts["amount"])
        why = form.field("why", tidy_reason, texts["why"])
        self._view.show_form_errors(form.errors)
        if found is None or amount is None or why is None:
            return
        line = ReturnLine(texts["line"])
        self._keep(
            lambda: self._runner.run(adjust_return, return_id=found.id, line=line, amount=amount, why=why),
            "Kept. The next return begins with it.",
        )

    def show_paper(self, *, large: bool = False) -> None:
        """Show the statement as it is printed: in ordinary letters, or in large ones."""
        self._shows_paper, self._large = True, large
        self._show_paper()

    def print_paper(self) -> None:
        """Print the statement in the letters in which it is shown."""
        if self._return:
            self._try(lambda: self._desk.print_pdf(self._name(), self._paper()))

    def save_paper(self) -> None:
        """Save the statement, in the letters in which it is shown, as a file where the user says."""
        if self._return:
            self._try(self._save)

    def _save(self) -> None:
        if where := self._desk.save_file(f"{self._name()}.pdf", self._paper()):
            self._view.show_result(f"Saved as {where}.")

    def _name(self) -> str:
        days = said_period(self._return.period) if self._return else ""
        return f"Return {days}, large print" if self._large else f"Return {days}"

    def _paper(self) -> bytes:
        if self._return is None:
            raise NotFound(GONE)
        return self._runner.read(print_return, return_id=self._return.id, large=self._large)

    def _show_paper(self) -> None:
        if self._return and self._shows_paper:
            self._try(lambda: self._view.show_paper(self._paper()))

    def _read(self, return_id: ReturnId) -> None:
        try:
            page = self._runner.read(read_return, return_id=return_id, today=self._today())
        except UserError as error:
            self._page = None
            self._view.allow(Allowed())
            self._view.show_problem(str(error))
            return
        self._page = page
        self._show(page)

    def _show(self, page: ReturnPage) -> None:
        view, state = self._view, page.a_return.state
        view.set_title(f"Return for {said_period(page.a_return.period)}")
        view.set_lead(_lead(page))
        view.show_figures(page.figures)
        view.show_state(*_state(page))
        view.show_findings(page.findings)
        view.show_summary(summary(page.figures))
        view.show_adjustments(page.adjustments)
        view.allow(
            Allowed(
                change=state is not ReturnState.SENT,
                check=state is ReturnState.DRAFT,
                send=state is ReturnState.CHECKED,
                adjust=state is ReturnState.SENT,
            )
        )
        self._show_lines()
        self._show_paper()

    def _show_lines(self) -> None:
        page, row = self._page, self._row
        if page is None or row is None:
            self._view.show_lines(NO_LINES, ())
            return
        lines: Sequence[ListingLine] = ()
        if row.figure == OPENING:
            lines = self._runner.read(lines_behind, return_id=page.a_return.id, figure=OPENING)
        elif row.figure:
            lines = page.figures.behind(row.figure)
        self._view.show_lines(f"{row.words}: {row.said}. {_counted(lines)}", lines)

    def _keep(self, act: Callable[[], object], result: str) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_problem(str(error))

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(RETURNS | SPENDING | PAY | FUNDING | PLAN | HOLDER | ASSISTANTS):
            self.refresh()


def _lead(page: ReturnPage) -> str:
    found, figures = page.a_return, page.figures
    due = f" It is due on {said(figures.due_on)}." if figures.due_on else ""
    scope = figures.scope if found.stream_id is not None else "the whole account"
    return f"For {scope}: {figures.total_in} came in and {figures.total_out} went out.{due}"


def _state(page: ReturnPage) -> tuple[Tone, str, str]:
    found, count = page.a_return, len(page.findings)
    if found.state is ReturnState.SENT:
        when = f" on {said(found.sent_on)}" if found.sent_on else ""
        return "good", f"Sent{when}.", "It stays as it was sent. What turned out different is added as an adjustment."
    asks = "1 thing" if count == 1 else f"{count} things"
    if found.state is ReturnState.CHECKED:
        rest = f" A council may still ask about {asks}." if count else ""
        return "good", "Checked.", f"Print it, sign it, and mark it as sent when it is on its way.{rest}"
    if count:
        return "warn", f"A council would ask about {asks}.", "Put them right, or say in the notes why they are so."
    return "good", "There is nothing that a council would ask about.", "Mark the return as checked when you agree."


def _counted(lines: Sequence[ListingLine]) -> str:
    if not lines:
        return "No payments stand behind it."
    return "1 payment stands behind it." if len(lines) == 1 else f"{len(lines)} payments stand behind it."


def _detail_texts(details: Details) -> dict[str, str]:
    def amount(value: Money) -> str:
        return "" if value == NIL else str(value)

    return {
        "completed_by": details.completed_by,
        "completed_as": details.completed_as,
        "helped_by": details.helped_by,
        "notes": details.notes,
        "ring_fenced": amount(details.ring_fenced),
        "planned_saving": amount(details.planned_saving),
        "saving_for": details.saving_for,
        "reserve_weeks": "" if details.reserve_weeks is None else str(details.reserve_weeks),
        "offered_back": amount(details.offered_back),
    }
