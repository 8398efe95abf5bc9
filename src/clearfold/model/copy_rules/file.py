"""Rules of the file as such, and of the YAML of its front matter."""

from clearfold.model.copy_rules.rule import CopyRule, Where, one, several

MENDED = "(“clearfold fix” does it)"

FILE = (
    CopyRule(
        "SRC-001",
        "the file cannot be read",
        "Nothing can be made of a file that is not there, or that nobody lets Clearfold read.",
        Where.PROJECT,
        "clearfold build content/lupus/nl-EB.md, where the file is named nl-BE.md",
        "clearfold build content/lupus/nl-BE.md",
        one("{what} cannot be read: {reason}", "check the path"),
    ),
    CopyRule(
        "SRC-002",
        "the file is not UTF-8 text",
        "In another encoding é, ½ and µ are other bytes: they would be printed as other signs.",
        Where.PROJECT,
        "a file that was saved as “Windows-1252” or “Latin-1”",
        "the same file, saved with the encoding UTF-8",
        one("the file is not UTF-8 text", "save the file again with the encoding UTF-8"),
    ),
    CopyRule(
        "SRC-004",
        "the front matter is opened and never closed",
        "Without its end, nobody can tell where the leaflet's text begins.",
        Where.FILE,
        "---\ntitle: Living with gout\nlang: en\n\nGout is …",
        "---\ntitle: Living with gout\nlang: en\n---\n\nGout is …",
        several(
            open=("the front matter is opened and never closed", "close it with a line that holds only {fence}"),
            after=(
                "the front matter is opened and never closed",
                f"write a line that holds only {{fence}} below “{{last}}” {MENDED}",
            ),
            other=(
                "the front matter is never closed: “{line}” is not three hyphens",
                f"write {{fence}} in place of “{{line}}” {MENDED}",
            ),
        ),
    ),
    CopyRule(
        "SRC-005",
        "a line of the front matter is not written as YAML wants it, or YAML would read it otherwise than it is "
        "meant; the line to write is given",
        "A value that is read in another way changes what the leaflet says, or loses a part of it.",
        Where.FRONT,
        "subtitle: Gout: what helps",
        'subtitle: "Gout: what helps"',
        several(
            slip=("{fact}", f"write “{{new}}” {MENDED}"),
            unsure=("{fact}", "write “{new}”"),
            line=(
                "this line is not written as front matter is: “{line}”",
                "write “key: value”, and put the value between double quotation marks; the lines of a list begin "
                "below each other, with a hyphen and a space",
            ),
            shape=("keys and values are expected here", "write one “key: value” a line, such as “title: …”"),
            key=("a key must be a text", "write “key: value”"),
        ),
        "write “key: value” on one line, and put a value with signs in it between double quotation marks",
    ),
    CopyRule(
        "SRC-006",
        "a YAML alias (`*name`) is used",
        "An alias repeats what stands elsewhere: who reads the line does not see what it says.",
        Where.FRONT,
        "authors: &team [Ann Peeters]\nreviewers: *team",
        "authors: [Ann Peeters]\nreviewers: [Ann Peeters]",
        one("a YAML alias (*name) is not accepted", "write the value out"),
    ),
    CopyRule(
        "SRC-007",
        "a key stands twice",
        "Of two values one would win, and nobody can say which was meant.",
        Where.FRONT,
        "version: 1.0\nversion: 1.1",
        "version: 1.1",
        one("the key “{name}” stands twice", "keep one of them"),
    ),
    CopyRule(
        "SRC-008",
        "a value from which YAML would leave out all from ` #` on: put it between quotation marks, or the note on a "
        "line of its own",
        "For YAML a note begins at the sign #: what stands behind it would be in no edition.",
        Where.FRONT,
        "subtitle: Dose #2 and after",
        'subtitle: "Dose #2 and after"',
        one("{fact}", "write “{new}”, or put the note on a line of its own, behind #"),
        "put the value between double quotation marks, or the note on a line of its own, behind #",
    ),
    CopyRule(
        "SRC-009",
        "there is no front matter, or the lines around it are not `---`; the lines to write are given",
        "A file has to say its title and its language: screen readers choose their voice by it.",
        Where.FILE,
        "Gout is a kind of arthritis.",
        "---\ntitle: Living with gout\nlang: en\n---\n\nGout is a kind of arthritis.",
        several(
            none=("the file has no front matter", "write these lines at its very beginning:{block}"),
            toml=("the front matter is TOML, between lines of +++", "write these lines in its place:{block}"),
            other=(
                "the line above “{key}” is “{line}”, and not the three hyphens that open front matter",
                f"write {{fence}} in place of “{{line}}”, and after the last key too {MENDED}",
            ),
            bare=(
                "“{line}” is front matter, and does not stand between two lines of {fence}",
                f"write a line with only {{fence}} above it, and one below “{{end}}” {MENDED}",
            ),
        ),
        "write, at the very beginning, the title and the language between two lines of ---",
    ),
)
