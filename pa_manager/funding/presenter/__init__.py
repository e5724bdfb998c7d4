"""The screens of funding, without a toolkit."""
