"""What is said of the objects of a PDF that is an edition of ours: code, fact and hint of each; all are errors."""

_TAMPERED = "do not publish this file: something was put into it, or taken out of it, after it was made; build it again"
_PICTURE = (
    "build again, and do not publish this file; if it stays, the pages show this drawing otherwise than other programs "
    "do (filters, masks, styles): save it as PNG, and name that one"
)
PDF = (
    ("PDF-001", "the file holds what no edition of ours has, or lacks what each has", _TAMPERED),
    ("PDF-002", "the area of a link does not lie over its words", _TAMPERED),
    ("PDF-003", "the tags and what they say of the pages do not agree", _TAMPERED),
    ("PDF-004", "a page is not as large as the edition promises, or shows only a part of itself", _TAMPERED),
    ("PDF-010", "a picture is not seen in its place as the copy's file shows it", _PICTURE),
    ("PDF-011", "letters are not those of the edition's fonts: outline, width, or what they read as", _TAMPERED),
    ("PDF-012", "what the file says of itself is not what its copy and its profile say", _TAMPERED),
    ("PDF-030", "a page is drawn otherwise than the pages of an edition are", _TAMPERED),
    ("PDF-013", "the QR code does not lead where the copy says", _TAMPERED),
    ("PDF-014", "a shape is drawn among letters, which it may strike out or change", _TAMPERED),
    ("PDF-015", "a colour is not the edition's", _TAMPERED),
    ("PDF-016", "letters of one line do not stand on one baseline", _TAMPERED),
    ("PDF-017", "tags announce otherwise than their words and places say", _TAMPERED),
    ("PDF-005", "the bookmarks are not the headings, one for each and in their order", _TAMPERED),
)
