"""The proof reads what was made and holds it against the copy; it shares no code with the press."""
