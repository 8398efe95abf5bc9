"""A web page read again, by the standard library's parser of tags."""

from clearfold.importers.proving.html.read import read_again

__all__ = ["read_again"]
