"""What the proof can say of a file for the print shop: code, fact and hint of each rule that rules.py takes up."""

# Sheets that are folded: 001 to 009.
FOLDED = (
    ("PRT-001", "the folded sheets do not give the pages in order", "impose the pages again; do not print this file"),
    ("PRT-002", "the sheets are not A4 landscape, or their number is wrong", "make the file again, all sheets of it"),
    ("PRT-003", "a page does not lie upright and at its size in its place on the sheet", "place it at 100 %, unturned"),
    ("PRT-004", "the file leaves it to the printer to shrink the pages", "set PrintScaling to None"),
)
# The print shop's file: 010 to 029.
PREFLIGHT = (
    ("PRT-010", "a box of the page is wrong", "give each page its trim, its bleed and room for the marks"),
    ("PRT-011", "colour that reaches the edge does not go on to the end of the bleed", "draw it beyond the edge"),
    ("PRT-012", "a crop mark is missing beyond the bleed", "draw two at each corner"),
    ("PRT-013", "a line stands in the bleed where a crop mark would be cut into", "draw crop marks beyond the bleed"),
    ("PRT-014", "a colour is not one of the four inks", "turn it into CMYK"),
    ("PRT-015", "letters are neither of black alone nor left white", "print them with black alone"),
    ("PRT-016", "there is more than 300 % of ink", "take colour out, and keep the black"),
    ("PRT-017", "black letters are mixed of several inks", "print them with black alone"),
    ("PRT-018", "white letters are overprinted, and vanish", "let them knock out what is below"),
    ("PRT-021", "a font is not embedded", "embed it"),
    ("PRT-022", "the printing condition is not given, or not one of Fogra's for CMYK", "give it with its profile"),
    ("PRT-023", "the file holds what only a screen can use", "leave out links, actions and forms"),
    ("PRT-024", "a key of PDF/X-4 is missing or wrong", "write it"),
    ("PRT-025", "the file holds what PDF/X-4 does not let in", "leave it out"),
)
PREFLIGHT_WARNINGS = (("PRT-020", "a picture is coarse in print", "give a larger one, of 200 pixels or more per inch"),)
PRINT: tuple[tuple[str, str, str], ...] = (*FOLDED, *PREFLIGHT)
PRINT_WARNINGS: tuple[tuple[str, str, str], ...] = PREFLIGHT_WARNINGS
