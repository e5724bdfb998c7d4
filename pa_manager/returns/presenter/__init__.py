"""The screens of the returns, without a toolkit."""
