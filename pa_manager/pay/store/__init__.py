"""Where payslips, and what the payroll knows of each PA, are kept."""

from pa_manager.pay.store.payslips import payslip_key

__all__ = ["payslip_key"]
