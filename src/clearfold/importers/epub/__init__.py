"""E-books as documents: the chapters of the spine, each a page of XHTML."""
