"""The press makes editions from the copy; it never reads what it made."""
