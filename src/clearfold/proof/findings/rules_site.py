"""What the proof can say of a site: code, fact and hint of each rule that rules.py takes up."""

SITE = (
    ("SIT-001", "a link of the site leads nowhere", "make the site again"),
    ("SIT-002", "a download is not a file that was proven", "make the site again, and change nothing in it"),
    ("SIT-003", "what is said of a download is not true of it", "make the site again, and change nothing in it"),
    ("SIT-004", "a leaflet or a file is not on the shelf, or in a catalogue", "make the site again"),
    ("SIT-005", "a leaflet is offered that is withdrawn", "make the site again"),
    ("SIT-006", "a leaflet stands under a subject that is not its own, or not under its own", "make the site again"),
    ("SIT-007", "an older version is not told as one, or is offered like the newest", "make the site again"),
)
