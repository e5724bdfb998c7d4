"""The screens of home."""
