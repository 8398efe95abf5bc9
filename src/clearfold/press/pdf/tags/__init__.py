"""The tag tree of a PDF: built from the page's HTML over all pages, and written into the file."""
