"""Where payslips are kept, what is paid besides, whoever runs the payroll, and how HMRC is paid."""

import pa_manager.pay.store.besides
import pa_manager.pay.store.bureau
import pa_manager.pay.store.details
import pa_manager.pay.store.holidays
import pa_manager.pay.store.payslip_files
import pa_manager.pay.store.schemes
import pa_manager.pay.store.sickness  # noqa: F401 -- each declares tables of its own
from pa_manager.pay.store.payslips import payslip_key

__all__ = ["payslip_key"]
