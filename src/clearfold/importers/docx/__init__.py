"""Word files as documents (ECMA-376): a walker of our own over lxml."""
