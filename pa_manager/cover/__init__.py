"""Who steps in when somebody cannot come: the call list, the shifts nobody has, and who was asked."""
