"""The screens of the door, without a toolkit."""
