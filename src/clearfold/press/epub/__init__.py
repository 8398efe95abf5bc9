"""A leaflet as an EPUB."""
