"""The first screen: what needs doing, who is here today and next, and what money is left."""
