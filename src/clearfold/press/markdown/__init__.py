"""The copy's reading: front matter validated, Markdown read, every mistake reported at once."""

from clearfold.press.markdown.read import read_leaflet

__all__ = ["read_leaflet"]
