"""The operators of content streams: one interpreter follows them, and visitors look on (ISO 32000-1, 8 and 9)."""
