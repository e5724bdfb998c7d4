"""The screens of timesheets, without a toolkit."""
