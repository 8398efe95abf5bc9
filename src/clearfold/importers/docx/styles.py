"""Styles of a Word file, by their names in any language, and what they say of paragraphs and of words."""

import re
from dataclasses import dataclass

from lxml import etree

from clearfold.importers.docx.names import attribute, child, children, is_on, value

_HEADING = re.compile(
    r"(?:heading|kop|überschrift|titre|título|titulo|titolo|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|"
    r"başlık|cím|címsor|título|encabezado|intestazione|cabeçalho|επικεφαλίδα|見出し|标题|標題)\s*(?P<level>[1-9])",
    re.I,
)
_NAMES = {
    "title": "title titel titre título titulo titolo otsikko tytuł název názov название başlık τίτλος tittel",
    "subtitle": "subtitle untertitel ondertitel sous-titre subtítulo sottotitolo undertitel undertittel podtytuł "
    "podtitul",
    "caption": "caption bijschrift beschriftung légende legende epígrafe didascalia bildtext billedtekst "
    "bildetekst legenda titulek",
    "quote": "quote citaat zitat citation cita citazione citat sitat cytat citace",
}
_BY_NAME = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_LIST = re.compile(r"(?P<kind>list bullet|list number|lijst opsomteken|lijstnummering|aufzählungszeichen|listennummer|"
                   r"liste à puces|liste à numéros)\s*(?P<level>[1-9])?", re.I)  # fmt: skip
_CONTINUED = re.compile(r"list continue|lijstvoortzetting|listenfortsetzung|liste continue", re.I)
_TOC = re.compile(r"(?:toc|inhopg|verzeichnis|tm|sommario|tdc|índice)\s*(?:\d|heading)", re.I)
_DEEP = 20  # styles based on each other
TOGGLES = ("w:b", "w:i", "w:vanish", "w:strike", "w:dstrike")


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, the one that it is based on, and its element."""

    name: str
    based: str
    element: etree._Element


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._usual = ""
        for one in children(root, "w:style"):
            style = Style(value(one, "w:name"), value(one, "w:basedOn"), one)
            self._styles[attribute(one, "w:styleId")] = style
            if attribute(one, "w:type") == "paragraph" and attribute(one, "w:default") in ("1", "true"):
                self._usual = attribute(one, "w:styleId")
        self.defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")

    def chain(self, name: str, *, paragraph: bool = False) -> list[Style]:
        """Return a style and those that it is based on; that of a paragraph which names none is the usual one."""
        found: list[Style] = []
        name = name or (self._usual if paragraph else "")
        while name in self._styles and len(found) < _DEEP and self._styles[name] not in found:
            found.append(self._styles[name])
            name = found[-1].based
        return found

    def kind(self, name: str) -> str:
        """Return what a paragraph's style says it is: title, subtitle, caption, quote, toc, continued, or ""."""
        for style in self.chain(name):
            plain = " ".join(style.name.lower().split())
            if plain in _BY_NAME:
                return _BY_NAME[plain]
            if plain in ("intense quote", "block text", "html blockquote"):
                return "quote"
            if _TOC.match(plain):
                return "toc"
            if _CONTINUED.match(plain):
                return "continued"
        return ""

    def level(self, name: str) -> int:
        """Return the level of the heading that a style makes, 0 where it makes none."""
        for style in self.chain(name):
            if match := _HEADING.fullmatch(" ".join(style.name.split())):
                return int(match["level"])
            if outline := value(style.element, "w:pPr", "w:outlineLvl"):
                return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
        return 0

    def numbering(self, name: str) -> tuple[str, str, str]:
        """Return the number of the list and the level that a style says, and the style that says so."""
        for style in self.chain(name):
            said = child(style.element, "w:pPr", "w:numPr")
            if said is not None and value(said, "w:numId"):
                return value(said, "w:numId"), value(said, "w:ilvl"), attribute(style.element, "w:styleId")
        return "", "", ""

    def list_by_name(self, name: str) -> tuple[bool, int] | None:
        """Return whether a style called a list is numbered, and its level from 0; None where it is none."""
        for style in self.chain(name):
            if match := _LIST.fullmatch(style.name.strip()):
                return "num" in match["kind"].lower() or "numm" in match["kind"].lower(), int(match["level"] or 1) - 1
        return None

    def is_on(self, toggle: str, run: etree._Element | None, paragraph: str) -> bool:
        """Tell whether a property of words is on: by the run, its style, the paragraph's, or the defaults."""
        if (said := is_on(run, toggle)) is not None:
            return said
        for name, kind in ((value(run, "w:rStyle"), False), (paragraph, True)):
            for style in self.chain(name, paragraph=kind):
                if (said := is_on(child(style.element, "w:rPr"), toggle)) is not None:
                    return said
        return bool(is_on(self.defaults, toggle))

    def font(self, run: etree._Element | None, paragraph: str) -> str:
        """Return the font of words, "" where none is named."""
        elements = [run, *(child(s.element, "w:rPr") for s in self.chain(value(run, "w:rStyle")))]
        elements += [child(s.element, "w:rPr") for s in self.chain(paragraph, paragraph=True)]
        for element in elements:
            if font := attribute(child(element, "w:rFonts"), "w:ascii"):
                return font
        return ""

    def lang(self, run: etree._Element | None, paragraph: str) -> str:
        """Return the language of words as a run or its styles say it, "" where only the defaults do."""
        elements = [run, *(child(s.element, "w:rPr") for s in self.chain(value(run, "w:rStyle")))]
        elements += [child(s.element, "w:rPr") for s in self.chain(paragraph, paragraph=True)]
        return next((lang for element in elements if (lang := value(element, "w:lang"))), "")

    def table_says(self, name: str, part: str) -> bool:
        """Tell whether a table's style shows a part of it apart: firstRow, firstCol."""
        return any(
            attribute(one, "w:type") == part for s in self.chain(name) for one in children(s.element, "w:tblStylePr")
        )
