"""Braille as it is felt: pages of cells, and what a reader of the language takes them for. No liblouis in it."""
