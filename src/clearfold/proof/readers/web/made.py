"""What the style and the script of a web page of ours are made of: files that come with Clearfold, and what is its own.

The page's sheet is: its fonts, each in the page; the association's colours and typeface as tokens; and the edition's
sheets, to the letter. Its script is the edition's, to the letter.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import tinycss2
import tinycss2.ast

from clearfold.proof.html.sheets import Declaration, Sheet, read_sheet

PACKAGE = Path(__file__).parents[3]
SHEETS, SCRIPT = ("crops.css", "web.css"), "web.js"
TOKENS = re.compile(r"--brand-(face|primary|tint)")
FONT = re.compile(r'url\(\s*"?data:font/woff2;base64,[A-Za-z0-9+/=]+"?\s*\)')
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
FACES = re.compile(r'"[^"\\<>]+"(?:,\s*"[^"\\<>]+")*')


@lru_cache(maxsize=4)
def shipped(name: str) -> str:
    """Return a file that pages of ours hold as it is."""
    installed = PACKAGE / "styles"
    folder = installed if installed.is_dir() else PACKAGE.parents[1] / "styles"
    return (folder / name).read_text("utf-8").strip()


def own_part(style: str) -> str | None:
    """Return what stands before the edition's sheets in a page's style; None where it does not end with them."""
    style = style.replace("\r\n", "\n").strip()
    sheet = "\n".join(map(shipped, SHEETS))
    return style.removesuffix(sheet) if style.endswith(sheet) else None


def foreign_rules(own: str) -> Iterator[str]:
    """Yield the rules before the edition's sheets that are neither a font in the page nor a token, as they begin."""
    for node in tinycss2.parse_stylesheet(own, skip_comments=True, skip_whitespace=True):
        if isinstance(node, tinycss2.ast.AtRule) and node.lower_at_keyword == "font-face" and _is_font(node.content):
            continue
        if isinstance(node, tinycss2.ast.QualifiedRule) and _is_tokens(node):
            continue
        yield " ".join(node.serialize().split())[:40]


def tokens(own: str) -> dict[str, str]:
    """Return the association's tokens, by name."""
    found: dict[str, str] = {}
    for node in tinycss2.parse_stylesheet(own, skip_comments=True, skip_whitespace=True):
        if isinstance(node, tinycss2.ast.QualifiedRule):
            found |= dict(_declared(node.content))
    return found


def seen_always(style: str) -> Sheet:
    """Return the rules of a page's style that hold on every screen.

    What the edition's own sheet hides where a window is narrow it says there in another way: a table's heads before
    each cell. In a sheet of others every rule may hide something.
    """
    sheet = read_sheet(style)
    if own_part(style) is None:
        return sheet
    rules = (replace(rule, declarations=tuple(_always(rule.declarations))) for rule in sheet.rules)
    return Sheet(tuple(rules), layers=sheet.layers)


def _always(declared: tuple[Declaration, ...]) -> Iterator[Declaration]:
    """Yield the declarations that hold without a condition."""
    return (one for one in declared if not one.sometimes)


def _is_font(content: list[tinycss2.ast.Node] | None) -> bool:
    values = dict(_declared(content or []))
    address = values.pop("src", "")
    return bool(FONT.fullmatch(address)) and set(values) == {"font-family", "font-weight"}


def _is_tokens(rule: tinycss2.ast.QualifiedRule) -> bool:
    if tinycss2.serialize(rule.prelude).strip() != ":root":
        return False
    declared = list(_declared(rule.content))
    return all(
        TOKENS.fullmatch(name) and (FACES if name == "--brand-face" else COLOUR).fullmatch(value)
        for name, value in declared
    )


def _declared(content: list[tinycss2.ast.Node]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(node, tinycss2.ast.Declaration):
            yield (
                node.lower_name if not node.name.startswith("--") else node.name,
                tinycss2.serialize(node.value).strip(),
            )
