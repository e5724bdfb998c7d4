"""What the rota is handed out as: for the wall, for one PA, for the calendar of a phone, and "My week"."""
