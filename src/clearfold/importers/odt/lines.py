"""A paragraph of an OpenDocument text as pieces of a line; what is not text is left out, and listed."""

from base64 import b64decode

from lxml import etree

from clearfold.importers.document import Break, Inline, NoteMark, Picture, Remark, Text
from clearfold.importers.mathml import Part, linear
from clearfold.importers.odt.names import attribute, child, name_of
from clearfold.importers.odt.story import Line, Story
from clearfold.importers.pieces import Look, Piece
from clearfold.model.messages import message

_PAGES = frozenset(("text:page-number", "text:page-count", "text:page-continuation"))
_SILENT = frozenset(
    "text:tracked-changes text:change text:change-start text:change-end office:annotation-end text:soft-page-break "
    "text:bookmark-end text:reference-mark text:reference-mark-start text:reference-mark-end "
    "text:toc-mark-start text:toc-mark-end text:alphabetical-index-mark-start text:alphabetical-index-mark-end "
    "office:forms text:sequence-decls text:variable-decls".split()
)
_FLOATING = frozenset(("char", "paragraph", "page", "frame"))
_MARKS = frozenset(f"text:{name}" for name in ("alphabetical-index-mark", "toc-mark", "user-index-mark"))
_REASONS = {
    "IMP-080": message("a field that waits to be filled in"),
    "IMP-083": message("the small letters above others"),
}


class Lines:
    """Reads paragraphs."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.line = Line()
        self.reason = ""
        self._style = ""
        self._span = ""
        self._link = ""

    def read(self, paragraph: etree._Element) -> Line:
        """Read a paragraph, or a drawing that stands where one could."""
        self.line, self._style = Line(), attribute(paragraph, "text:style-name")
        if name_of(paragraph).startswith("draw:"):
            self._drawn(paragraph)
        else:
            self._content(paragraph)
        self.line.pieces += self.line.floating
        for reason, words in self.line.left.items():
            if words.strip():
                self.story.tell(reason, " ".join(words.split()), name=_REASONS.get(reason, ""))
        return self.line

    def _content(self, element: etree._Element) -> None:
        self._say(element.text or "")
        for one in element:
            self._one(one)
            self._say(one.tail or "")

    def _one(self, one: etree._Element) -> None:
        name = name_of(one)
        before = (self.reason, self._span, self._link)
        match name:
            case "text:line-break":
                self._break()
            case "text:tab":
                self._say("\t")
            case "text:s":
                self._say(" ")
            case "text:note":
                self._note(one)
            case "office:annotation":
                self._remark(one)
            case "text:bookmark" | "text:bookmark-start":
                self.line.marks.append(attribute(one, "text:name"))
            case "text:ruby":
                self._ruby(one)
            case "text:span" | "text:a" | "text:placeholder" | "text:hidden-text":
                self._around(one, name)
            case _ if name.startswith("draw:"):
                self._drawn(one)
            case _ if name in _MARKS:
                if words := attribute(one, "text:string-value").strip():
                    self.story.tell("IMP-072", words, name=message(": an entry of an index"))
            case "text:drop-down":
                self._choice(one)
            case _ if attribute(one, "text:display") == "none":
                self.reason = self.reason or "IMP-072"
                self._content(one)
            case _ if name in _PAGES:
                self.reason = self.reason or "IMP-075"
                self._content(one)
            case _ if name and name not in _SILENT:
                self._content(one)
            case _:
                pass
        self.reason, self._span, self._link = before

    def _around(self, one: etree._Element, name: str) -> None:
        if name == "text:span":
            self._span = attribute(one, "text:style-name")
        elif name == "text:a":
            self._link = attribute(one, "xlink:href").strip()
            if tip := attribute(one, "office:title").strip():
                self.story.tell("IMP-079", tip, name=message("what is shown when a mouse stands on a link"))
        else:
            self.reason = self.reason or ("IMP-072" if name == "text:hidden-text" else "IMP-080")
        if name == "text:hidden-text":
            self._say(attribute(one, "text:string-value"))
        self._content(one)

    def _choice(self, one: etree._Element) -> None:
        """Read a list to choose from: what was chosen is text."""
        chosen = "".join(part.tail or "" for part in one).strip() or (one.text or "").strip()
        labels = [attribute(part, "text:value") for part in one if name_of(part) == "text:label"]
        if others := [label for label in labels if label and label != chosen]:
            self.story.tell("IMP-080", " ".join(others), name=message("a field to be filled in"))
        self._content(one)

    def _look(self) -> Look:
        styles, span, style = self.story.styles, self._span, self._style
        position = styles.says("style:text-position", span, "")
        lang, country = (styles.says(key, span, "") for key in ("fo:language", "fo:country"))
        own = "" if lang in ("", "none", "zxx") or lang == self.story.lang.split("-")[0] else lang
        return Look(
            self._link,
            f"{own}-{country}" if own and country not in ("", "none") else own,
            styles.says("fo:font-weight", span, style) in ("bold", "600", "700", "800", "900"),
            styles.says("fo:font-style", span, style) in ("italic", "oblique"),
            position.startswith("super") or (position[:1].isdigit() and not position.startswith("0")),
            position.startswith(("sub", "-")),
        )

    def _why(self) -> str:
        styles = self.story.styles
        if self.reason:
            return self.reason
        if styles.says("text:display", self._span, self._style) == "none":
            return "IMP-072"
        line = styles.says("style:text-line-through-style", self._span, self._style)
        return "IMP-084" if line not in ("", "none") else ""

    def _say(self, text: str) -> None:
        if not text:
            return
        why = self._why()
        if not why:
            self._add(Text(text))
            return
        words = self.line.left.get(why, "")
        self.line.left[why] = words + text if self.line.last == why else f"{words} {text}"
        self.line.last = why

    def _add(self, inline: Inline) -> None:
        look = self._look()
        self.line.pieces.append(Piece(inline, look if isinstance(inline, Text) else Look(link=look.link)))
        self.line.last = ""

    def _break(self) -> None:
        if self._why():
            self._say(" ")
        else:
            self._add(Break())

    def _note(self, one: etree._Element) -> None:
        body = child(one, "text:note-body")
        if body is None:
            return
        label = attribute(one, "text:id") or f"n{len(self.story.notes) + 1}"
        self.story.notes[label] = body
        self._add(NoteMark(label))

    def _remark(self, one: etree._Element) -> None:
        author = " ".join("".join(map(str, part.itertext())) for part in one if name_of(part) == "dc:creator").strip()
        parts = [
            " ".join("".join(map(str, p.itertext())).split()) for p in one if name_of(p) in ("text:p", "text:list")
        ]
        words = " ".join(part for part in parts if part)
        if words:
            self.story.tell("IMP-010", words, name=message(", by {author}", author=author) if author else "")
            self.line.pieces.append(Piece(Remark(f"{author}: {words}" if author else words)))

    def _ruby(self, one: etree._Element) -> None:
        for part in one:
            before = self.reason
            if name_of(part) == "text:ruby-text":
                self.reason = before or "IMP-083"
            self._content(part)
            self.reason = before

    def _drawn(self, one: etree._Element) -> None:
        """Read a frame, a shape or a group: its picture, its text box, its object, its own words."""
        told = [p for p in one if name_of(p) not in ("svg:title", "svg:desc")]
        about = _about(one)
        kinds = {name_of(part) for part in told}
        taken = False
        for part in told:
            name = name_of(part)
            if name == "draw:text-box":
                self.line.boxes.append(part)
                taken = True
            elif name in ("draw:object", "draw:object-ole"):
                self._object(part)
                taken = True
            elif name == "draw:image" and not taken and not kinds & {"draw:object", "draw:object-ole"}:
                self._picture(part, one, about)
                taken, about = True, ""
            elif name in ("text:p", "text:list", "text:h"):
                # Words within a shape.
                holder = etree.Element(f"{{{_DRAW}}}text-box")
                holder.extend([p for p in told if name_of(p) in ("text:p", "text:list", "text:h")])
                self.line.boxes.append(holder)
                break
            elif name.startswith("draw:") and name not in ("draw:image", "draw:enhanced-geometry", "draw:glue-point"):
                self._drawn(part)
        if about:
            self.story.tell("IMP-079", about, name=message("what is said of a drawing, which is not taken"))

    def _picture(self, part: etree._Element, frame: etree._Element, about: str) -> None:
        address = attribute(part, "xlink:href")
        decorates = attribute(frame, "loext:decorative") == "true"
        alternative = "" if decorates else about or None
        inside = child(part, "office:binary-data")
        data = self.story.file(address.removeprefix("./")) if inside is None else _decoded(inside.text or "")
        if data is None:
            self._say(" ")
            outside = (
                message("linked, not in the file")
                if "://" in address or address.startswith("..")
                else message("it is not in the file")
            )
            self.story.tell("IMP-053", about, name=f"{outside} ({address})" if address else outside)
            return
        before = len(self.story.pictures.changed)
        name, why = self.story.pictures.add(data)
        if why:
            self._say(" ")
            self.story.tell("IMP-053", about, name=why)
            return
        for changed, how in self.story.pictures.changed[before:]:
            self.story.tell("IMP-023", name=f"{changed}: {how}")
        shown = Piece(Picture(name, alternative), Look(link=self._link))
        if attribute(frame, "text:anchor-type") in _FLOATING and self.line.pieces:
            # It hangs on the paragraph, at whatever letter of it.
            self.line.floating.append(shown)
        else:
            self.line.pieces.append(shown)
            self.line.last = ""

    def _object(self, part: etree._Element) -> None:
        folder = attribute(part, "xlink:href").removeprefix("./")
        root = self.story.root(f"{folder}/content.xml") if folder else None
        inside = child(part, "math:math") if root is None else root
        if inside is None:
            self.story.tell("IMP-076", name=message("an object of another program"))
        elif name_of(inside) == "math:math":
            words = linear(_part(inside))
            self.story.tell("IMP-055", letters(inside), words)
            self._say(f" {words} ")
        else:
            words = " ".join(" ".join(map(str, inside.itertext())).split())
            self.story.tell("IMP-076", words, name=message("a chart or another object"))


_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"


def _decoded(text: str) -> bytes | None:
    try:
        return b64decode(text)
    except ValueError:
        return None


def letters(formula: etree._Element) -> str:
    """Return the letters of a formula, without what programs note beside it."""
    parts: list[str] = [formula.text or ""]
    for one in formula:
        if not name_of(one).startswith("math:annotation"):
            parts.append(letters(one))
        parts.append(one.tail or "")
    return " ".join("".join(parts).split())


def _part(formula: etree._Element) -> Part:
    """Return a formula without what programs note beside it."""
    held: list[Part | str] = [formula.text or ""]
    for one in formula:
        if (name := name_of(one)) and not name.startswith("math:annotation"):
            held.append(_part(one))
        held.append(one.tail or "")
    return Part(name_of(formula).rpartition(":")[2], tuple(held))


def _about(frame: etree._Element) -> str:
    """Return what is said of a drawing."""
    for name in ("svg:desc", "svg:title"):
        words = " ".join((getattr(child(frame, name), "text", "") or "").split())
        if words:
            return words
    return ""
