"""The screens of the holder, without a toolkit."""
