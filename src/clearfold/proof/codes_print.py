"""What the proof can say of a file for the print shop: code, fact and hint of each rule that codes.py takes up."""

PRINT: tuple[tuple[str, str, str], ...] = ()
