"""What to click where a hint says what to write in Markdown: for who writes rich text, and sees none of its signs."""

from collections.abc import Mapping
from types import MappingProxyType


def _(words: str) -> str:
    """Mark words to be translated: they are told in the language of who reads them."""
    return words


_FORM = _("Fill it in under “About”")
_PLAIN = _("Press “Plain view” to see the lines above the text; what to write there is told then")
_HTML = _("Remove it, and write its text anew with the tools above the text")
_PICTURE = _("Remove the picture, and insert it anew from a file of your own")
_LINK = _("Select the link, press “Link …”, and write an address of the web, or take the link away")
_LIST = _("If it is a list, put it into a paragraph of its own, and press “List”; if not, join it to the line above it")
_BOX = _("Remove the box, and insert it anew: its kind and its title are asked for, and its text is written into it")
_NOTE = _("Take out the note and its mark, and insert it anew with “Footnote” where it belongs")
_ACCEPT = _("Translate it and save; once the whole translation was held against its source, press “It is up to date”")
_SEEN = _("Hold the whole translation against its source, and press “It is up to date” below")
_SIGNS = _("Take the signs out, and use the tools above the text: bold, lists, links, and what can be inserted")

CLICKS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("SRC-010", "SRC-012", "SRC-013"), _FORM),
        **dict.fromkeys((f"ADV-0{number}" for number in (*range(30, 42), 73)), _FORM),
        **dict.fromkeys(("SRC-004", "SRC-005", "SRC-008", "SRC-009", "SRC-011"), _PLAIN),
        **dict.fromkeys(("SRC-020", "SRC-023"), _HTML),
        **dict.fromkeys(("SRC-030", "SRC-031"), _PICTURE),
        **dict.fromkeys(("SRC-043", "SRC-044"), _LINK),
        **dict.fromkeys(("SRC-109", "SRC-113"), _LIST),
        **dict.fromkeys(("SRC-050", "SRC-103"), _BOX),
        **dict.fromkeys(("SRC-051", "SRC-052", "SRC-054"), _NOTE),
        **dict.fromkeys(("SRC-106", "SRC-107", "SRC-115"), _SIGNS),
        **dict.fromkeys(("TRL-001", "TRL-002"), _ACCEPT),
        **dict.fromkeys(("TRL-005", "TRL-006"), _SEEN),
        "TRL-003": _("Take it out here too and save, and press “It is up to date” below"),
        "TRL-004": _("Move it here too and save, and press “It is up to date” below"),
        "SRC-079": _("Try it again; if it is told again, show this line to somebody who knows this computer"),
        "SRC-003": _("Select the picture, press “Change …”, and say what it shows, or that it only decorates"),
        "SRC-040": _("Put the cursor into the heading, and press “Heading” or “Smaller heading”: no level is left out"),
        "SRC-041": _("Put the cursor into the heading, and press “Heading”: the title stands under “About”"),
        "SRC-045": _("Write the text of the leaflet in the field “Text”"),
        "SRC-082": _("Take it out; words in another language are marked with “Other language …”"),
        "SRC-100": _("Put as many cells between the upright bars of each row as its head has; one may be empty"),
        "SRC-101": _("Write “more than” or “minus” in words; for a quotation, put quotation marks around its words"),
        "SRC-104": _("Cut out what does not belong into the box, and paste it below"),
        "SRC-105": _("Take out the spaces at its beginning"),
        "SRC-108": _("Take out the signs before it, and press “Heading”"),
        "SRC-110": _("Select the link, press “Link …”, and write its address without spaces"),
        "SRC-111": _("Take out the stars, select the words, and press “Bold”"),
        "SRC-112": _("Take out its first signs; a note to yourself is put in with “Insert below”"),
        "SRC-114": _("If each line is to stand on its own, press Shift+Enter where it ends"),
        "SRC-121": _("Select the picture, press “Change …”, and say what it shows, with its words"),
        "SRC-140": _("Put the cursor into the box, press “Change …”, and write its title"),
        "SRC-151": _("Make parts of some sections with “Smaller heading”"),
        "SRC-152": _("Remove the picture, and insert it anew: how much of it is shown is asked for"),
        "TRL-011": _("Translate it; select words that stay, and press “Other language …”"),
        "ADV-042": _("Put the cursor behind it, and insert a footnote with its source: author, title, year"),
        "ADV-058": _("Write it in small letters, select it, and press “Bold”"),
        "ADV-074": _("Select the words that say where it goes, and press “Link …”"),
        "ADV-080": _("Part them with smaller headings, each a question or a step"),
        "ADV-091": _("Write the number behind it, or under “About” as contact"),
        "ADV-092": _("Write the number where it is needed, in a box of the kind “Telephone”"),
    }
)
"""A sentence for each code whose hint has signs of Markdown or of front matter in it, or a command."""
COMMANDS = frozenset({"SRC-079", *(f"TRL-00{number}" for number in range(1, 7))})
"""The codes whose hint is a command alone, which helps nobody in a browser: the sentence stands in its place."""
