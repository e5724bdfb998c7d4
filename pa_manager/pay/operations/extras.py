"""Parts of pay that are not for a shift: holiday taken and sick pay."""

from pa_manager.assistants.model import Assistant, AssistantKind
from pa_manager.file.work import Work
from pa_manager.pay.model import ExtraPart
from pa_manager.pay.operations.holidays import holiday_in_period
from pa_manager.pay.operations.sickness import sick_pay_in_period
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said_short
from pa_manager.values.money import NIL


def extra_parts(work: Work, assistant: Assistant, period: Period) -> tuple[ExtraPart, ...]:
    """Return what a pay period pays an assistant besides the hours worked, each part with its reasons.

    Holiday agreed or taken in the period, at the average of the 52 paid weeks before it, unless holiday pay is rolled
    up; and sick pay by law for its days. Neither is pay for hours worked.
    (Working Time Regulations 1998, reg. 16; Social Security Contributions and Benefits Act 1992, s. 151.)
    """
    if assistant.kind is not AssistantKind.EMPLOYED:
        return ()
    parts = list[ExtraPart]()
    minutes, pay, why = holiday_in_period(work, assistant, period)
    if pay != NIL:
        parts.append(ExtraPart(words=f"Holiday, {hours_said(minutes)} hours", amount=pay, why=why))
    days, amount = sick_pay_in_period(work, assistant, period)
    if amount != NIL:
        each = ", ".join(said_short(day.day) for day in days)
        words = f"Sick pay by law, {len(days)} day{'' if len(days) == 1 else 's'}"
        parts.append(ExtraPart(words=words, amount=amount, why=(f"Paid for {each}.",)))
    return tuple(parts)
