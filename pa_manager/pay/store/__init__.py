"""Where payslips are kept, what the payroll knows of each PA, what is paid besides, and how HMRC is paid."""

import pa_manager.pay.store.besides
import pa_manager.pay.store.details
import pa_manager.pay.store.schemes  # noqa: F401 -- each declares tables of its own
from pa_manager.pay.store.payslips import payslip_key

__all__ = ["payslip_key"]
