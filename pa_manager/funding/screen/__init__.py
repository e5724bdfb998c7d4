"""The screens of funding: the money agreed, and the rules of whoever pays it."""
