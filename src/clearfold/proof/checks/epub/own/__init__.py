"""Checks of a book of ours: what it is made of is explained by the copy, by its edition, or by the book itself."""
