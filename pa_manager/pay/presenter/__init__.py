"""The screens of pay, without a toolkit: what timesheets come to, and the payslips."""
