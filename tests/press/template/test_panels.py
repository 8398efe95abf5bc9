"""Headings elsewhere: at the foot of their pages, as much as stands there, and in the contents."""

from pathlib import Path

import pytest

from clearfold.model.source import parse_source
from clearfold.press.markdown.read import read_leaflet
from clearfold.press.template.panels import running_head, shown_in_contents, signed

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
        ("Was sind 10<sup>9</sup> Zellen?", A5, "Was …"),
        ("10<sup>9</sup> Zellen", A5, ""),
        ("Ist H<sub>2</sub>O Wasser?", A5, "Ist H2O Wasser?"),
    ],
)
def test_running_head(heading: str, line: int, head: str) -> None:
    """A heading is cut where it is wider than its room, behind a word that says something, if there is one."""
    data = f"---\ntitle: T\nlang: de\n---\n\n## {heading}\n\nText.\n".encode()
    (part,) = read_leaflet(parse_source(Path("de.md"), data)).sections
    assert head == running_head(part, line)


@pytest.mark.parametrize(
    ("heading", "shown", "signs"),
    [
        ("Was sind 10<sup>9</sup> Zellen?", "Was sind 10<sup>9</sup> Zellen?", "Was sind 10⁹ Zellen?"),
        ("Ist **H<sub>2</sub>O** & Eis gut?", "Ist H<sub>2</sub>O &amp; Eis gut?", "Ist H₂O & Eis gut?"),
        ("Die [Zelle](https://example.org) und *ihr* Kern", "Die Zelle und ihr Kern", "Die Zelle und ihr Kern"),
    ],
)
def test_contents_keep_raised_figures(heading: str, shown: str, signs: str) -> None:
    """Of how a heading is written the contents keep what makes another number of it: 10⁹ is not 109."""
    data = f"---\ntitle: T\nlang: de\n---\n\n## {heading}\n\nText.\n".encode()
    (part,) = read_leaflet(parse_source(Path("de.md"), data)).sections
    assert part.title
    assert (shown, signs) == (shown_in_contents(part.title), signed(part.title))
