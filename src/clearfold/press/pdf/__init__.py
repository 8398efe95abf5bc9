"""A leaflet as a tagged PDF: laid out by WeasyPrint, tagged by us."""
