"""A leaflet as XLIFF 2.1, for translators' tools: a unit a block, its marks protected; and back, byte for byte."""
