"""Read the style of an EPUB as rules: selector and declarations, of sheets, style elements and style attributes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import tinycss2
import tinycss2.ast
from cssselect2 import ElementWrapper, SelectorError

from clearfold.proof.html.elements import name_of
from clearfold.proof.html.sheets import DEEPEST
from clearfold.proof.readers.epub.file import EpubFile


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a style sheet: where it stands, its selector in one line, and its declarations as (name, value).

    Names are in small letters; strings and addresses are emptied, so that nothing in them is taken for a value.
    """

    place: str
    selector: str
    declarations: tuple[tuple[str, str], ...]

    def value(self, *names: str) -> str:
        """Return the value that the last of the declarations with one of these names gives, "" where none does."""
        return next((value for name, value in reversed(self.declarations) if name in names), "")


def style_texts(epub: EpubFile) -> Iterator[tuple[str, str]]:
    """Yield each style sheet as (place, text); style attributes as rules of a sheet."""
    yield from epub.sheets.items()
    for path, root in epub.documents.items():
        for element in root.iter():
            if name_of(element) == "style":
                yield path, "".join(element.itertext())
            elif style := element.get("style"):
                yield path, f"{name_of(element)} {{{style}}}"


def parsed(text: str) -> list[tinycss2.ast.Node]:
    """Return the rules of a style sheet as tinycss2 reads them."""
    return list(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def style_rules(epub: EpubFile) -> Iterator[Rule]:
    """Yield all rules of the book, also those that stand within another; those of one selector in a sheet as one."""
    for place, text in style_texts(epub):
        merged: dict[str, list[tuple[str, str]]] = {}
        for selector, declarations in _rules(parsed(text)):
            merged.setdefault(selector, []).extend(declarations)
        yield from (Rule(place, name, tuple(declarations)) for name, declarations in merged.items())


def at_rules(text: str) -> Iterator[tinycss2.ast.AtRule]:
    """Yield the at-rules of a style sheet, also those that stand within another."""
    waiting = [(node, 0) for node in parsed(text)]
    while waiting:
        node, depth = waiting.pop(0)
        if isinstance(node, tinycss2.ast.AtRule):
            yield node
            if node.content is not None and depth < DEEPEST:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                waiting += [(one, depth + 1) for one in inner]


def parts_of(text: str) -> list[tinycss2.ast.Node]:
    """Return the tokens and blocks of a value, or of a whole sheet, that stand in no other."""
    return list(tinycss2.parse_component_value_list(text, skip_comments=True))


def walked(text: str) -> Iterator[tinycss2.ast.Node]:
    """Yield the tokens and blocks of some CSS in their order, each block before what stands in it."""
    waiting = parts_of(text)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(getattr(node, "arguments", None) or getattr(node, "content", None) or ())


def addresses(text: str) -> Iterator[str]:
    """Yield the addresses of a style sheet: what url() and @import lead to."""
    before = ""
    for node in walked(text):
        if node.type == "url" or (node.type == "string" and before in ("@import", "url(")):
            yield node.value.strip()
        if node.type == "at-keyword":
            before = f"@{node.lower_value}"
        elif node.type != "whitespace":
            before = f"{node.lower_name}(" if node.type == "function" else ""


def _rules(nodes: Iterable[tinycss2.ast.Node], depth: int = 0) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.QualifiedRule):
            yield " ".join(tinycss2.serialize(node.prelude).split()), list(_declarations(node.content))
        elif isinstance(node, tinycss2.ast.AtRule) and node.content is not None and depth < DEEPEST:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            rules = [one for one in inner if isinstance(one, tinycss2.ast.QualifiedRule | tinycss2.ast.AtRule)]
            if rules:
                yield from _rules(rules, depth + 1)
            else:  # such as @font-face and @page, which have declarations of their own
                yield f"@{node.lower_at_keyword}", list(_declarations(node.content))


def _declarations(content: Iterable[tinycss2.ast.Node]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(list(content), skip_comments=True, skip_whitespace=True):
        if isinstance(node, tinycss2.ast.Declaration):
            value = " ".join(_emptied(node.value).lower().split())
            if value:
                yield node.lower_name, value


def _emptied(nodes: Iterable[tinycss2.ast.Node]) -> str:
    """Write a value with its strings and addresses empty."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, tinycss2.ast.StringToken):
            parts.append('""')
        elif isinstance(node, tinycss2.ast.URLToken):
            parts.append("url()")
        elif isinstance(node, tinycss2.ast.FunctionBlock):
            inner = "" if node.lower_name == "url" else _emptied(node.arguments)
            parts.append(f"{node.name}({inner})")
        else:
            parts.append(tinycss2.serialize([node]))
    return "".join(parts)


def styles_text(epub: EpubFile, rule: Rule) -> bool:
    """Say whether a rule fits an element of the book in which text stands."""
    return any(_has_text(element) for root in epub.documents.values() for element in _selected(root, rule.selector))


def _selected(root: Element, selector: str) -> Iterator[Element]:
    if selector.startswith("@"):
        return
    try:
        yield from (found.etree_element for found in ElementWrapper.from_xml_root(root).query_all(selector))
    except SelectorError:
        return


def _has_text(element: Element) -> bool:
    return bool(name_of(element) and "".join(element.itertext()).strip())
