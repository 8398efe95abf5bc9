"""Readers of a web page: its text, what it is made of, and what it says of itself."""
