"""Lines of headings, captions and entries of the contents: as even as they can be."""

from pathlib import Path

import pytest

from clearfold.model.source import parse_source
from clearfold.press.editions.large_print import LARGE_PRINT_A5
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.balanced_lines import balance_lines, even_lines
from clearfold.press.template.page_text import page_tree


def lines(text: str, room: int, first: int = 0) -> str:
    """Return how a text of letters that are all as wide is set."""
    words = text.split()
    ends = even_lines(words, [len(word) + 1.0 for word in words], 1.0, (room, room + 1), first)
    return "/".join(" ".join(words[a:b]) for a, b in zip((0, *ends), (*ends, None), strict=True))


@pytest.mark.parametrize(
    ("text", "room", "said"),
    [
        ("Helpen de behandelingen van nu?", 27, "Helpen de behandelingen/van nu?"),
        ("How does it work, step by step?", 26, "How does it work,/step by step?"),
        ("Why use it in autoimmune diseases all the same?", 42, "Why use it in autoimmune/diseases all the same?"),
        ("From T cell to CAR T cell, in four steps", 34, "From T cell to CAR T cell,/in four steps"),
        ("Putting them in, in ten steps", 20, "Putting them in,/in ten steps"),
        ("What are the drawbacks?", 26, "What are the drawbacks?"),
        ("Autoimmunkrankheiten sind", 12, "Autoimmunkrankheiten sind"),
        ("Helpen de behandelingen van nu?", 30, "Helpen de behandelingen van nu?"),
        ("", 12, ""),
    ],
)
def test_lines_are_even(text: str, room: int, said: str) -> None:
    """No line is added, no word stands alone, and none leans over an end; a word too long for a line is left."""
    assert said == lines(text, room)


PAGE = """<html><body>
<nav class="contents"><ol><li><a href="#a">What is treatment with CAR T cells?</a> <span/></li></ol></nav>
<section><h2 style="margin-top: 0">What is treatment with <b>CAR</b> T cells?</h2><h3>What is it?</h3>
<aside><h3>What can a strong immune reaction do, and when?</h3></aside>
<figure class="beside"><figcaption>From T cell to CAR T cell, in four steps</figcaption></figure>
<figure><figcaption>From T cell to CAR T cell, in four steps</figcaption></figure></section>
</body></html>"""


def test_last_word_takes_its_neighbour() -> None:
    """A last word that no narrower line would leave less alone is kept with the one before it."""
    leaflet = read_leaflet(parse_source(Path("fr.md"), b"---\ntitle: T\nlang: fr\n---\n\n## A\n\nTexte.\n"))
    root = page_tree("<html><body><h2>Vos deux premières semaines</h2></body></html>")
    balance_lines(root, leaflet, LARGE_PRINT_A5)
    assert "Vos deux premières\u00a0semaines" == "".join(root.itertext())


def test_what_is_as_wide_as_the_page_is_narrowed() -> None:
    """An entry of the contents has its ends of lines; no word is changed, and what stands in a box is left."""
    leaflet = read_leaflet(parse_source(Path("en.md"), b"---\ntitle: T\nlang: en\n---\n\n## A\n\nText.\n"))
    root = page_tree(PAGE)
    said = "".join(root.itertext())
    balance_lines(root, leaflet, LARGE_PRINT_A5)
    assert said == "".join(root.itertext())
    entry, heading, caption = root.find(".//a"), root.find(".//h2"), root.findall(".//figcaption")[1]
    assert entry is not None
    assert heading is not None
    assert ["What is treatment ", "with CAR T cells?"] == [entry.text, *(end.tail for end in entry)]
    assert heading.get("style", "").startswith("margin-top: 0; padding-right: calc(100% - ")
    assert [heading, caption] == [element for element in root.iter() if element.get("style")]
