"""The web page: one file that holds all it needs, and asks nobody for anything."""
