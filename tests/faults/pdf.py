"""Faults put into a finished PDF with pikepdf alone."""
FAULTS = ()
