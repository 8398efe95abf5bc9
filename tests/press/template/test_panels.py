"""Running heads: the heading at the foot of its pages, as much of it as stands there."""

from pathlib import Path

import pytest

from clearfold.model.source import parse_source
from clearfold.press.markdown.read import read_leaflet
from clearfold.press.template.panels import running_head

A5, A4 = 30, 40  # letters of a line


@pytest.mark.parametrize(
    ("heading", "line", "head"),
    [
        ("Was hilft?", A5, "Was hilft?"),
        ("Putting them in, in ten steps", A5, "Putting them in, in ten steps"),
        ("Dix gestes pour une journée chaude", A4, "Dix gestes pour une journée chaude"),
        ("Was ist eine Behandlung mit CAR-T-Zellen?", A5, "Was ist eine Behandlung …"),
        ("Was ist eine Autoimmunkrankheitsbehandlung?", A5, "Was ist eine …"),
        ("Wat zijn de mogelijke voordelen?", A5, "Wat zijn de mogelijke …"),
    ],
)
def test_running_head(heading: str, line: int, head: str) -> None:
    """A heading is cut where it is wider than its room, behind a word that says something, if there is one."""
    data = f"---\ntitle: T\nlang: de\n---\n\n## {heading}\n\nText.\n".encode()
    (part,) = read_leaflet(parse_source(Path("de.md"), data)).sections
    assert head == running_head(part, line)
