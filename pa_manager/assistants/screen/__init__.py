"""The screens of PAs."""
