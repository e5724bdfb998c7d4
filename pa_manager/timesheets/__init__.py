"""What was really worked in one pay period, beside what was planned, until it is sent to the payroll."""
