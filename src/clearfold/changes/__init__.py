"""What changed between two states of a leaflet: section by section, block by block, word by word.

Copies and finished files are read as the proof reads them: what a reader meets is compared, and not how it is
written.
"""
