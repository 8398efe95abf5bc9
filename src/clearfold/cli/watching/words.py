"""The words of the page of "clearfold watch", in the language that the program speaks."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template

from clearfold.cli.command_line import wording
from clearfold.model.messages.speaking import current

_PAGE = Path(__file__).with_name("page") / "index.html"


def page() -> bytes:
    """Return the page with its words, those that its script shows as JSON; what is spoken now is what it speaks."""
    words = {**_of_page(), "lang": current(), "words": json.dumps(_of_script(), ensure_ascii=False)}
    filled = {name: escape(word) for name, word in words.items()}
    return Template(_PAGE.read_text("utf-8")).substitute(filled).encode("utf-8")


def _of_page() -> Mapping[str, str]:
    return {
        "reading": wording("Reading the copy …"),
        "wrong": wording("What is wrong"),
        "web": wording("Web page"),
        "old": wording("Old: the copy as it was before what is wrong."),
        "print": wording("Large print"),
        "made": wording("All editions"),
    }


def _of_script() -> Mapping[str, str]:
    """Return the words that the script puts together; it fills in what stands in braces here."""
    return {
        "hint": wording("Hint: {hint}", hint="{hint}"),
        "frame": wording("Web page: {title}", title="{title}"),
        "sketch": wording(
            "Sketch of {part}, by itself; pages: {pages}. The edition may break its pages elsewhere.",
            part="{part}",
            pages="{pages}",
        ),
        "part": wording("“{heading}”", heading="{heading}"),
        "nameless": wording("the part in work"),
        "before": wording("Old: from before the last save."),
        "picture": wording("Sketch of {part}, page {page} of {pages}", part="{part}", page="{page}", pages="{pages}"),
        "building": wording("They are being built …"),
        "rest": wording("They are built when the copy rests."),
        "fine": wording("Nothing is wrong."),
        "told": wording("Told below: {count}.", count="{count}"),
        "ended": wording("The program has ended, or is not reached."),
    }
