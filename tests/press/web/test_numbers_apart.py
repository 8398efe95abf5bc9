"""Numbers in a text from right to left."""

import re

import pytest
from lxml import etree

from clearfold.press.reflow.markup import parse
from clearfold.press.reflow.numbers_apart import keep_numbers


def apart(text: str) -> list[str]:
    """Return what of a paragraph is laid out from left to right; no character changes."""
    tree = parse(f'<body xmlns="http://www.w3.org/1999/xhtml"><p>{text}<b>{text}</b>{text}</p></body>')
    before = "".join(map(str, tree.itertext()))
    keep_numbers(tree)
    assert before == "".join(map(str, tree.itertext()))
    found = re.findall(r'<bdi dir="ltr">([^<]*)</bdi>', etree.tostring(tree, encoding="unicode"))
    assert found == found[: len(found) // 3] * 3
    return found[: len(found) // 3]


@pytest.mark.parametrize(
    "number",
    "070 123 456|+32 2 123 45 67|(02) 123 45 67|1 000 000|2026-03-01|\u221218|5 mg|2,5 µg/l|38 °C".split("|"),
)
def test_number_that_would_be_turned_stands_apart(number: str) -> None:
    """Groups of figures, signs before and units behind keep their side."""
    assert [number] == apart(f"חום {number}, היום")


@pytest.mark.parametrize("text", ["ב־1 ביולי 2026", "6.0 ל־6.8", "0.1 ליטר", "5–10 ימים", "CAR T 12", "pH"])
def test_what_keeps_its_order_by_itself_is_left_alone(text: str) -> None:
    """One number, a range and words are no matter."""
    assert [] == apart(text)
