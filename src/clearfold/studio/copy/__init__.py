"""A copy as the studio keeps it: cut into blocks that are the whole text, changed block by block, saved whole."""
