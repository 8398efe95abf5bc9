"""The fonts of a PDF: the text, the widths and the outlines of their codes."""
