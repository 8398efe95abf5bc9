"""Read the style of an EPUB as rules: selector and declarations, of sheets, style elements and style attributes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.proof.html.elements import name_of
from clearfold.proof.html.styles import COMMENT, RULE, fits
from clearfold.proof.readers.epub.file import EpubFile

STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)
ADDRESS = re.compile(r"url\([^)]*\)", re.IGNORECASE)


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
    """Yield each style sheet as (place, text) without its comments; style attributes as rules of a sheet."""
    for path, text in epub.sheets.items():
        yield path, COMMENT.sub(" ", text)
    for path, root in epub.documents.items():
        for element in root.iter():
            if name_of(element) == "style":
                yield path, COMMENT.sub(" ", "".join(element.itertext()))
            elif style := element.get("style"):
                yield path, f"{name_of(element)} {{{COMMENT.sub(' ', style)}}}"


def emptied(text: str) -> str:
    """Return a style sheet with its strings and addresses empty."""
    return ADDRESS.sub("url()", STRING.sub('""', text))


def style_rules(epub: EpubFile) -> Iterator[Rule]:
    """Yield all rules of the book, also those that stand within another; those of one selector in a sheet as one."""
    for place, text in style_texts(epub):
        merged: dict[str, list[tuple[str, str]]] = {}
        for selector, body in RULE.findall(emptied(text)):
            name = " ".join(selector.rpartition(";")[2].split())
            merged.setdefault(name, []).extend(_declarations(body))
        yield from (Rule(place, name, tuple(declarations)) for name, declarations in merged.items())


def _declarations(body: str) -> Iterator[tuple[str, str]]:
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        if colon and value.strip():
            yield name.strip().lower(), " ".join(value.lower().replace("!important", "").split())


def styles_text(epub: EpubFile, rule: Rule) -> bool:
    """Say whether a rule may fit an element in which text stands; what it asks for beside itself is not looked at."""
    lasts = [re.split(r"[\s>+~]+", one.strip())[-1].partition(":")[0] for one in rule.selector.split(",")]
    texts = [e for root in epub.documents.values() for e in root.iter() if name_of(e) and "".join(e.itertext()).strip()]
    return any(fits(last, element) for last in lasts if last and not last.startswith("@") for element in texts)
