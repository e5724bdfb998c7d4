"""What the money pays for, and whether it will last: the employer's budget, and what if something changes."""
