"""The media types of what is made, and of pictures in it."""

PDF, EPUB = "application/pdf", "application/epub+zip"
HTML, XHTML, CSS, SVG = "text/html", "application/xhtml+xml", "text/css", "image/svg+xml"
BRF, PEF = "text/x-brf", "application/x-pef+xml"
EBRAILLE = "application/x-ebraille+zip"
"""Of eBraille, which says in itself that it is an EPUB: the name by which ours are told from books."""
PNG, JPEG, GIF, WEBP = "image/png", "image/jpeg", "image/gif", "image/webp"
