"""The media types of what is made, and of pictures in it."""

PDF, EPUB = "application/pdf", "application/epub+zip"
HTML, XHTML, CSS, SVG = "text/html", "application/xhtml+xml", "text/css", "image/svg+xml"
PNG, JPEG, GIF, WEBP = "image/png", "image/jpeg", "image/gif", "image/webp"
