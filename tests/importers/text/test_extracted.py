"""Text as programs take it out of a folded leaflet: the last panel first, words cut in two, no headings."""

from clearfold.importers.document import Heading, ListBlock, Paragraph
from clearfold.importers.reading import Imported, Options
from clearfold.importers.text.make import make
from clearfold.importers.walk import said

EXTRACTED = """\
weer op kracht te komen. Wie moe is, rust. Na een
maand gaat het bij de meeste mensen beter.

Conclusie

Slapen helpt. Overleg met uw huisarts wanneer de
klachten langer dan een maand aanhouden.
 Goed slapen, ook als u
ziek bent

Inleiding

Slecht slapen is een van de klachten die bij spier-
en gewrichtspijn horen. Een vast ritme is belang-
rijker dan men denkt.

Wat kunt u zelf doen?
Maak een lijstje:
- sta elke dag op hetzelfde uur op
- drink na de middag geen koffie

Het lichaam heeft daarna tijd nodig om
"""


def imported(text: str) -> Imported:
    return make(text.encode(), "leaflet.txt", Options())


def test_title_in_the_middle() -> None:
    """Two headings in succession are the title and what follows it."""
    assert imported(EXTRACTED).document.title == "Goed slapen, ook als u ziek bent"


def test_headings() -> None:
    """Short lines between a closed line and a capital are headings, in the order in which they are read."""
    blocks = imported(EXTRACTED).document.blocks
    expected = ["Inleiding", "Wat kunt u zelf doen?", "Conclusie"]
    assert expected == [said(block.content) for block in blocks if isinstance(block, Heading)]


def test_paragraph_over_panels() -> None:
    """A sentence that goes on where the text was put together is whole."""
    blocks = imported(EXTRACTED).document.blocks
    texts = [said(block.content) for block in blocks if isinstance(block, Paragraph)]
    assert any("tijd nodig om weer op kracht te komen" in text for text in texts)


def test_words() -> None:
    """Broken words are whole, and a hyphen before “en” stays."""
    blocks = imported(EXTRACTED).document.blocks
    text = " ".join(said(block.content) for block in blocks if isinstance(block, Paragraph))
    assert "spier- en gewrichtspijn horen. Een vast ritme is belangrijker dan" in text


def test_list() -> None:
    """Lines with typed signs are a list."""
    (found,) = [block for block in imported(EXTRACTED).document.blocks if isinstance(block, ListBlock)]
    assert len(found.items) == 2


def test_a_person_confirms() -> None:
    """What was moved is left for a person to confirm."""
    assert "IMP-061" in {entry.code for entry in imported(EXTRACTED).ledger}


def test_plain_text_stays_in_order() -> None:
    """A text that begins with its title is left in its order."""
    found = imported("Jicht\n\nWat is jicht?\n\nEen ziekte van de gewrichten.\n\nContact\n\nBel ons.\n")
    assert found.order == ()
