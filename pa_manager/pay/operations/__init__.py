"""What can be done about pay."""

from pa_manager.pay.operations.besides import (
    add_one_off,
    find_pay_terms,
    keep_pay_terms,
    list_one_offs,
    remove_one_off,
)
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
from pa_manager.pay.operations.records import list_pay, payslips_of, work_out_pay
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.operations.tasks import things_to_do

__all__ = [
    "PAY",
    "add_one_off",
    "advice_on_scheme",
    "change_payslip",
    "check_payslip",
    "check_payslips",
    "find_pay_details",
    "find_pay_terms",
    "find_payslip",
    "find_scheme",
    "has_payslips_before",
    "hold_payslip_against_law",
    "keep_pay_details",
    "keep_pay_terms",
    "keep_scheme",
    "liabilities",
    "list_one_offs",
    "list_pay",
    "list_payslips",
    "lock_payslip",
    "payslips_of",
    "record_payslip",
    "remove_one_off",
    "remove_payslip",
    "things_to_do",
    "work_out_pay",
]
