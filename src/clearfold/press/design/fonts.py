"""The font files of which the letters of a leaflet's pages may be."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import tinycss2
import tinycss2.ast

from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.design.typefaces import SHIPPED
from clearfold.press.leaflet import Publisher


def font_files(publisher: Publisher) -> tuple[Path, ...]:
    """Return the files that Clearfold brings, and those that an association names."""
    folder = styles_folder() / "fonts"
    ours = [folder / f"{name}-{weight}.ttf" for name, weights in SHIPPED.values() for weight in weights]
    own = [path for _, path in publisher.typeface.files] if publisher.typeface else []
    named = _named(publisher.style) if publisher.style else ()
    return tuple(dict.fromkeys((*own, *named, *ours)))


def _named(sheet: Path) -> Iterator[Path]:
    """Yield the files that a style sheet names as fonts."""
    for rule in tinycss2.parse_stylesheet_bytes(sheet.read_bytes())[0]:
        if isinstance(rule, tinycss2.ast.AtRule) and rule.lower_at_keyword == "font-face":
            for node in rule.content or ():
                address = _address(node)
                if address and (path := sheet.parent / unquote(urlsplit(address).path)).is_file():
                    yield path


def _address(node: tinycss2.ast.Node) -> str:
    if isinstance(node, tinycss2.ast.URLToken):
        return str(node.value)
    if isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name == "url":
        return next((str(part.value) for part in node.arguments if part.type == "string"), "")
    return ""
