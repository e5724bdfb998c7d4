"""The screens of home, without a toolkit."""
