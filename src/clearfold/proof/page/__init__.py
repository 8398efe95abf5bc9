"""A page as a reader sees it: its lines, pictures and shapes, in which order, and in how large letters."""
