"""What a PDF says to a printer: sheets, folds, boxes and inks."""
