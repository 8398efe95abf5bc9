"""What stands on the pages of a PDF: letters, lines of letters, pictures; by pdfium."""
