"""Full pages: where they end, how high their pictures are, and what is left over shared among their spaces."""
