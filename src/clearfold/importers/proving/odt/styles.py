"""What the styles of an OpenDocument text say, as the prover asks it."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from clearfold.importers.proving.office import first, get, local

_HEADS = "heading kop überschrift titre título titolo rubrik overskrift otsikko nagłówek nadpis".split()
_TITLES = ("title", "titel", "titre")
_QUOTES = ("quotations", "citaten", "zitat", "blokcitaat")
_KINDS = (
    "title titel titre subtitle ondertitel untertitel sous-titre caption bijschrift beschriftung légende quotations "
    "citaten zitat blokcitaat"
).split()


class Sheet:
    """Styles by family and name."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self.styles: dict[tuple[str, str], Element] = {}
        self.usual: Element | None = None
        for root in roots:
            for part in root:
                for one in part if local(part.tag) in ("styles", "automatic-styles") else ():
                    if local(one.tag) == "style":
                        self.styles[get(one, "family"), get(one, "name")] = one
                    elif local(one.tag) == "default-style" and get(one, "family") == "paragraph":
                        self.usual = one

    def line(self, family: str, name: str) -> list[Element]:
        """Return a style and those that it comes from."""
        found: list[Element] = []
        while (one := self.styles.get((family, name))) is not None and one not in found and len(found) < 20:
            found.append(one)
            name = get(one, "parent-style-name")
        return found

    def names(self, name: str) -> list[str]:
        """Return the names of a paragraph's style, in small letters."""
        line = self.line("paragraph", name)
        found = [name]
        for one in line:
            found += [get(one, "display-name"), get(one, "name"), get(one, "parent-style-name")]
        return [re.sub("_([0-9a-f]{2})_", lambda m: chr(int(m[1], 16)), n).lower().strip() for n in found if n]

    def heading(self, name: str) -> bool:
        """Tell whether a paragraph's style makes a heading."""
        if any(get(one, "default-outline-level").isdigit() for one in self.line("paragraph", name)):
            return True
        return any(re.fullmatch(rf"(?:{'|'.join(_HEADS)})\s*\d", one) for one in self.names(name))

    def title(self, name: str) -> bool:
        """Tell whether a paragraph's style makes a title."""
        return next((one in _TITLES for one in self.names(name) if one in _KINDS), False)

    def quoted(self, name: str) -> bool:
        """Tell whether a paragraph's style makes a quotation."""
        return next((one in _QUOTES for one in self.names(name) if one in _KINDS), False)

    def says(self, key: str, span: str, paragraph: str) -> str:
        """Return what is said of words."""
        for family, name in (("text", span), ("paragraph", paragraph)):
            for one in self.line(family, name):
                if value := get(first(one, "text-properties"), key):
                    return value
        return get(first(self.usual, "text-properties"), key)
