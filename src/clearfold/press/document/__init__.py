"""The document tree: what a copy is once it is read, and what every writer of the press is given."""
