"""The form of what the payroll knows of a PA, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.file.running import Runner
from pa_manager.law.kinds import percent_from_text
from pa_manager.law.national_insurance import category_named
from pa_manager.law.pay_periods import tax_year, tax_year_days
from pa_manager.law.tax_codes import tax_code_from_text
from pa_manager.pay.model import LoanKind, PayDetails, PensionKind
from pa_manager.pay.operations import find_pay_details, keep_pay_details
from pa_manager.values.days import day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import Money

Keep = Callable[[dict[str, str]], None]
_SO_FAR: Final = ("earned_before", "taxed_before")


class DetailsView(Protocol):
    """What the form asks of the widget."""

    def open_details(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class DetailsForm:
    """Opens the form for a PA, and keeps what is typed. Every field may stay empty."""

    def __init__(self, view: DetailsView, runner: Runner) -> None:
        self._view = view
        self._runner = runner

    def open(self, assistant_id: AssistantId, name: str, paid_on: date) -> None:
        """Open the form with what holds on a day of payment."""
        found = self._runner.read(find_pay_details, assistant_id=assistant_id, day=paid_on)
        before = found or PayDetails(assistant_id=assistant_id, from_day=tax_year_days(tax_year(paid_on)).first)
        texts = _texts(before)
        self._view.open_details(f"What the payroll knows of {name}", texts, partial(self.keep, name, before))

    def keep(self, name: str, before: PayDetails, texts: Mapping[str, str]) -> None:
        """Keep what was typed, or say beside each field what is wrong."""
        form = Reading()
        from_day = None
        if form.required("from_day", texts["from_day"], "The day is missing. Type the first day of payment it is for."):
            from_day = form.field("from_day", day_from_text, texts["from_day"])
        for field, read in (
            ("tax_code", tax_code_from_text),
            ("ni_letter", category_named),
            ("their_share", percent_from_text),
            ("your_share", percent_from_text),
        ):
            form.optional(field, read, texts[field])
        so_far = {field: form.optional(field, Money.from_text, texts[field]) for field in _SO_FAR}
        self._view.show_form_errors(form.errors)
        if form.errors or from_day is None:
            return
        if from_day != before.from_day and so_far == {field: getattr(before, field) for field in _SO_FAR}:
            so_far = dict.fromkeys(_SO_FAR)  # they are of the other day, and were not typed again for this one
        details = PayDetails(
            assistant_id=before.assistant_id,
            from_day=from_day,
            tax_code=" ".join(texts["tax_code"].upper().split()),
            ni_letter=texts["ni_letter"].strip().upper(),
            loan=LoanKind(texts["loan"]) if texts["loan"] else None,
            postgraduate=bool(texts["postgraduate"]),
            pension=PensionKind(texts["pension"]) if texts["pension"] else None,
            their_share=texts["their_share"].strip(),
            your_share=texts["your_share"].strip(),
            on_all_pay=bool(texts["on_all_pay"]),
            **so_far,
        )
        try:
            self._runner.run(keep_pay_details, details=details)
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(f"Kept. It holds for {name}'s payslips from {said(from_day)}.")


def _texts(details: PayDetails) -> dict[str, str]:
    amounts = {field: "" if (amount := getattr(details, field)) is None else str(amount) for field in _SO_FAR}
    return {
        "from_day": f"{details.from_day}",
        "tax_code": details.tax_code,
        "ni_letter": details.ni_letter,
        "loan": details.loan or "",
        "postgraduate": "yes" if details.postgraduate else "",
        "pension": details.pension or "",
        "their_share": details.their_share,
        "your_share": details.your_share,
        "on_all_pay": "yes" if details.on_all_pay else "",
        **amounts,
    }
