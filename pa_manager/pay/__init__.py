"""What a timesheet comes to before tax, what the payroll's payslip said, and what is owed because of it."""
