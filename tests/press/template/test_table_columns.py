"""Columns are as wide as what they hold asks for, and a short table stays on one page."""

from clearfold.press.design.text_width import LETTER, width
from clearfold.press.document.blocks import Table
from clearfold.press.document.walk import walk
from clearfold.press.template.table_columns import PADDING, balance_tables
from tests.press.template.test_wide_tables import leaflet

LONG = "one pill with a full glass of water, and the drops before you go to sleep"


def table(*rows: tuple[str, ...]) -> Table:
    """Return a table as it is balanced for a line of thirty letters."""
    html = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    made = balance_tables(leaflet(f"<table><tbody>{html}</tbody></table>"), 30)
    return next(node for node in walk(made.sections[0].blocks) if isinstance(node, Table))


def shares(made: Table) -> list[int]:
    return [int((cell.attributes.get("width") or "0%")[:-1]) for cell in made.groups[0].rows[0].cells]


def test_long_column_gets_what_short_words_leave() -> None:
    """Beside one short word, a sentence has most of the line."""
    first, second = shares(table(("When", "What"), ("Evening", LONG)))
    assert first < 35 < 65 <= second


def test_columns_alike_are_of_one_width() -> None:
    """Where nothing else tells, the columns share as their words do."""
    first, second = shares(table(("Morning", "Evening"), ("one two three", "two three one")))
    assert abs(first - second) <= 6


def test_short_table_stays_whole() -> None:
    """A table of few lines is not parted; a long one may be."""
    assert ["short"] == list(table(("When", "What"), ("Evening", "one")).attributes.classes)
    assert [] == list(table(*[("When", LONG)] * 6).attributes.classes)


def test_table_of_many_columns_is_left_to_layout() -> None:
    """Of six columns nothing is said."""
    assert [0] * 6 == shares(table(tuple("abcdef")))


def test_one_long_column_of_four_gets_most() -> None:
    """Beside three columns of short words, the one of sentences has most of the line."""
    *others, last = shares(table(("Oak", "May", "June", LONG)))
    assert last > sum(others)


def test_short_cell_keeps_its_line() -> None:
    """Where the rows are as high either way, no cell is parted that need not be."""
    made = table(("Week", "Hours a day", "What"), ("4", "8 to 12", "a café, and then a meeting of three"))
    _, hours, _ = shares(made)
    assert hours * 30 / 100 * LETTER > width("8 to 12") + PADDING
