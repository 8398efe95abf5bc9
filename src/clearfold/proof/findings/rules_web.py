"""What the proof can say of a web page beside its text: code, fact and hint of each rule that rules.py takes up."""

WEB = (
    ("WEB-001", "the page asks for something from elsewhere", "put it in the page"),
    ("WEB-002", "the page has style that is not its edition's", "build again, and change nothing in the file"),
    ("WEB-003", "the page has a script that is not its edition's", "build again, and change nothing in the file"),
    ("WEB-004", "the page lets a browser do more, or less, than is in it", "build again"),
    ("WEB-005", "the page holds what no page has", "build again, and change nothing in the file"),
    ("WEB-006", "a link within the page leads elsewhere than its words say", "link it to what it names"),
    ("WEB-007", "the page says of itself what the copy does not", "write the copy's own"),
    ("WEB-008", "a picture is not the copy's, byte for byte", "build again"),
    (
        "WEB-009",
        "a colour of the association stands too close to the page's",
        "choose a darker colour in publisher.yaml",
    ),
    ("WEB-010", "two elements of the page have one name", "give each a name of its own"),
    (
        "WEB-011",
        "a link to another language of the leaflet leads elsewhere, or is called otherwise",
        "build all languages of the leaflet again, together",
    ),
    ("WEB-013", "a class, a direction or a span of cells is not the copy's", "build again"),
    ("WEB-012", "words are marked otherwise than in the copy", "build again, and change nothing in the file"),
)
