"""Pages as templates make them of a leaflet: panels, labels, tables that fit the line."""
