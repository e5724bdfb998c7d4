"""The screens of timesheets."""
