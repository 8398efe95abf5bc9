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
from clearfold.model.messages import message

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


def to_html(told: Told) -> str:
    """Write the page of one import."""
    state, sentence = _STATES[told.state]
    return (
        _environment()
        .get_template("import.html.j2")
        .render(
            told=told,
            state=state,
            sentence=sentence,
            taken=taken(told.document),
            sections=[(section, ABOUT[section], list(told.grouped(entries))) for section, entries in told.sections()],
            pages=list(_pages(told)),
        )
    )


def _pages(told: Told) -> Iterator[tuple[Preview, str, list[tuple[int, Entry]]]]:
    """Yield each page as a picture, with what is told of it."""
    for preview in told.previews:
        address = f"data:image/png;base64,{b64encode(preview.png).decode('ascii')}"
        yield preview, address, [(n, e) for n, e in enumerate(told.entries, 1) if e.place.page == preview.page]


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
