"""What is wrong and what is right, for each rule of web pages."""

WEB = {
    "WEB-001": ("a font from another site", "the font is in the page, as data:"),
    "WEB-002": ("p:nth-child(2) { display: none } behind the edition's sheet", "the edition's sheet alone"),
    "WEB-003": ("a script that counts visitors", "the edition's own script"),
    "WEB-004": ("script-src 'unsafe-inline'", "script-src with the digest of the page's script"),
    "WEB-005": ("<del> around a dose; aria-label on a paragraph", "the elements of the templates and the copy"),
    "WEB-006": ("“Contact” in the contents leads to “Sources”", "it leads to the heading “Contact”"),
    "WEB-007": ("reviewedBy in the data of a draft", "what the front matter says"),
    "WEB-008": ("the picture of the heart under the words “The liver”", "the copy’s own picture"),
    "WEB-009": ("#7a9cc6 on white: 2.8:1", "#12305c on white: 13:1"),
    "WEB-010": ("two elements with id=“contact”", "each id once"),
    "WEB-011": ("“Français” leads to ../de/gout-de.html", "it leads to ../fr/gout-fr.html"),
    "WEB-013": ('<p dir="rtl"> around a sentence in English', "the copy’s own classes and directions"),
    "WEB-012": ("a dose that was bold is plain", "**1 tablet**, as in the copy"),
}
