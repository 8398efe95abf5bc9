"""Text held against text: what was expected, what was found, and how they differ."""
