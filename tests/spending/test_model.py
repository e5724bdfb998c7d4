"""The rules on money in and money out."""
