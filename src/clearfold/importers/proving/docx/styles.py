"""What styles and lists of a Word file say of a paragraph, as the prover asks it."""

import re
from xml.etree.ElementTree import Element

from clearfold.importers.proving.office import first, get, local

_HEADS = (
    "heading kop überschrift titre título titulo titolo rubrik overskrift otsikko nagłówek nadpis заголовок başlık cím "
    "címsor encabezado intestazione cabeçalho επικεφαλίδα 見出し 标题 標題"
).split()
_TITLES = "title titel titre título titulo titolo otsikko tytuł název názov название başlık τίτλος tittel".split()
_CONTENTS = re.compile(r"(toc|inhopg|verzeichnis|tm|sommario|tdc|índice)\s*(\d|heading)")
_QUOTES = (
    *"quote citaat zitat citation cita citazione citat sitat cytat citace".split(),
    *("intense quote", "block text", "html blockquote"),
)
_OFF = ("0", "false", "off", "none")
SIGNS = ("symbol", "standard symbols ps", "wingdings", "wingdings 2", "wingdings 3", "webdings")


class Sheet:
    """Styles by id, and the formats of lists."""

    def __init__(self, styles: "Element | None", lists: "Element | None") -> None:
        self.by_id = {get(s, "styleId"): s for s in (styles if styles is not None else ()) if local(s.tag) == "style"}
        self.usual = next(
            (n for n, s in self.by_id.items() if get(s, "type") == "paragraph" and get(s, "default") in ("1", "true")),
            "",
        )
        self.defaults = first(styles, "docDefaults", "rPrDefault", "rPr")
        self.bare = _unsigned(lists)

    def line(self, name: str) -> list[Element]:
        """Return a style and all that it is based on."""
        found: list[Element] = []
        while name in self.by_id and self.by_id[name] not in found and len(found) < 20:
            found.append(self.by_id[name])
            name = get(first(found[-1], "basedOn"), "val")
        return found

    def names(self, name: str) -> list[str]:
        """Return the names of a style and of those below it, in small letters."""
        return [" ".join(get(first(s, "name"), "val").lower().split()) for s in self.line(name)]

    def heading(self, properties: "Element | None") -> bool:
        """Tell whether a paragraph is a heading."""
        own = get(first(properties, "outlineLvl"), "val")
        if own:
            return own.isdigit() and int(own) < 9
        style = get(first(properties, "pStyle"), "val")
        for one in self.line(style):
            name = " ".join(get(first(one, "name"), "val").lower().split())
            word = name.rstrip("123456789").strip()
            if word in _HEADS and name != word and len(name.replace(word, "").strip()) == 1:
                return True
            if level := get(first(one, "pPr", "outlineLvl"), "val"):
                return level.isdigit() and int(level) < 9
        return False

    def title(self, properties: "Element | None") -> bool:
        """Tell whether a paragraph is a title."""
        return any(name in _TITLES for name in self.names(get(first(properties, "pStyle"), "val")))

    def quoted(self, properties: "Element | None") -> bool:
        """Tell whether a paragraph is a quotation."""
        return any(name in _QUOTES for name in self.names(get(first(properties, "pStyle"), "val")))

    def contents(self, properties: "Element | None") -> bool:
        """Tell whether a paragraph is an entry of contents."""
        names = self.names(get(first(properties, "pStyle"), "val"))
        return any(_CONTENTS.match(name) for name in names)

    def item(self, properties: "Element | None") -> bool:
        """Tell whether a paragraph is an item of a list."""
        own = get(first(properties, "numPr", "numId"), "val")
        style = get(first(properties, "pStyle"), "val")
        said = own or next((n for s in self.line(style) if (n := get(first(s, "pPr", "numPr", "numId"), "val"))), "")
        if said:
            level = get(first(properties, "numPr", "ilvl"), "val") or next(
                (n for s in self.line(style) if (n := get(first(s, "pPr", "numPr", "ilvl"), "val"))), "0"
            )
            return said != "0" and (said, level) not in self.bare
        return any(re.match(r"(list bullet|list number|lijst opsomteken|lijstnummering|aufzählungszeichen|listennummer|"
                            r"liste à puces|liste à numéros)\s*\d?$", name) for name in self.names(style))  # fmt: skip

    def on(self, name: str, run: "Element | None", paragraph: str) -> bool:
        """Tell whether a property of words is on."""
        if (own := first(run, name)) is not None:
            return get(own, "val").lower() not in _OFF
        for style in (get(first(run, "rStyle"), "val"), paragraph or self.usual):
            for one in self.line(style):
                if (said := first(one, "rPr", name)) is not None:
                    return get(said, "val").lower() not in _OFF
        said = first(self.defaults, name)
        return said is not None and get(said, "val").lower() not in _OFF

    def signs(self, run: "Element | None", paragraph: str) -> bool:
        """Tell whether the font of words shows signs where others show letters."""
        sheets = [run, *(first(s, "rPr") for s in self.line(get(first(run, "rStyle"), "val")))]
        sheets += [first(s, "rPr") for s in self.line(paragraph or self.usual)]
        font = next((name for one in sheets if (name := get(first(one, "rFonts"), "ascii"))), "")
        return font.lower() in SIGNS


def _unsigned(lists: "Element | None") -> set[tuple[str, str]]:
    """Return (number, level) of what has neither sign nor number."""
    bare: dict[str, set[str]] = {}
    found: set[tuple[str, str]] = set()
    for one in lists if lists is not None else ():
        if local(one.tag) == "abstractNum":
            bare[get(one, "abstractNumId")] = {
                get(level, "ilvl")
                for level in one
                if local(level.tag) == "lvl"
                and get(first(level, "numFmt"), "val") == "none"
                and not get(first(level, "lvlText"), "val").strip()
            }
        elif local(one.tag) == "num":
            levels = bare.get(get(first(one, "abstractNumId"), "val"), set())
            found |= {(get(one, "numId"), level) for level in levels}
    return found
