"""What is wrong and what is right, for each rule of sites."""

SITE = {
    "SIT-001": ("a link to lupus/fr/index.html, which is not there", "a link to a page that is"),
    "SIT-002": (
        "the PDF of another leaflet under this one's name",
        "the file that the manifest names",
    ),
    "SIT-003": ("dc:language fr of a leaflet in Dutch", "dc:language nl-BE"),
    "SIT-004": ("a book that the catalogue leaves out", "each book once"),
    "SIT-005": ("the files of a leaflet with status: withdrawn", "its page alone, which says so"),
    "SIT-006": ("a leaflet on gout under “Cancer”", "it stands under its own “Joints”"),
    "SIT-007": (
        "version 1.0 of a leaflet in the catalogue beside 2.0",
        "version 1.0 on a page of its own, as an older one",
    ),
}
