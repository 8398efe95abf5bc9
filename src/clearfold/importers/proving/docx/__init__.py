"""A Word file read again: a pass by expat that reads whatever has text, unless it knows better."""

from clearfold.importers.proving.docx.read import read_again

__all__ = ["read_again"]
