"""The screens of the returns."""
