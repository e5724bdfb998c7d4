"""Pay: what a timesheet comes to, the figures of payslips, what is owed, and what is worth knowing of each."""

from pa_manager.pay.model.findings import Counted, Finding, FindingKind, counted, findings_of, minimum_wage
from pa_manager.pay.model.gross import PayPart, gross_pay, lines_without_rate, parts_of, rates_of
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

__all__ = [
    "Counted",
    "Finding",
    "FindingKind",
    "Liability",
    "LiabilityKind",
    "NotTheirTimesheet",
    "PayLine",
    "PayPart",
    "PayRecord",
    "Payslip",
    "PayslipFigures",
    "PayslipId",
    "PayslipLine",
    "PayslipLocked",
    "PayslipThere",
    "counted",
    "findings_of",
    "gross_pay",
    "liabilities_of",
    "lines_without_rate",
    "minimum_wage",
    "parts_of",
    "pay_record",
    "payslip_findings",
    "rates_of",
]
