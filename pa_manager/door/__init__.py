"""The door: making a holder's file, opening one, and who has the password, before anything in it is seen."""
