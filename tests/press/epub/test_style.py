"""The e-book's style sheet: only what readers of any age accept, and nothing that takes a choice from their users."""

import re
from collections.abc import Iterator

import pytest

from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.editions.epub import BOOK
from clearfold.press.epub.binding import TURNED

SIDES = ("", "-top", "-right", "-bottom", "-left")
BOXES = frozenset(f"{name}{side}" for name in ("margin", "padding", "border") for side in SIDES)
ALLOWED = BOXES | frozenset(
    "border-collapse display font-size font-style font-weight line-height list-style-type max-width orphans "
    "page-break-after page-break-before page-break-inside quotes table-layout text-align text-decoration text-indent "
    "vertical-align white-space widows width word-wrap".split()
)
# What an old reader passes over: it shows all of a photograph, and no reader knows the one without the other.
CROPPING = frozenset({"object-fit", "object-position", "aspect-ratio"})
# One of these does nothing without the other, and neither anything to text that is not drawn elsewhere.
UNDRAWN = ((".cards thead", "position", "absolute"), (".cards thead", "clip", "rect(0, 0, 0, 0)"))
NUMBER = re.compile(r"(?<![\w#.-])(-?\d*\.?\d+)([a-z%]*)")
FORBIDDEN = ("@", "!important", "url(", "var(", "calc(", "min(", "max(", "clamp(", "none;display", "justify")


def declarations(css: str) -> Iterator[tuple[str, str, str]]:
    """Yield selector, property and value of each declaration."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        for declaration in filter(str.strip, body.split(";")):
            name, _, value = declaration.partition(":")
            yield " ".join(selector.split()), name.strip(), value.strip()


def faults(css: str) -> list[str]:
    """Return what an old reader would refuse, and what a reader's user could not change."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = [word for word in FORBIDDEN if word in bare]
    for selector, name, value in declarations(css):
        if name in CROPPING and all(part.strip().startswith(".crop-") for part in selector.split(",")):
            continue
        if (selector, name, value) in UNDRAWN:
            continue
        if name not in ALLOWED:
            found.append(name)
        units = {unit for number, unit in NUMBER.findall(value) if float(number)}
        relative = {""} if name in ("line-height", "orphans", "widows") else {"em", "%"}
        if not units <= relative:
            found.append(f"{name}: {value}")
        if name == "display" and value not in ("block", "inline"):
            found.append(f"{name}: {value}")
        if name == "font-size" and selector == "h1" and float(value.removesuffix("em")) > 1.4:
            found.append(f"h1 {value}")
    return found


def test_sheet_keeps_to_what_every_reader_knows() -> None:
    """Lengths in em and per cent, CSS 2.1, no fonts, no colours, no rules with an @."""
    css = "\n".join((styles_folder() / name).read_text("utf-8") for name in BOOK.style_sheets)
    assert [] == faults(css)
    assert 40 < len(list(declarations(css)))


def test_sheet_of_the_other_direction_keeps_to_it_too() -> None:
    """Its sides are left and right, which every reader knows."""
    assert [] == faults((styles_folder() / TURNED).read_text("utf-8"))


@pytest.mark.parametrize(
    "rule",
    [
        "p { font-size: 12px }",
        "p { margin: 1em 2pt }",
        "p { width: 10vw }",
        "p { margin: 1rem }",
        "p { font-family: serif }",
        "p { color: #000 }",
        "p { background: white }",
        "p { text-align: justify }",
        "p { display: none }",
        "p { display: flex }",
        "p { display: inline-block }",
        "p { height: 3em }",
        "p { position: absolute }",
        "p { overflow: hidden }",
        "p { width: min(1em, 2em) }",
        "p { margin: var(--gap) }",
        "@media (min-width: 20em) { p { margin: 0 } }",
        "@supports (display: grid) { p { margin: 0 } }",
        "@page { margin: 1em }",
        "p { margin: 0 !important }",
        "h1 { font-size: 2em }",
        "p { line-height: 20em }",
    ],
)
def test_rule_that_old_readers_refuse_is_found(rule: str) -> None:
    """Each of these breaks a book on some reader, or takes a setting from its user, and EPUBCheck is silent."""
    assert faults(rule)
