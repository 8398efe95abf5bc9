"""The closed world of our own PDFs: what their make explains is written down, and all else is strange."""
