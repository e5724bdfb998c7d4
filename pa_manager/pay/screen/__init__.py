"""The screens of pay: what timesheets come to, and the payslips."""
