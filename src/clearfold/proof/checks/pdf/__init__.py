"""Checks of what a PDF holds beside its text: bookmarks, catalogue, glyphs."""
