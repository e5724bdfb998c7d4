"""The support plan: what should get better or be kept, and what the money may be spent on."""
