"""Tagged PDFs: what the file says is a heading, a list, a table, a note, and what it says of pictures."""
