"""The screens of the support plan, without a toolkit."""
