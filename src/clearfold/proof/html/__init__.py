"""HTML as a reader meets it: its elements, its text, and what its style hides."""
