"""Files from banks and card providers: what they say, and how far it can be believed."""
