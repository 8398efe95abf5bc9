"""Checks of a web page beside its text."""
