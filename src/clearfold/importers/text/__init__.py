"""Plain text, and Markdown of other dialects."""
