"""What the proof can say of a file for the print shop: code, fact and hint of each rule that codes.py takes up."""

# Sheets that are folded: 001 to 009.
FOLDED = (
    ("PRT-001", "the folded sheets do not give the pages in order", "impose the pages again; do not print this file"),
    ("PRT-002", "the sheets are not A4 landscape, or their number is wrong", "make the file again, all sheets of it"),
    ("PRT-003", "a page does not lie upright and at its size in its place on the sheet", "place it at 100 %, unturned"),
    ("PRT-004", "the file leaves it to the printer to shrink the pages", "set PrintScaling to None"),
)
PRINT: tuple[tuple[str, str, str], ...] = FOLDED
