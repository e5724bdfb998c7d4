"""The work planned: who comes when, who is away, and where nobody is down yet."""
