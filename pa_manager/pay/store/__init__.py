"""Where payslips are kept, what the payroll knows of each PA, and how HMRC is paid."""

import pa_manager.pay.store.details
import pa_manager.pay.store.schemes  # noqa: F401 -- both declare tables of their own
from pa_manager.pay.store.payslips import payslip_key

__all__ = ["payslip_key"]
