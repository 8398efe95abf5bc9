"""Readers of an EPUB: its package, its documents, its links and its style."""
