"""What can be done about pay."""

from pa_manager.pay.operations.details import find_pay_details, keep_pay_details
from pa_manager.pay.operations.owed import advice_on_scheme, find_scheme, keep_scheme, liabilities
from pa_manager.pay.operations.payslips import (
    change_payslip,
    check_payslip,
    check_payslips,
    find_payslip,
    has_payslips_before,
    hold_payslip_against_law,
    list_payslips,
    lock_payslip,
    record_payslip,
    remove_payslip,
)
from pa_manager.pay.operations.records import list_pay, work_out_pay
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.operations.tasks import things_to_do

__all__ = [
    "PAY",
    "advice_on_scheme",
    "change_payslip",
    "check_payslip",
    "check_payslips",
    "find_pay_details",
    "find_payslip",
    "find_scheme",
    "has_payslips_before",
    "hold_payslip_against_law",
    "keep_pay_details",
    "keep_scheme",
    "liabilities",
    "list_pay",
    "list_payslips",
    "lock_payslip",
    "record_payslip",
    "remove_payslip",
    "things_to_do",
    "work_out_pay",
]
