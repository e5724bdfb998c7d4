"""Sending hours to the payroll, without a toolkit: what is in the pack, what is missing, and what was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, Protocol

from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.pay.model import (
    RHYTHMS,
    SHIPPED,
    Bureau,
    Finding,
    How,
    KeptPayDay,
    LayoutId,
    Pack,
    PackKind,
    PackSheet,
    PayDay,
    PayDayId,
    SentPack,
    earlier_from_text,
    mailbox_from_text,
    subject_from_text,
)
from pa_manager.pay.operations import (
    PAY,
    draft_pack,
    fill_pay_days,
    find_bureau,
    keep_bureau,
    keep_layout,
    keep_pay_day,
    list_layouts,
    list_packs,
    list_pay_days,
    print_pack,
    read_pack,
    remove_pay_day,
    send_pack,
    write_pack,
)
from pa_manager.plan.operations import PLAN
from pa_manager.rota.operations import ROTA
from pa_manager.timesheets.operations import TIMESHEETS, agree_timesheets, make_missing_timesheets
from pa_manager.values.days import day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

_GENERAL: Final = "general"
_SAVED: Final = frozenset({How.EMAIL, How.PORTAL})
_PRINTED: Final = frozenset({How.POST, How.HAND})
Keep = Callable[[dict[str, str]], None]


class Desk(Protocol):
    """What is asked of the desktop."""

    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...
    def copy_text(self, text: str) -> None: ...


class BureauView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_pack(self, sheets: Sequence[PackSheet], missing: Sequence[str]) -> None: ...
    def show_findings(self, findings: Sequence[Finding]) -> None: ...
    def show_days(self, days: Sequence[KeptPayDay]) -> None: ...
    def show_packs(self, packs: Sequence[SentPack]) -> None: ...
    def allow(self, *, make: bool, agree: bool, send: bool, correct: bool) -> None: ...
    def allow_day(self, allowed: bool) -> None: ...
    def allow_pack(self, allowed: bool) -> None: ...
    def open_send(self, title: str, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_bureau(self, layouts: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_day(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_rhythm(self, rhythms: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class BureauPresenter:
    """Shows what would go to the payroll now, and sends it."""

    def __init__(self, view: BureauView, runner: Runner, *, today: Callable[[], date], go_to: GoTo, desk: Desk) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._desk = desk
        self._day: KeptPayDay | None = None
        self._sent: SentPack | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.pick_day(None)
        self.pick_sent(None)
        self.refresh()

    def refresh(self) -> None:
        """Read all again and show it."""
        today = self._today()
        pack = self._runner.read(draft_pack, today=today)
        corrections = self._runner.read(draft_pack, today=today, kind=PackKind.CORRECTIONS).corrections_only()
        self._pack = pack
        self._view.set_lead(_lead(pack, today))
        self._view.show_pack(pack.sheets, pack.missing)
        self._view.show_findings(
            [
                replace(finding, sentence=f"{sheet.assistant.name}: {finding.sentence}")
                for sheet in pack.sheets
                for finding in sheet.record.amiss
            ]
        )
        self._view.show_days([each for each in self._runner.read(list_pay_days) if each.day.paid_on >= today])
        self._view.show_packs(self._runner.read(list_packs))
        self._view.allow(
            make=len(pack.missing) > len(pack.unagreed),
            agree=bool(pack.unagreed),
            send=len(pack.sheets) > len(pack.unagreed) or (pack.kind is PackKind.NIL and pack.bureau.tells_nil),
            correct=bool(corrections.sheets),
        )

    def make_missing(self) -> None:
        """Make every timesheet that is missing, filled from the rota."""
        self._do(lambda: self._runner.run(make_missing_timesheets, today=self._today()), "Made, filled from the rota.")

    def agree_all(self) -> None:
        """Note that every timesheet in the pack is agreed by both."""
        numbers = self._pack.unagreed
        self._do(
            lambda: self._runner.run(agree_timesheets, timesheet_ids=numbers, agreed_on=self._today()),
            "Agreed. Undo takes it back until they are sent.",
        )

    def send(self) -> None:
        """Open the form that notes the day and the way the pack goes."""
        kind = self._pack.kind
        left = len(self._pack.unagreed)
        lead = f"{left} not agreed yet will wait for the next pack. " if left else ""
        if kind is PackKind.NIL:
            self._open_send(kind, "Tell the payroll that nobody worked", "The text of the mail is copied for you.")
        else:
            self._open_send(kind, "Send to the payroll", f"{lead}What is sent is locked. A mistake is corrected later.")

    def send_corrections(self) -> None:
        """Open the form that notes the sending of corrections alone."""
        self._open_send(
            PackKind.CORRECTIONS,
            "Send corrections only",
            "They are left out of the next pack, so nothing is paid twice.",
        )

    def keep_sent(self, kind: PackKind, texts: Mapping[str, str]) -> None:
        """Note the pack as sent, hand out its files, and copy the text of the mail."""
        form = Reading()
        form.required("sent_on", texts["sent_on"], "The day is missing. Type the day on which it goes.")
        sent_on = form.optional("sent_on", day_from_text, texts["sent_on"])
        self._view.show_form_errors(form.errors)
        if form.errors or sent_on is None:
            return
        how, today, private = How(texts["how"]), self._today(), bool(texts["private"])
        try:
            pdf = self._runner.read(print_pack, kind=kind, today=today, private=private)
            file = self._runner.read(write_pack, kind=kind, today=today, private=private)
            self._runner.run(send_pack, kind=kind, sent_on=sent_on, how=how, today=today)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        sent = self._runner.read(list_packs)[0]
        self._desk.copy_text(sent.mail)
        self._hand_out(sent, pdf, file, how)

    def print_paper(self, *, large: bool) -> None:
        """Print the paper as it stands now, in large letters if wished."""
        self._try(lambda: self._desk.print_pdf("Hours for the payroll", self._paper(large=large)))

    def save_paper(self) -> None:
        """Save the paper as it stands now."""
        self._try(lambda: self._desk.save_file(f"Hours, {self._pack.period}.pdf", self._paper()))

    def save_file(self) -> None:
        """Save the file in the payroll's layout as it stands now."""
        kind, today = self._pack.kind, self._today()
        name = f"Hours, {self._pack.period}.csv"
        self._try(lambda: self._desk.save_file(name, self._runner.read(write_pack, kind=kind, today=today)))

    def copy_mail(self) -> None:
        """Copy the text of the mail as it stands now."""
        self._desk.copy_text(self._pack.mail)
        self._view.show_result("Copied. Paste it into a mail.")

    def copy_sent(self) -> None:
        """Copy the text of the mail that went with the pack picked."""
        if self._sent:
            self._desk.copy_text(self._sent.mail)
            self._view.show_result("Copied. Paste it into a mail.")

    def pick_sent(self, sent: SentPack | None) -> None:
        """Take note of the pack picked among those that were sent."""
        self._sent = sent
        self._view.allow_pack(sent is not None)

    def save_sent(self) -> None:
        """Save the paper and the file of the pack picked, as they were sent."""
        if sent := self._sent:
            pdf, file = self._runner.read(read_pack, pack_id=sent.id)
            self._try(lambda: self._save_both(sent, pdf, file))

    def open_bureau(self) -> None:
        """Open the form of who runs the payroll."""
        bureau = self._runner.read(find_bureau)
        kept = [(str(each.id), each.name) for each in self._runner.read(list_layouts)]
        layouts = [("", f"{SHIPPED[0].name} (usual)"), *kept, (_GENERAL, f"{SHIPPED[1].name} (new)")]
        texts = {
            "name": bureau.name,
            "mailbox": bureau.mailbox,
            "reference": bureau.reference,
            "subject": bureau.subject,
            "layout": f"{bureau.layout_id or ''}",
            "tells_nil": "yes" if bureau.tells_nil else "",
        }
        self._view.open_bureau(layouts, texts, self.keep_bureau)

    def keep_bureau(self, texts: Mapping[str, str]) -> None:
        """Keep who runs the payroll, or say beside each field what is wrong."""
        form = Reading()
        mailbox = form.optional("mailbox", mailbox_from_text, texts["mailbox"]) or ""
        subject = form.field("subject", subject_from_text, texts["subject"])
        self._view.show_form_errors(form.errors)
        if form.errors or subject is None:
            return
        layout = texts["layout"]
        if layout == _GENERAL:
            self._runner.run(keep_layout, layout=SHIPPED[1])
            layout = str(self._runner.read(list_layouts)[-1].id)
        bureau = Bureau(
            name=" ".join(texts["name"].split()),
            mailbox=mailbox,
            subject=subject,
            reference=texts["reference"].strip(),
            layout_id=LayoutId(int(layout)) if layout else None,
            tells_nil=bool(texts["tells_nil"]),
        )
        self._keep(lambda: self._runner.run(keep_bureau, bureau=bureau), "Kept.")

    def pick_day(self, day: KeptPayDay | None) -> None:
        """Take note of the day of payment picked."""
        self._day = day
        self._view.allow_day(day is not None)

    def add_day(self) -> None:
        """Open an empty form for a day of payment."""
        self._view.open_day("Add a day of payment", {}, lambda texts: self.keep_day(None, texts))

    def change_day(self) -> None:
        """Open the form of the day of payment picked."""
        if day := self._day:
            texts = {"send_by": f"{day.day.send_by}", "paid_on": f"{day.day.paid_on}"}
            self._view.open_day("Change a day of payment", texts, lambda typed: self.keep_day(day.id, typed))

    def keep_day(self, number: PayDayId | None, texts: Mapping[str, str]) -> None:
        """Keep a day of payment, or say beside each field what is wrong."""
        form = Reading()
        send_by = form.field("send_by", day_from_text, texts["send_by"])
        paid_on = form.field("paid_on", day_from_text, texts["paid_on"])
        day = None
        if send_by and paid_on:
            day = form.field("send_by", lambda _text: PayDay(send_by, paid_on), texts["send_by"])
        self._view.show_form_errors(form.errors)
        if day is not None:
            kept = day
            self._keep(lambda: self._runner.run(keep_pay_day, day=kept, pay_day_id=number), f"Kept: {day.words}.")

    def remove_day(self) -> None:
        """Take out the day of payment picked."""
        if day := self._day:
            self._do(lambda: self._runner.run(remove_pay_day, pay_day_id=day.id), "Taken out. Undo brings it back.")

    def fill_days(self) -> None:
        """Open the form that fills a year of days by a rhythm."""
        rhythms = [(str(number), each.words) for number, each in enumerate(RHYTHMS)]
        self._view.open_rhythm(rhythms, {"first": f"{self._today()}", "december": ""}, self.keep_rhythm)

    def keep_rhythm(self, texts: Mapping[str, str]) -> None:
        """Fill a year of days by the rhythm chosen, or say beside each field what is wrong."""
        form = Reading()
        first = form.field("first", day_from_text, texts["first"])
        december = form.field("december", earlier_from_text, texts["december"])
        self._view.show_form_errors(form.errors)
        if first is None or december is None:
            return
        rhythm = RHYTHMS[int(texts["rhythm"])]
        self._keep(
            lambda: self._runner.run(fill_pay_days, rhythm=rhythm, first=first, earlier_in_december=december),
            "Filled. Check each day against the payroll's own list, and change what differs.",
        )

    def go_to_layouts(self) -> None:
        """Bring the layouts before the user."""
        self._go_to(Place("pay", screen="layouts"))

    def go_to_timesheet(self, sheet: PackSheet) -> None:
        """Bring a timesheet of the pack before the user."""
        self._go_to(Place("timesheets", sheet.timesheet.id))

    def _paper(self, *, large: bool = False) -> bytes:
        return self._runner.read(print_pack, kind=self._pack.kind, today=self._today(), large=large)

    def _open_send(self, kind: PackKind, title: str, lead: str) -> None:
        texts = {"sent_on": f"{self._today()}", "how": How.EMAIL, "private": ""}
        self._view.open_send(title, lead, texts, lambda typed: self.keep_sent(kind, typed))

    def _hand_out(self, sent: SentPack, pdf: bytes, file: bytes, how: How) -> None:
        said_of = "Noted as sent, and locked. " if sent.kind is PackKind.HOURS else "Noted as sent. "
        try:
            if how in _SAVED and sent.kind is not PackKind.NIL:
                self._save_both(sent, pdf, file)
            elif how in _PRINTED:
                self._desk.print_pdf(f"{sent.kind.words}, {sent.period}", pdf)
        except UserError as error:
            self._view.show_problem(f"{said_of}{error} Save them again under What was sent.")
            return
        self._view.show_result(f"{said_of}The text of the mail is copied: paste it into a mail.")

    def _save_both(self, sent: SentPack, pdf: bytes, file: bytes) -> None:
        self._desk.save_file(f"{sent.kind.words}, {sent.period}.pdf", pdf)
        self._desk.save_file(f"{sent.kind.words}, {sent.period}.csv", file)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_problem(str(error))

    def _do(self, act: Callable[[], object], result: str) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._view.show_result(result)

    def _keep(self, act: Callable[[], object], result: str) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | TIMESHEETS | ASSISTANTS | FIGURES | ROTA | PLAN):
            self.refresh()


def _lead(pack: Pack, today: date) -> str:
    if pack.send_by is None:
        when = "Add the days on which the payroll pays, and you are told in good time."
    else:
        left = (pack.send_by - today).days
        days = "today" if not left else f"in {left} day{'' if left == 1 else 's'}" if left > 0 else "late"
        when = f"They want it by {said(pack.send_by)}, {days}."
    if pack.kind is PackKind.NIL:
        return f"Every timesheet that is due has gone to {pack.bureau.called}. {when}"
    count = len(pack.sheets)
    return f"{count} timesheet{'' if count == 1 else 's'} for {pack.bureau.called}. {when}"
