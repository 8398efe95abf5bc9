"""Say where in the association's own style sheet a complaint of WeasyPrint comes from, which names the line at most."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location

# As WeasyPrint 70 writes them: “Ignored `colour: red` at 3:5, unknown property.”, “Failed to load image at 'file:…'”
_AT = re.compile(r"`(?P<property>[\w-]+)[^`]*` at (?P<line>\d+):(?P<column>\d+)")
_NAMED = re.compile(r"['‘“\"]([^'’”\"]+)['’”\"]|(file:\S+)")


def blame(
    messages: Iterable[str], read_alone: Iterable[str], sheet: Path | None, edition: str, copy: Location
) -> Iterator[Diagnostic]:
    """Yield the renderer's complaints as diagnostics (SRC-070), each at its place in the sheet or, else, at the copy.

    ``read_alone`` are the complaints that come of reading the sheet without a page: those are the sheet's for sure.
    """
    alone = frozenset(read_alone)
    for message in dict.fromkeys(messages):
        place = _place(message, message in alone, sheet) if sheet else None
        wording = "sheet" if place else "page"
        yield mistake("SRC-070", place or copy, wording, edition=edition, message=" ".join(message.split()))


def _place(message: str, alone: bool, sheet: Path) -> Location | None:
    lines = sheet.read_text("utf-8", "replace").splitlines()
    if at := _AT.search(message):
        line, column = int(at["line"]), int(at["column"])
        if alone or any(at["property"] in text for text in lines[line - 1 : line]):
            return Location(sheet, line, column)
    for match in _NAMED.finditer(message):
        name = unquote(match[1] or match[2]).rsplit("/", 1)[-1].strip()
        for number, text in enumerate(lines, start=1):
            if name and name in text:
                return Location(sheet, number, text.index(name) + 1)
    return Location(sheet) if alone else None
