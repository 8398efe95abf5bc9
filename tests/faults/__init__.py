"""Faults put into finished files, one at a time and never through the press: how checks earn their place."""
