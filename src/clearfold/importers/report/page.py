"""import.html: one file of HTML, without script, and without anything that is fetched."""

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Preview
from clearfold.importers.report.told import Told, taken
from clearfold.importers.rules import Section
from clearfold.model.messages import counted, current, message, told

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "jinja"
ABOUT = {
    Section.CHANGED: message("This is in your copy, but not just as it was in the file."),
    Section.GUESSED: message("The file does not say this. Look whether it is right."),
    Section.DECIDE: message("Nobody but you can know this. The build refuses some of it until it is settled."),
    Section.LEFT_OUT: message(
        "This is not in your copy. It is written here word for word, so that you can take it from here."
    ),
}
_STATES = {
    "proven": ("good", message("Every word is in your copy, or is told of below.")),
    "to decide": ("open", message("Every word is in your copy, or is told of below. Some things only you can decide.")),
    "rejected": ("bad", message("Not every word could be accounted for, so nothing was put among your leaflets.")),
}


def to_html(one: Told) -> str:
    """Write the page of one import, in the language that is spoken."""
    state, sentence = _STATES[one.state]
    return (
        _environment()
        .get_template("import.html.j2")
        .render(
            told=one,
            language=current(),
            state=state,
            sentence=sentence,
            taken=taken(one.document),
            sections=[
                (message(section), ABOUT[section], list(one.grouped(entries))) for section, entries in one.sections()
            ],
            pages=list(_pages(one)),
        )
    )


def _pages(one: Told) -> Iterator[tuple[Preview, str, list[tuple[int, Entry]]]]:
    """Yield each page as a picture, with what is told of it."""
    for preview in one.previews:
        address = f"data:image/png;base64,{b64encode(preview.png).decode('ascii')}"
        yield preview, address, [(n, e) for n, e in enumerate(one.entries, 1) if e.place.page == preview.page]


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(TEMPLATES)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=told
    )
    environment.globals |= {"message": message, "counted": counted}
    return environment
