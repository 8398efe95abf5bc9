"""Rules of the HTML that a copy may hold."""

from clearfold.model.copy_rules.rule import CopyRule, Where, one, several
from clearfold.model.diagnostic import Severity

HTML = (
    CopyRule(
        "SRC-020",
        "an element that is not accepted",
        "Readers of PDFs, of e-books and of braille do not all know it: its words could be lost in one of them.",
        Where.BODY,
        "<font>Take it with food.</font>",
        "Take it **with food**.",
        several(
            other=(
                "the HTML element <{name}> is not accepted",
                "write it in Markdown, or with an element that docs/writing.md lists",
            ),
            instead=("the HTML element <{name}> is not accepted", "{instead}"),
            sign=(
                "“{text}” begins like an element of HTML",
                "write &lt;{name} where the sign < is meant",
            ),
            none=(
                "“<{name}” begins an element, and there is no such element in HTML",
                "write &lt;{name} where the sign < is meant",
            ),
        ),
    ),
    CopyRule(
        "SRC-021",
        "an attribute that is not accepted",
        "Looks belong in a style sheet, where they are the same in every leaflet; what runs a script is refused.",
        Where.BODY,
        '<p style="color: red">Take it with food.</p>',
        "Take it **with food**.",
        one("the attribute “{name}” is not accepted on <{element}>", "take it out; looks belong in a style sheet"),
    ),
    CopyRule(
        "SRC-115",
        "a look that is given to words in the copy, of which nothing is made",
        "Who cannot see the colour, or hears the leaflet, is not told what it means.",
        Where.BODY,
        'Never [more than two]{style="color: red"}.',
        "Never **more than two**.",
        one("“{name}” on “{text}” changes nothing in any edition", "take it out, or write **{text}** if it matters"),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-022",
        "an address that begins with something else than `https:`, `http:`, `mailto:` or `tel:`",
        "Other addresses run programs, or lead to what readers do not have.",
        Where.BODY,
        '<a href="javascript:alert()">more</a>',
        "[more](https://example.org)",
        one("an address may not begin with “{scheme}:”", "use https:, mailto: or tel:"),
    ),
    CopyRule(
        "SRC-023",
        "an element that is opened and never closed",
        "All that follows would belong to it: a whole leaflet in bold, or in a wrong language.",
        Where.BODY,
        "Take it <strong>with food.",
        "Take it <strong>with food</strong>.",
        one("the element <{name}> is opened and never closed", "write </{name}> where it ends"),
    ),
    CopyRule(
        "SRC-046",
        "`lang` is no language tag",
        "A screen reader chooses its voice by it, and stays with the wrong one.",
        Where.BODY,
        '<span lang="english!">water pill</span>',
        '<span lang="en">water pill</span>',
        one("“{value}” is not a language tag", "write one such as en, fr or nl-BE"),
    ),
)
