"""Pay: what a timesheet comes to, the figures of payslips, what is owed, and what is worth knowing of each."""

from pa_manager.pay.model.details import LoanKind, PayDetails, PensionKind
from pa_manager.pay.model.findings import Counted, Finding, FindingKind, counted, findings_of, minimum_wage
from pa_manager.pay.model.gross import PayPart, gross_pay, lines_without_rate, paid_as, parts_of
from pa_manager.pay.model.law_check import Earlier, LawCheck, earlier_in_year, findings_by_law, hold_against_law
from pa_manager.pay.model.liabilities import (
    Liability,
    LiabilityKind,
    liabilities_of,
)
from pa_manager.pay.model.payslips import (
    NotTheirTimesheet,
    Payslip,
    PayslipFigures,
    PayslipId,
    PayslipLine,
    PayslipLocked,
    PayslipThere,
    payslip_findings,
)
from pa_manager.pay.model.records import PayLine, PayRecord, pay_record
from pa_manager.pay.model.schemes import Scheme, ToHmrc, advice_on_paying, scheme_on, to_hmrc

__all__ = [
    "Counted",
    "Earlier",
    "Finding",
    "FindingKind",
    "LawCheck",
    "Liability",
    "LiabilityKind",
    "LoanKind",
    "NotTheirTimesheet",
    "PayDetails",
    "PayLine",
    "PayPart",
    "PayRecord",
    "Payslip",
    "PayslipFigures",
    "PayslipId",
    "PayslipLine",
    "PayslipLocked",
    "PayslipThere",
    "PensionKind",
    "Scheme",
    "ToHmrc",
    "advice_on_paying",
    "counted",
    "earlier_in_year",
    "findings_by_law",
    "findings_of",
    "gross_pay",
    "hold_against_law",
    "liabilities_of",
    "lines_without_rate",
    "minimum_wage",
    "paid_as",
    "parts_of",
    "pay_record",
    "payslip_findings",
    "scheme_on",
    "to_hmrc",
]
