"""Say where in the association's own style sheet a complaint of WeasyPrint comes from, which names the line at most."""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from clearfold.diagnostic import Diagnostic, Location, mistake

# As WeasyPrint 70 writes them: “Ignored `colour: red` at 3:5, unknown property.”, “Failed to load image at 'file:…'”
_AT = re.compile(r" at (\d+):(\d+)")
_NAMED = re.compile(r"['‘“\"]([^'’”\"]+)['’”\"]|(file:\S+)")


def blame(
    messages: Iterable[str], read_alone: Iterable[str], sheet: Path | None, edition: str, copy: Location
) -> tuple[Diagnostic, ...]:
    """Return complaints of the renderer as diagnostics (SRC-070), each at its place in the sheet or, else, at the copy.

    ``read_alone`` are the complaints that come of reading the sheet without a page: those are the sheet's for sure.
    """
    alone = frozenset(read_alone)
    return tuple(_blamed(message, message in alone, sheet, edition, copy) for message in dict.fromkeys(messages))


def _blamed(message: str, alone: bool, sheet: Path | None, edition: str, copy: Location) -> Diagnostic:
    if sheet and (place := _place(message, alone, sheet)):
        hint = "mend that line of your style sheet, or take it out"
        return mistake("SRC-070", place, f"{edition}: {message}", hint)
    hint = "look at the picture, style sheet or address that it names"
    return mistake("SRC-070", copy, f"{edition}: {message}", hint)


def _place(message: str, alone: bool, sheet: Path) -> Location | None:
    at = _AT.search(message)
    if alone and at:
        return Location(sheet, int(at[1]), int(at[2]))
    for match in _NAMED.finditer(message):
        name = unquote(match[1] or match[2]).rstrip(" :").rsplit("/", 1)[-1]
        for number, line in enumerate(sheet.read_text("utf-8", "replace").splitlines(), start=1):
            if name in line:
                return Location(sheet, number, line.index(name) + 1)
    return Location(sheet) if alone else None
