"""The screens of cover: the shifts nobody has, and the call list."""
