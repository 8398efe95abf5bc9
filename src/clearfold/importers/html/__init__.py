"""Web pages as documents: a walker of our own over an HTML5 parser, which knows what stands beside the text."""
