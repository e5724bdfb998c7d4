"""The screens of PAs, without a toolkit."""
