"""The money agreed: who pays it, how much from which day, and when each payment comes."""
