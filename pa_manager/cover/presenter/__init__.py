"""The screens of cover, without a toolkit."""
