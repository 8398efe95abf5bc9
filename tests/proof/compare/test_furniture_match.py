"""What templates add is accounted for: once, or once a page, and not more."""

from clearfold.model.transcript import Block, Furniture, Kind
from clearfold.proof.compare.furniture_match import Inventory, reads_as, set_aside


def run(text: str, place: str = "page 1", kind: Kind = Kind.TEXT) -> Block:
    return Block(kind, text, place=place)


def test_furniture_is_taken_as_often_as_it_is_declared() -> None:
    """A piece may stand as often as its limit; once more is too often."""
    inventory = Inventory((Furniture("label", "Versie", 2),))
    assert [1, 1, 0] == [inventory.take(["Versie"], "page 1") for _ in range(3)]


def test_page_furniture_stands_once_a_page() -> None:
    """Furniture without a limit may stand once on each page, with the label of that page."""
    inventory = Inventory((Furniture("folio", "blad {page}", 0),), {"page 1": "i", "page 2": "ii"}.__getitem__)
    pages = [("blad i", "page 1"), ("blad i", "page 1"), ("blad i", "page 2"), ("blad ii", "page 2")]
    assert [1, 0, 0, 1] == [inventory.take([text], place) for text, place in pages]


def test_spaces_of_a_pattern_stand_for_any() -> None:
    """White space in a pattern stands for any, and for none: lines may break there."""
    inventory = Inventory((Furniture("entry", r"Wat\ is\ dit\? ?\d+", 3),))
    assert [1, 1, 0] == [inventory.take([t], "p") for t in ("Wat is\ndit?12", "Watisdit? 3", "Wat is dat? 3")]


def test_entry_is_no_longer_entry_with_its_page() -> None:
    """“Part 10” on page 8 is not taken for “Part 1” on page 08, whichever of the two is met first."""
    entries = tuple(Furniture("entry", rf"{title} ?(\d+)?", least=1, text=title) for title in ("Part 1", "Part 10"))
    for met in (("Part 10 8", "Part 1 3"), ("Part 1 3", "Part 10 8")):
        inventory = Inventory(entries)
        assert [1, 1] == [inventory.take([text], "page 2") for text in met]
        assert [] == list(inventory.lacking(hidden=False))


def test_furniture_that_is_lacking_is_known() -> None:
    """What must stand there more often than it was met is told with how often that was."""
    items = (Furniture("entry", "Bron", least=1), Furniture("cell", "Dosis", 3, hidden=True, least=3))
    inventory = Inventory((*items, Furniture("label", "Versie")))
    assert inventory.take(["Dosis"], "p", margin=True)
    assert [(items[0], 0)] == list(inventory.lacking(hidden=False))
    assert [(items[0], 0), (items[1], 1)] == list(inventory.lacking(hidden=True))


def test_hidden_furniture_is_for_artifacts_only() -> None:
    """What is declared as hidden may be an artifact, and no text that is read."""
    inventory = Inventory((Furniture("cell label", "Dosis:", 4, hidden=True),))
    assert [0, 1] == [inventory.take(["Dosis:"], "p", margin=margin) for margin in (False, True)]


def test_hyphen_that_breaks_a_label_is_not_its_own() -> None:
    """A long word of a label may be broken over lines; any other hyphen, and one before a figure, is one too many."""
    label = Furniture(
        "cell label", "Niet\\-roker\\ onverdraagzaam\\ 510:", 0, hidden=True, text="Niet-roker onverdraagzaam 510:"
    )
    met = [["Niet-", "roker onver-", "draagzaam 510:"], ["Niet-roker on-verdraagzaam 510:"]]
    met.append(["Niet-roker onverdraagzaam 5-", "10:"])
    assert [3, 0, 0] == [Inventory((label,)).take(texts, "p", margin=True) for texts in met]


def test_lines_of_one_piece_are_taken_together() -> None:
    """Furniture that is drawn in several lines is one piece; a line of the copy is left."""
    inventory = Inventory((Furniture("entry", r"Wat is griep\? \d+", 1),))
    blocks = [run("Wat is"), run("griep?"), run("3"), run("Griep")]
    assert ["Griep"] == [r.text for r in set_aside(blocks, inventory, frozenset())]


def test_entry_with_its_page_reads_like_no_heading() -> None:
    """“Week 1” with its page 3 has the letters of “Week 13”, which is left where it stands in one piece."""
    inventory = Inventory((Furniture("entry", r"Week 1 ?(\d+)?", text="Week 1"),))
    blocks = [run("Week 13"), run("Week 1"), run("3")]
    assert ["Week 13"] == [r.text for r in set_aside(blocks, inventory, frozenset({reads_as("Week 13")}))]


def test_words_of_the_copy_are_not_set_aside() -> None:
    """A run that reads like a block of the copy is left to the alignment, and so is a bare number."""
    inventory = Inventory((Furniture("head", "Griep", 0), Furniture("folio", "{page}", 0)), lambda _place: "2")
    kept = set_aside([run("Griep"), run("2"), run("2", kind=Kind.ARTIFACT)], inventory, frozenset({reads_as("Griep")}))
    assert ["Griep", "2"] == [r.text for r in kept]


def test_backslash_before_a_space_is_text() -> None:
    """A heading that ends in a backslash is furniture of the contents as any other."""
    inventory = Inventory((Furniture("contents entry", r"C:\\ ?(\d+)?", text="C:\\"),))
    assert inventory.take(["C:\\ 3"], "page 2")
