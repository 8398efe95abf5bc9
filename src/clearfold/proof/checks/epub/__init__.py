"""Checks of an EPUB's package, navigation and style."""
