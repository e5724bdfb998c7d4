"""What the council asks to see: the statement of a period, frozen when sent, each figure with what is behind it."""
