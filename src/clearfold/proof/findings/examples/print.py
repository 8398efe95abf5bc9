"""Examples of folded sheets and of files for the print shop."""

PRINT = {
    "PRT-001": ("folded, page 5 comes after page 3", "folded, the pages come in order"),
    "PRT-002": ("a side is A4 upright", "each side is A4 landscape"),
    "PRT-003": ("a page lies on its panel at 97 %", "a page lies on its panel at 100 %"),
    "PRT-004": ("the printer may shrink the pages", "PrintScaling is None"),
    "PRT-010": ("no TrimBox", "TrimBox and BleedBox as the edition promises"),
    "PRT-011": ("colour ends at the trimmed edge", "colour goes on to the end of the bleed"),
    "PRT-012": ("one crop mark at a corner", "two crop marks at each corner"),
    "PRT-013": ("a crop mark within the bleed", "crop marks beyond the bleed"),
    "PRT-014": ("a blue in RGB", "the same blue in CMYK"),
    "PRT-015": ("letters of a tint of black", "letters of black alone"),
    "PRT-016": ("350 % of ink in a photograph", "300 % or less"),
    "PRT-017": ("black letters of four inks", "letters of black alone"),
    "PRT-018": ("white letters that are overprinted", "white letters that knock out what is below"),
    "PRT-020": ("a photograph of 90 pixels an inch", "a photograph of 300 pixels an inch"),
    "PRT-021": ("a font that is not in the file", "every font is embedded"),
    "PRT-022": ("no output intent", "the output intent of the printer's condition"),
    "PRT-023": ("a form field", "pages alone"),
    "PRT-024": ("no GTS_PDFXVersion", "every key that PDF/X-4 asks for"),
    "PRT-025": ("a PostScript object", "nothing that PDF/X-4 forbids"),
}
