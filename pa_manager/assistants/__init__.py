"""The people employed: who they are, and what was agreed with each from a day on."""
