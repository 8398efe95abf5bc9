"""Braille: a leaflet translated by liblouis, laid out in cells, and written for embossers and for braille displays."""
