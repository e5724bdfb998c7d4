"""Who holds the direct payment and employs, and who helps with it."""
